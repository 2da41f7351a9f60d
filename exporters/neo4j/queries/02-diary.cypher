// What did one person do, day by day, and what is planned?
// $name = "Aino Salmi"
MATCH (p:Person {name: $name})-[r]-(other:Entity|Event)
WHERE r.dateFrom IS NOT NULL
RETURN r.edtf AS date, CASE WHEN startNode(r) = p THEN '→' ELSE '←' END + ' ' + type(r) AS what, other.name AS whom, r.status AS status, r.quote AS quote
ORDER BY r.dateFrom, what, whom, status
