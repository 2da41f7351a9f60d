// Which events does one source report and another one deny?
MATCH (yes:Statement)-[:SUPPORTS]->(event:Event)<-[:SUPPORTS]-(no:Statement {status: 'denied'})
WHERE yes.status IN ['occurred', 'planned']
MATCH (reporter:Article)-[:HAS_STATEMENT]->(yes), (denier:Article)-[:HAS_STATEMENT]->(no)
RETURN event.name AS event, reporter.outlet AS reportedIn, yes.quote AS report, denier.outlet AS deniedIn, no.speakerName AS deniedBy, no.quote AS denial
ORDER BY event, reporter.published, report, denial
