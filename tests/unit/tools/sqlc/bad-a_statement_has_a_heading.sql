SELECT id FROM country;
