// title: Unresolved names, for review
// about: One page of the names that no body was found for, most tasks first, with the first place each stands in.
// param jurisdiction: jurisdiction? — only names in plans of this place
// param after_tasks: integer? — how many tasks the last name of the page before has
// param after: text? — its id
// param limit: integer — most rows
MATCH (a:Agency)
WHERE a.resolved = false
  AND ($jurisdiction IS NULL OR EXISTS { (a)-[:OF]->(:Jurisdiction {code: $jurisdiction}) })
WITH a, COUNT { (a)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(:Task) } AS tasks
WHERE $after IS NULL OR tasks < $after_tasks OR (tasks = $after_tasks AND a.id > $after)
WITH a, tasks ORDER BY tasks DESC, a.id LIMIT $limit
OPTIONAL MATCH (a)-[:OF]->(place:Jurisdiction)
OPTIONAL MATCH (a)-[:ISSUED]->(issue:Document)
WITH a, tasks, place, issue.issued_on AS day, issue.id AS issue, issue.title AS title ORDER BY day, issue
WITH a, tasks, place, collect({id: issue, title: title}) AS issues
OPTIONAL MATCH (a)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(t:Task)-[:IN*1..2]->(d:Document)
WITH a, tasks, place, issues, d.issued_on AS day, d.id AS document, t.ordinal AS ordinal, r.position AS position,
  {document: {id: d.id, title: d.title}, task: t.id, item: t.number, title: t.title, role: type(r),
   start: r.start, end: r.end} AS stands
ORDER BY day, document, ordinal, position
WITH a, tasks, place, issues, collect(stands) AS places
RETURN
  [toString(tasks), a.id] AS key, a.id AS id, a.name AS name, tasks,
  size([issue IN issues WHERE issue.id IS NOT NULL]) AS issued,
  CASE WHEN place IS NULL THEN null ELSE {code: place.code, name: place.name} END AS jurisdiction,
  CASE WHEN tasks > 0 THEN places[0]
    ELSE {document: issues[0], task: null, item: null, title: null, role: 'ISSUED', start: null, end: null}
    END AS first
ORDER BY tasks DESC, id
