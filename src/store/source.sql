-- source_by_digest(digest text): one or none
SELECT id, digest, name, size, region, funder, as_of, unread_share, imported_at
  FROM source WHERE digest = :digest;

-- source_by_id(id int): one or none
SELECT id, digest, name, size, region, funder, as_of, unread_share, imported_at
  FROM source WHERE id = :id;

-- source_bytes(id int, from_byte int, byte_n int): one or none
-- a piece of the page as it was given; from_byte counts from 1
SELECT substr(bytes, :from_byte, :byte_n) AS bytes FROM source WHERE id = :id;

-- source_all(): many
SELECT id, digest, name, size, region, funder, as_of, unread_share, imported_at
  FROM source ORDER BY id;

-- source_insert(digest text, name text, bytes blob, size int, region text, funder text,
--   as_of text, unread_share int, imported_at int): none
INSERT INTO source (digest, name, bytes, size, region, funder, as_of, unread_share, imported_at)
VALUES (:digest, :name, :bytes, :size, :region, :funder, :as_of, :unread_share, :imported_at);
