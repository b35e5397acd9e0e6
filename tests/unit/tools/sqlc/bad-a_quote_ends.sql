-- country_all(): many
SELECT id FROM country WHERE name = 'x;
