-- country_all(): several
SELECT id FROM country;
