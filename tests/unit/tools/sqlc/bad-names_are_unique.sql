-- country_all(): many
SELECT id FROM country;

-- country_all(): many
SELECT name FROM country;
