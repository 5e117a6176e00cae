// title: One task
// about: A task with its text, its agencies in order, its goals and where it stands.
// param task: task — its id
MATCH (t:Task {id: $task})-[:IN*1..2]->(d:Document)
OPTIONAL MATCH (t)-[:IN]->(domain:Domain)
OPTIONAL MATCH (domain)-[:PART_OF*1..5]->(outer:Domain)
WITH t, d, domain, outer ORDER BY outer.level
WITH t, d, domain, [o IN collect({id: outer.id, number: outer.number, name: outer.name}) WHERE o.id IS NOT NULL]
  AS outer
OPTIONAL MATCH (t)-[:HAS_GOAL]->(g:Goal)
WITH t, d, domain, outer, g ORDER BY g.start, g.id
WITH t, d, domain, outer, [x IN collect({id: g.id, statement: g.statement, about: g.about, value: g.value,
  value_max: g.value_max, unit: g.unit, comparator: g.comparator, deadline: g.deadline, start: g.start, end: g.end})
  WHERE x.id IS NOT NULL] AS goals
OPTIONAL MATCH (issuer:Agency)-[:ISSUED]->(d)
WITH t, d, domain, outer, goals, issuer ORDER BY issuer.id
WITH t, d, domain, outer, goals,
  collect(CASE WHEN issuer IS NOT NULL THEN {id: issuer.id, name: issuer.name} END)[0] AS issuer
OPTIONAL MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(t)
WITH t, d, domain, outer, goals, issuer, a, r ORDER BY r.position, a.id
WITH t, d, domain, outer, goals, issuer, [part IN collect({
  id: a.id, name: a.name, resolved: a.resolved, collective: a:Collective, role: type(r), position: r.position,
  mention: r.mention, wording: r.wording, scope: r.scope, start: r.start, end: r.end,
  method: r.method, score: r.score}) WHERE part.id IS NOT NULL] AS agencies
RETURN
  t.id AS id, t.number AS number, t.title AS title, {id: d.id, title: d.title} AS document,
  CASE WHEN domain IS NULL THEN null ELSE {id: domain.id, number: domain.number, name: domain.name} END AS domain,
  t.deadline AS deadline, t.open AS open, agencies, t.text AS text, t.clause AS clause, t.start AS start,
  t.end AS end, outer, goals, issuer, d.issuer AS issued_by, d.number AS document_number, d.issued_on AS issued_on
ORDER BY id
