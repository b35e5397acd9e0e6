-- country_by_code(code string): one or none
SELECT id FROM country WHERE code = :code;
