// Who said what about somebody or something?
// $name = "a joint ferry line"
MATCH (s:Statement)-[:SOURCE|TARGET]->(x:Entity|Event {name: $name})
MATCH (s)-[:SAID_BY]->(speaker), (article:Article)-[:HAS_STATEMENT]->(s)
RETURN DISTINCT speaker.name AS speaker, s.sourceName + ' ' + s.relation + ' ' + s.targetName AS claim, s.status AS status, s.quote AS quote, article.outlet AS outlet, article.published AS published
ORDER BY published, speaker, claim
