// title: Agencies
// about: One page of agencies, in the order of their ids.
// param words: text? — only agencies with this in a name
// param jurisdiction: jurisdiction? — only agencies of this place
// param resolved: text? — true: only known bodies; false: only names nobody could resolve
// param after: text? — the id of the last agency of the page before
// param limit: integer — most rows
MATCH (a:Agency)
WHERE ($after IS NULL OR a.id > $after)
  AND ($words IS NULL OR a.name CONTAINS $words OR a.short_name CONTAINS $words
    OR any(alias IN a.aliases WHERE alias CONTAINS $words))
  AND ($jurisdiction IS NULL OR EXISTS { (a)-[:OF]->(:Jurisdiction {code: $jurisdiction}) })
  AND ($resolved IS NULL OR toString(a.resolved) = $resolved)
WITH a ORDER BY a.id LIMIT $limit
OPTIONAL MATCH (a)-[:OF]->(place:Jurisdiction)
RETURN
  [a.id] AS key, a.id AS id, a.name AS name, a.short_name AS short_name, a.aliases AS aliases, a.kind AS kind,
  a.level AS level, CASE WHEN place IS NULL THEN null ELSE {code: place.code, name: place.name} END AS jurisdiction,
  a.valid_from AS valid_from, a.valid_to AS valid_to, a.resolved AS resolved, a:Collective AS collective
ORDER BY id
