-- country_by_code(code text, code text): one or none
SELECT id FROM country WHERE code = :code;
