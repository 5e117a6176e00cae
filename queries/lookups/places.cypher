// title: Places of the graph
// about: The jurisdictions that issued a plan or whose agencies have tasks.
// param limit: integer — most rows
MATCH (d:Document)
WHERE d.jurisdiction IS NOT NULL
RETURN d.jurisdiction AS code, count(*) AS documents
ORDER BY documents DESC, code
LIMIT $limit
