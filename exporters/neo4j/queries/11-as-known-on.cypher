// What did the graph say on a day? The latest status of each fact in the articles that had appeared by then.
// $day = "2025-03-01"
MATCH (article:Article)-[:HAS_STATEMENT]->(s:Statement)
WHERE article.published <= date($day)
MATCH (s)-[:SOURCE]->(a), (s)-[:TARGET]->(b)
WITH a, b, s.relation AS relation, s.edtf AS date, s, article ORDER BY article.published, s.startByte, s.id
RETURN a.name AS source, relation, b.name AS target, date, collect(s.status)[-1] AS status, count(DISTINCT article) AS articles
ORDER BY date, source, relation, target
