-- country_by_code(code text, name text): one or none
SELECT id FROM country WHERE code = :code;
