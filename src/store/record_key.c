// SPDX-License-Identifier: EUPL-1.2
// record_key — makes the keys of a record from its description.
#include "store/record_key.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "store/record_key.sql.h"
#include "store/record_search.h"

static struct str key_name(struct arena *mem, const struct kind *kind, struct str property)
{
	return str_format(mem, "%" PRIstr ".%" PRIstr, STR(kind->name), STR(property));
}

static bool key_write(struct db *db, const struct record *record, struct str property,
	struct str key, struct err *err)
{
	struct record_key_insert_params params = {.record_id = record->id,
		.property = property,
		.key = str_sub(key, 0, RECORD_KEY_MAX)};
	return db_run(db, &record_key_insert, &params, NULL, NULL, err);
}

// Every filtered, sorted, unique or linked value becomes a key: codes and numbers as they are, texts
// folded.
static bool values_write(
	struct arena *mem, struct db *db, const struct record *record, struct err *err)
{
	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		if (!kind_path(record->kind, record->p[i].path, &place))
			continue;
		const struct property *p = place.property;
		bool is_text = p->type == PROPERTY_LINE || p->type == PROPERTY_EMAIL;
		if (!(p->flags & (PROPERTY_FILTERED | PROPERTY_SORTED | PROPERTY_UNIQUE)) &&
			p->type != PROPERTY_LINK && p->type != PROPERTY_FILE &&
			p->type != PROPERTY_RECORD)
			continue;
		struct str name = place.rows ? str_format(mem, "%" PRIstr ".%" PRIstr,
						       STR(place.rows->name), STR(p->name))
					     : p->name;
		struct str key = is_text ? utf8_fold(mem, record->p[i].text) : record->p[i].text;
		if (!key_write(db, record, key_name(mem, record->kind, name), key, err))
			return false;
	}
	return true;
}

struct languages VEC_OF(struct str);

static bool is_public_text(const struct record *record, size_t i, struct place_of_value *place)
{
	return kind_path(record->kind, record->p[i].path, place) && place->lang.n &&
		place->property->class == FIELD_PUBLIC;
}

// True when every public text that there is in some language is there in this one.
static bool is_told_in(const struct record *record, struct str lang)
{
	const struct property *before = NULL;
	bool has = true;

	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		if (!is_public_text(record, i, &place))
			continue;
		if (place.property != before && !has)
			return false;
		has = (place.property == before && has) || str_eq(place.lang, lang);
		before = place.property;
	}
	return has;
}

static bool languages_write(
	struct arena *mem, struct db *db, const struct record *record, struct err *err)
{
	struct str name = key_name(mem, record->kind, S(RECORD_KEY_LANGUAGES));
	struct languages seen = {0};

	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		bool is_seen = false;
		if (!is_public_text(record, i, &place))
			continue;
		for (size_t k = 0; k < seen.n; k++)
			is_seen |= str_eq(seen.p[k], place.lang);
		if (is_seen)
			continue;
		if (!seen.n && !key_write(db, record, name, S(RECORD_KEY_TEXTS), err))
			return false;
		VEC_ADD(mem, &seen, place.lang);
		if (is_told_in(record, place.lang) && !key_write(db, record, name, place.lang, err))
			return false;
	}
	return true;
}

bool record_keys_write(
	struct arena *mem, struct db *db, const struct record *record, struct err *err)
{
	struct record_key_delete_params old = {.record_id = record->id};

	return db_run(db, &record_key_delete, &old, NULL, NULL, err) &&
		values_write(mem, db, record, err) && languages_write(mem, db, record, err) &&
		record_search_put(mem, db, record, err);
}
