// Over which meetings are two people connected?
// $from = "Kaarel Tamm"
// $to = "Ingrid Nordby"
MATCH chain = shortestPath((:Person {name: $from})-[:MET_WITH*..8]-(:Person {name: $to}))
WHERE all(r IN relationships(chain) WHERE r.status = 'occurred')
RETURN [n IN nodes(chain) | n.name] AS people, [r IN relationships(chain) | r.edtf] AS dates
