// Which facts do two or more independent outlets report?
MATCH (a:Entity)-[r]->(b)
WHERE r.sources >= 2
UNWIND r.statements AS id
MATCH (article:Article)-[:HAS_STATEMENT]->(:Entente:Statement {id: id})
WITH a, r, b, article.outlet AS outlet ORDER BY outlet
WITH a, r, b, collect(DISTINCT outlet) AS outlets
WHERE size(outlets) >= 2
RETURN a.name AS source, type(r) AS relation, b.name AS target, r.status AS status, r.edtf AS date, outlets
ORDER BY size(outlets) DESC, r.dateFrom, source, relation, target
