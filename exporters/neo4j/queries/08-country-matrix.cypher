// How often did actors of one country do what to actors of another?
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.status = 'occurred' AND r.plover IS NOT NULL
WITH coalesce(a.country, split(a.id, 'iso:')[1]) AS source, coalesce(b.country, split(b.id, 'iso:')[1]) AS target, r
WHERE source <> target
RETURN source, target, r.plover AS kind, count(r) AS times, collect(DISTINCT type(r)) AS relations
ORDER BY times DESC, source, target, kind
