// title: Unresolved names to suggest
// about: Names that wait for review, for a person who misspelt one.
MATCH (a:Agency)
WHERE a.resolved = false
RETURN DISTINCT a.name AS name
ORDER BY name
