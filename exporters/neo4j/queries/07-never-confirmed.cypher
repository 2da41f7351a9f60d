// Which meetings were planned or proposed for a day before today and never reported as held?
// $today = "2025-06-01"
MATCH (m:Meeting)
WHERE m.status IN ['planned', 'proposed'] AND m.dateTo < date($today)
OPTIONAL MATCH (a:Article)-[:HAS_STATEMENT]->(:Statement)-[:SUPPORTS]->(m)
WITH m, max(a.published) AS lastHeardOf
RETURN m.name AS meeting, m.status AS status, m.edtf AS date, lastHeardOf
ORDER BY m.dateTo, meeting
