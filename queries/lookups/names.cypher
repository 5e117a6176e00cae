// title: Names to suggest
// about: Names of agencies in the graph, for a person who misspelt one.
// param limit: integer — most rows
MATCH (a:Agency)
RETURN a.id AS id, a.name AS name, a.short_name AS short_name
ORDER BY id
LIMIT $limit
