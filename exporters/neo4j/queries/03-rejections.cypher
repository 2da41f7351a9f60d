// Who rejected what, and whose proposal was it?
MATCH (by:Entity)-[no:REJECTED]->(what)
OPTIONAL MATCH (of:Entity)-[:PROPOSED]->(what)
RETURN by.name AS rejectedBy, what.name AS what, of.name AS proposedBy, no.edtf AS date, no.quote AS quote
ORDER BY no.dateFrom, rejectedBy, what, proposedBy
