-- country_by_code(code text
SELECT id FROM country WHERE code = :code;
