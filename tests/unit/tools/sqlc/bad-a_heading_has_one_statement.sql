-- country_all(): many
SELECT id FROM country; SELECT name FROM country;
