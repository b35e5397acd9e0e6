-- theme_of_action(first int, next int): many
SELECT a.id, a.action_id, t.slug
  FROM action_theme a JOIN theme t ON t.id = a.theme_id
 WHERE a.id >= :first AND a.id < :next ORDER BY a.id;

-- theme_by_slug(slug text): one or none
SELECT id FROM theme WHERE slug = :slug;

-- theme_insert(slug text): none
INSERT INTO theme (slug) VALUES (:slug);

-- theme_link_insert(id int, action_id int, theme_id int): none
INSERT INTO action_theme (id, action_id, theme_id) VALUES (:id, :action_id, :theme_id);

-- theme_link_delete_of_action(first int, next int): none
DELETE FROM action_theme WHERE id >= :first AND id < :next;
