// title: Tasks of an agency, by role
// title-zh: 某单位的任务（按职责）
// about: Every task an agency leads, shares, supports or guides, under its earlier names too, and those of a class of bodies it belongs to (via).
// param agency: agency = 工业和信息化厅 — any name the agency goes by, or its id
// param role: role? — lead, co-lead, responsible, support or guide
// param year: integer? — only plans of this year
MATCH past = (asked:Agency {id: $agency})<-[:SUCCEEDED_BY*0..5]-(body:Agency)
WHERE all(step IN relationships(past) WHERE step.kind <> 'duty_moved')
MATCH (body)-[:MEMBER_OF*0..1]->(holder:Agency)
MATCH (holder)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(t:Task)-[:IN*1..2]->(plan:Document)
WHERE $year IS NULL OR plan.year = $year
WITH DISTINCT asked, holder, r, t, plan {.id, .title, .year} AS plan,
  {LEADS: 'lead', RESPONSIBLE_FOR: 'responsible', SUPPORTS: 'support', GUIDES: 'guide'}[type(r)] AS role,
  EXISTS { MATCH (t)<-[:LEADS]-(other:Agency) WHERE other.id <> holder.id } AS shared
WHERE $role IS NULL OR role = $role OR ($role = 'co-lead' AND role = 'lead' AND shared)
OPTIONAL MATCH (t)-[:IN]->(domain:Domain)
RETURN
  t.id AS task, t.number AS item, t.title AS title, role,
  CASE WHEN holder.id = asked.id THEN null ELSE holder.name END AS via,
  t.deadline AS deadline, domain.name AS domain, plan.title AS document, plan.year AS year,
  {document: plan.id, title: plan.title, item: t.number, task: t.id, mention: r.mention,
   wording: r.wording, start: r.start, end: r.end, method: r.method, score: r.score} AS evidence
ORDER BY year DESC, plan.id, t.ordinal, r.position, holder.id
