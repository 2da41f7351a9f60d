// Which meetings have taken place since a day, who was there, and how many independent sources say so?
// $since = "2025-01-01"
MATCH (m:Meeting {status: 'occurred'})
WHERE m.dateFrom >= date($since)
OPTIONAL MATCH (who)-[:ATTENDED|HOSTED]->(m)
WITH m, who ORDER BY who.name
OPTIONAL MATCH (m)-[:AT_PLACE]->(place)
WITH m, place, collect(DISTINCT who.name) AS participants
RETURN m.edtf AS date, m.name AS meeting, place.name AS place, participants, m.sources AS sources
ORDER BY m.dateFrom DESC, meeting
