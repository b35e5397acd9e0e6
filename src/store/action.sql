-- action_by_slug(slug text): one or none
-- the action at this address, in whatever state
SELECT id, slug, digest, source_id, position, heading, place, place_kind, iso2, phase, title,
       objective, summary, duration_raw, period, duration_damaged, duration_ambiguous, requester,
       requester_kind, participants, participants_quote, span_offset, span_length, review,
       created_at, changed_at
  FROM action WHERE slug = :slug;

-- action_by_id(id int): one or none
SELECT id, slug, digest, source_id, position, heading, place, place_kind, iso2, phase, title,
       objective, summary, duration_raw, period, duration_damaged, duration_ambiguous, requester,
       requester_kind, participants, participants_quote, span_offset, span_length, review,
       created_at, changed_at
  FROM action WHERE id = :id;

-- action_by_match(match_key text): one or none
-- the action that a page's entry of this place, phase and title is about
SELECT id, slug, digest, source_id, review FROM action WHERE match_key = :match_key;

-- action_slug_taken(slug text): one or none
SELECT id FROM action WHERE slug = :slug;

-- action_insert(slug text, match_key text, digest text, source_id int, position int, heading text,
--   place text, place_kind text, iso2 text, phase int, title text, objective text, summary text,
--   duration_raw text, period text, duration_damaged int, duration_ambiguous int, requester text,
--   requester_kind text, participants int, participants_quote text, span_offset int,
--   span_length int, review text, created_at int): none
INSERT INTO action (slug, match_key, digest, source_id, position, heading, place, place_kind, iso2,
       phase, title, objective, summary, duration_raw, period, duration_damaged,
       duration_ambiguous, requester, requester_kind, participants, participants_quote,
       span_offset, span_length, review, created_at, changed_at)
VALUES (:slug, :match_key, :digest, :source_id, :position, :heading, :place, :place_kind, :iso2,
       :phase, :title, :objective, :summary, :duration_raw, :period, :duration_damaged,
       :duration_ambiguous, :requester, :requester_kind, :participants, :participants_quote,
       :span_offset, :span_length, :review, :created_at, :created_at);

-- action_update(id int, digest text, source_id int, position int, heading text, place text,
--   place_kind text, iso2 text, phase int, title text, objective text, summary text,
--   duration_raw text, period text, duration_damaged int, duration_ambiguous int, requester text,
--   requester_kind text, participants int, participants_quote text, span_offset int,
--   span_length int, review text, changed_at int): none
-- the address and the day of creation stay
UPDATE action SET digest = :digest, source_id = :source_id, position = :position,
       heading = :heading, place = :place, place_kind = :place_kind, iso2 = :iso2, phase = :phase,
       title = :title, objective = :objective, summary = :summary, duration_raw = :duration_raw,
       period = :period, duration_damaged = :duration_damaged,
       duration_ambiguous = :duration_ambiguous, requester = :requester,
       requester_kind = :requester_kind, participants = :participants,
       participants_quote = :participants_quote, span_offset = :span_offset,
       span_length = :span_length, review = :review, changed_at = :changed_at
 WHERE id = :id;

-- action_accept(id int, changed_at int): none
UPDATE action SET review = 'accepted', changed_at = :changed_at WHERE id = :id;

-- action_ids(): many
-- all that were not merged into another, in the order in which their pages came in and list them
SELECT id FROM action WHERE id NOT IN (SELECT action_id FROM action_merged)
 ORDER BY source_id, position, id;

-- action_ids_public(): many
-- those of them that the public sees
SELECT id FROM action WHERE hidden = 0 AND id NOT IN (SELECT action_id FROM action_merged)
 ORDER BY source_id, position, id;
