// title: Tasks an agency co-leads
// title-zh: 某单位共同牵头的任务
// about: Every task led by two or more agencies, this one among them.
// param agency: agency = 工业和信息化厅 — any name the agency goes by, or its id
// param year: integer? — only plans of this year
MATCH past = (asked:Agency {id: $agency})<-[:SUCCEEDED_BY*0..5]-(body:Agency)
WHERE all(step IN relationships(past) WHERE step.kind <> 'duty_moved')
MATCH (body)-[:MEMBER_OF*0..1]->(holder:Agency)-[r:LEADS]->(t:Task)-[:IN*1..2]->(plan:Document)
WHERE $year IS NULL OR plan.year = $year
WITH DISTINCT asked, holder, r, t, plan {.id, .title, .year} AS plan ORDER BY r.position
WITH asked, holder, t, plan, collect(r)[0] AS r
MATCH (other:Agency)-[o:LEADS]->(t)
WHERE other.id <> holder.id
WITH asked, holder, r, t, plan, other, o ORDER BY o.position
WITH asked, holder, r, t, plan, collect(DISTINCT other.name) AS co_leads
OPTIONAL MATCH (t)-[:IN]->(domain:Domain)
RETURN
  t.id AS task, t.number AS item, t.title AS title, co_leads AS with_agencies,
  CASE WHEN holder.id = asked.id THEN null ELSE holder.name END AS via,
  domain.name AS domain, plan.title AS document, plan.year AS year,
  {document: plan.id, title: plan.title, item: t.number, task: t.id, mention: r.mention,
   wording: r.wording, start: r.start, end: r.end, method: r.method, score: r.score} AS evidence
ORDER BY year DESC, plan.id, t.ordinal, holder.id
