// title: Responsibility chain of a task
// title-zh: 一项任务的责任链
// about: Who is responsible for a task, in which role and order, under which domain, towards which goals, issued by whom.
// param task: task — a task's id, its number as printed, or words of its title
MATCH (t:Task {id: $task})-[:IN*1..2]->(plan:Document)
OPTIONAL MATCH (t)-[:IN]->(domain:Domain)
OPTIONAL MATCH (domain)-[:PART_OF]->(outer:Domain)
OPTIONAL MATCH (issuer:Agency)-[:ISSUED]->(plan)
WITH t, plan {.id, .title, .issuer} AS plan, domain, outer, issuer
OPTIONAL MATCH (t)-[:HAS_GOAL]->(goal:Goal)
WITH t, plan, domain, outer, issuer, goal ORDER BY goal.start, goal.id
WITH t, plan, domain, outer, issuer, collect(goal.statement) AS goals
OPTIONAL MATCH (agency:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(t)
OPTIONAL MATCH (agency)-[:SUCCEEDED_BY]->(successor:Agency)
WITH t, plan, domain, outer, issuer, goals, agency, r, successor ORDER BY successor.name
WITH t, plan, domain, outer, issuer, goals, agency, r, collect(successor.name) AS now
RETURN
  r.position AS position,
  {LEADS: 'lead', RESPONSIBLE_FOR: 'responsible', SUPPORTS: 'support', GUIDES: 'guide'}[type(r)] AS role,
  agency.name AS agency, agency.id AS agency_id, now, r.scope AS scope,
  t.id AS task, t.number AS item, t.title AS title, t.deadline AS deadline, goals,
  domain.name AS domain, outer.name AS outer_domain,
  plan.title AS document, coalesce(issuer.name, plan.issuer) AS issuer,
  CASE WHEN agency IS NULL THEN null ELSE
  {document: plan.id, title: plan.title, item: t.number, task: t.id, mention: r.mention,
   wording: r.wording, start: r.start, end: r.end, method: r.method, score: r.score} END AS evidence
ORDER BY position, role, agency_id
