// title: Agencies by name
// about: Agencies that carry a name, or whose id it is, and the body that each is today.
// param name: text — a name without noise, or an id
MATCH (a:Agency)
WHERE a.id = $name OR a.name = $name OR a.short_name = $name OR $name IN a.aliases
  OR (size($name) > 2 AND a.name ENDS WITH $name AND EXISTS {
    (a)-[:OF]->(home:Jurisdiction) WHERE a.name ENDS WITH home.name + $name })
OPTIONAL MATCH later = (a)-[:SUCCEEDED_BY*1..5]->(now:Agency)
WHERE all(step IN relationships(later) WHERE step.kind IN ['renamed', 'merged'])
  AND NOT EXISTS { (now)-[:SUCCEEDED_BY]->(:Agency) }
OPTIONAL MATCH (a)-[:OF]->(place:Jurisdiction)
RETURN DISTINCT a.id AS id, a.name AS name, a.resolved AS resolved, a:Collective AS collective,
  place.code AS jurisdiction, now.id AS now,
  a.id = $name AS by_id, (a.name = $name OR a.short_name = $name OR $name IN a.aliases) AS by_name
ORDER BY id, now
