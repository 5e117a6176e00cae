// title: One agency
// about: An agency with what it comes from, became, belongs to, and how much it carries.
// param agency: agency — its id
MATCH (a:Agency {id: $agency})
OPTIONAL MATCH (a)-[:OF]->(place:Jurisdiction)
OPTIONAL MATCH (a)-[:MANAGED_BY]->(manager:Agency)
WITH a, place, manager,
  [(a)-[s:SUCCEEDED_BY]->(x:Agency) | {id: x.id, name: x.name, on: s.on, kind: s.kind}] AS successors,
  [(x:Agency)-[s:SUCCEEDED_BY]->(a) | {id: x.id, name: x.name, on: s.on, kind: s.kind}] AS predecessors,
  [(a)-[:MEMBER_OF]->(x:Agency) | {id: x.id, name: x.name}] AS collectives,
  [(x:Agency)-[:MEMBER_OF]->(a) | {id: x.id, name: x.name}] AS members
RETURN
  a.id AS id, a.name AS name, a.short_name AS short_name, a.aliases AS aliases, a.kind AS kind, a.level AS level,
  CASE WHEN place IS NULL THEN null ELSE {code: place.code, name: place.name} END AS jurisdiction,
  a.valid_from AS valid_from, a.valid_to AS valid_to, a.resolved AS resolved, a:Collective AS collective,
  CASE WHEN manager IS NULL THEN null ELSE {id: manager.id, name: manager.name} END AS managed_by,
  successors, predecessors, collectives, members,
  {lead: COUNT { (a)-[:LEADS]->(:Task) }, responsible: COUNT { (a)-[:RESPONSIBLE_FOR]->(:Task) },
   support: COUNT { (a)-[:SUPPORTS]->(:Task) }, guide: COUNT { (a)-[:GUIDES]->(:Task) }} AS tasks
ORDER BY id
