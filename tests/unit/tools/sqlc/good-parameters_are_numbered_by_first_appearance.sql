-- country.sql: a remark before the first heading is nobody's.

-- country_find(name text, id int?, picture blob,
--   most int): many
-- a heading may take several lines;
-- what follows it documents the statement
SELECT ':name', "a:b", id::TEXT -- :comment is not a parameter
  FROM country /* nor is
    :this one */
 WHERE (id = :id OR :id IS NULL) AND name LIKE :name || 'it''s; fine'
   AND picture = :picture
 LIMIT :most;

-- country_clear(): none
DELETE FROM country;
