-- country_by_code(): one or none
SELECT id FROM country
 WHERE code = :code;
