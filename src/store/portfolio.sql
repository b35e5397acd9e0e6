-- portfolio_version_now(): one or none
-- the number that moves with every change, and when it last did
SELECT number, changed_at FROM portfolio_version WHERE id = 1;

-- portfolio_version_bump(changed_at int): none
-- says that something changed; part of every write transaction
UPDATE portfolio_version SET number = number + 1, changed_at = :changed_at WHERE id = 1;

-- portfolio_actions(): many
-- what lists, facets and figures need of every action, in the order of their keys
SELECT id, slug, source_id, place, place_kind, iso2, phase, title, period, requester_kind,
       participants, review, changed_at
  FROM action WHERE hidden = 0 AND id NOT IN (SELECT action_id FROM action_merged) ORDER BY id;

-- portfolio_themes(): many
SELECT a.action_id, t.slug
  FROM action_theme a JOIN theme t ON t.id = a.theme_id
 WHERE a.action_id NOT IN (SELECT action_id FROM action_merged) ORDER BY a.id;

-- portfolio_countries(): many
SELECT action_id, iso2, role FROM action_country
 WHERE action_id NOT IN (SELECT action_id FROM action_merged) ORDER BY id;

-- portfolio_activities(): many
SELECT a.action_id, a.type, a.period, a.status, a.number, COALESCE(p.iso2, '') AS iso2
  FROM activity a LEFT JOIN place p ON p.id = a.place_id
 WHERE a.action_id NOT IN (SELECT action_id FROM action_merged) ORDER BY a.id;

-- portfolio_experts(): many
SELECT action_id, iso2, kind FROM expert_provision
 WHERE action_id NOT IN (SELECT action_id FROM action_merged) ORDER BY id;

-- portfolio_outputs(): many
SELECT action_id, type, status FROM output
 WHERE action_id NOT IN (SELECT action_id FROM action_merged) ORDER BY id;

-- portfolio_sources(): many
SELECT id, region, as_of, funder, name, imported_at FROM source ORDER BY id;
