-- country_all(): many
SELECT id FROM country

-- country_count(): one or none
SELECT count(*) FROM country;
