-- doctor_counts(): one or none
-- how much there is of everything
SELECT (SELECT count(*) FROM source) AS sources, (SELECT count(*) FROM action) AS actions,
       (SELECT count(*) FROM activity) AS activities, (SELECT count(*) FROM output) AS outputs,
       (SELECT count(*) FROM expert_provision) AS experts, (SELECT count(*) FROM claim) AS claims,
       (SELECT count(*) FROM search_action) AS searched;

-- doctor_orphans(): many
-- records whose parent is missing: there must be none
SELECT 'activity' AS record, id FROM activity WHERE action_id NOT IN (SELECT id FROM action)
UNION ALL
SELECT 'output', id FROM output WHERE action_id NOT IN (SELECT id FROM action)
UNION ALL
SELECT 'expert', id FROM expert_provision WHERE action_id NOT IN (SELECT id FROM action)
UNION ALL
SELECT 'claim', id FROM claim WHERE action_id NOT IN (SELECT id FROM action)
    OR source_id NOT IN (SELECT id FROM source)
UNION ALL
SELECT 'action', id FROM action WHERE source_id NOT IN (SELECT id FROM source);

-- doctor_spans(): many
-- facts said to stand outside the page they were read from: there must be none
SELECT c.id, c.record, c.field, a.slug
  FROM claim c JOIN source s ON s.id = c.source_id JOIN action a ON a.id = c.action_id
 WHERE c.span_offset < 0 OR c.span_length < 0 OR c.span_offset + c.span_length > s.size;

-- doctor_unsearched(): many
-- actions that search cannot find
SELECT id, slug FROM action WHERE id NOT IN (SELECT rowid FROM search_action) ORDER BY id;

-- doctor_sources(): many
-- every page with its digest, so that its bytes can be checked against it
SELECT id, name, digest, bytes FROM source ORDER BY id;
