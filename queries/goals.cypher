// title: Goals by agency, domain and due date
// title-zh: 按单位、领域和时限列目标
// about: Numbers, units and deadlines, soonest first, of one agency's tasks, of one domain, or of all.
// param agency: agency? — only goals of tasks this agency has a part in
// param domain: domain? — only goals of this domain
// param due_from: date? — due on this day or later
// param due_by: date? — due on this day or sooner
// param year: integer? — only plans of this year
OPTIONAL MATCH past = (:Agency {id: $agency})<-[:SUCCEEDED_BY*0..5]-(body:Agency)
WHERE all(step IN relationships(past) WHERE step.kind <> 'duty_moved')
OPTIONAL MATCH (body)-[:MEMBER_OF*0..1]->(holder:Agency)
WITH collect(DISTINCT holder.id) AS holders
MATCH (bearer:Task|Document)-[:HAS_GOAL]->(g:Goal)
WHERE ($agency IS NULL OR EXISTS {
    (bearer)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]-(holder:Agency) WHERE holder.id IN holders })
  AND ($domain IS NULL OR EXISTS { (bearer)-[:IN]->(:Domain)-[:PART_OF*0..5]->(:Domain {id: $domain}) })
  AND ($due_from IS NULL OR g.deadline >= date($due_from))
  AND ($due_by IS NULL OR g.deadline <= date($due_by))
WITH g, bearer
MATCH (bearer)-[:IN*0..2]->(plan:Document)
WHERE $year IS NULL OR plan.year = $year
WITH g, bearer, plan {.id, .title} AS plan
OPTIONAL MATCH (lead:Agency)-[r:LEADS]->(bearer)
WITH g, bearer, plan, lead.name AS lead, r.position AS position ORDER BY position
WITH g, bearer, plan, collect(DISTINCT lead) AS leads
RETURN
  g.deadline AS deadline, g.statement AS goal, g.about AS about, g.comparator AS comparator,
  g.value AS value, g.value_max AS value_max, g.unit AS unit,
  CASE WHEN bearer:Task THEN bearer.id END AS task, bearer.number AS item, bearer.title AS title, leads,
  plan.title AS document,
  {document: plan.id, title: plan.title, item: CASE WHEN bearer:Task THEN bearer.number END,
   start: g.start, end: g.end} AS evidence
ORDER BY coalesce(deadline, date('9999-12-31')), plan.id, g.start, g.id
