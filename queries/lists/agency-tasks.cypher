// title: Tasks of one agency
// about: One page of the tasks an agency has a part in, under its earlier names too, with the part it has in each.
// param agency: agency — its id
// param role: role? — lead, co-lead, responsible, support or guide
// param year: integer? — only plans of this year
// param after: text? — the key of the last task of the page before
// param limit: integer — most rows
MATCH past = (asked:Agency {id: $agency})<-[:SUCCEEDED_BY*0..5]-(body:Agency)
WHERE all(step IN relationships(past) WHERE step.kind <> 'duty_moved')
MATCH (body)-[:MEMBER_OF*0..1]->(holder:Agency)
MATCH (holder)-[own:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(t:Task)
WITH asked, holder, own, t, [(t)-[:IN*1..2]->(plan:Document) | plan {.id, .title, .year}][0] AS d
WHERE $year IS NULL OR d.year = $year
WITH DISTINCT asked, holder, own, t, d,
  {LEADS: 'lead', RESPONSIBLE_FOR: 'responsible', SUPPORTS: 'support', GUIDES: 'guide'}[type(own)] AS role,
  EXISTS { MATCH (t)<-[:LEADS]-(other:Agency) WHERE other.id <> holder.id } AS shared,
  d.id + '/' + right('000000' + toString(t.ordinal), 6) AS key
WHERE ($after IS NULL OR key > $after)
  AND ($role IS NULL OR role = $role OR ($role = 'co-lead' AND role = 'lead' AND shared))
WITH asked, holder, own, t, d, role, key ORDER BY key, own.position, holder.id
WITH t, d, key, collect(DISTINCT {role: role, via: CASE WHEN holder.id = asked.id THEN null ELSE holder.name END}) AS own
ORDER BY key LIMIT $limit
OPTIONAL MATCH (t)-[:IN]->(domain:Domain)
OPTIONAL MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(t)
WITH t, d, key, own, domain, a, r ORDER BY key, r.position, a.id
WITH t, d, key, own, domain, collect({
  id: a.id, name: a.name, resolved: a.resolved, collective: a:Collective, role: type(r), position: r.position,
  mention: r.mention, wording: r.wording, scope: r.scope, start: r.start, end: r.end,
  method: r.method, score: r.score}) AS agencies
RETURN
  [key] AS key, t.id AS id, t.number AS number, t.title AS title, {id: d.id, title: d.title} AS document,
  CASE WHEN domain IS NULL THEN null ELSE {id: domain.id, number: domain.number, name: domain.name} END AS domain,
  t.deadline AS deadline, t.open AS open, agencies, own
ORDER BY key
