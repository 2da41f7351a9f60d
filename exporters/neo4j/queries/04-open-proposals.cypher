// Which proposals has nobody accepted or rejected yet?
MATCH (of:Entity)-[r:PROPOSED]->(what:Event)
WHERE NOT EXISTS { (what)<-[:ACCEPTED|REJECTED]-() }
RETURN what.name AS proposal, of.name AS proposedBy, r.edtf AS date, r.quote AS quote
ORDER BY r.dateFrom, proposal, proposedBy
