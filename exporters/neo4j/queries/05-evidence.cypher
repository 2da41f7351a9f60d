// Who says that something happened between two actors? Every statement behind every edge between them.
// $a = "Aino Salmi"
// $b = "Kaarel Tamm"
MATCH (a:Entity {name: $a})-[r]-(b:Entity {name: $b})
UNWIND r.statements AS id
MATCH (article:Article)-[:HAS_STATEMENT]->(s:Entente:Statement {id: id})
OPTIONAL MATCH (s)-[:SAID_BY]->(speaker)
RETURN type(r) AS edge, s.status AS status, article.outlet AS outlet, article.published AS published, speaker.name AS speaker, s.quote AS quote
ORDER BY published, s.startByte, edge, s.id
