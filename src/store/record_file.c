// SPDX-License-Identifier: EUPL-1.2
// record_file — which records hold a file; every field that can hold one is found by its description.
#include "store/record_file.h"

#include "store/kept_file.h"
#include "store/record.h"
#include "store/record.sql.h"

static bool holders_of(struct arena *mem, struct db *db, struct str digest,
	const struct file_holder *field, struct file_holders *holders, struct err *err)
{
	struct record_key_having_params params = {.key = digest};
	AUTO_CURSOR cursor = NULL;
	bool more;

	params.property = field->rows
		? str_format(mem, "%" PRIstr ".%" PRIstr ".%" PRIstr, STR(field->kind->name),
			  STR(field->rows->name), STR(field->property->name))
		: str_format(mem, "%" PRIstr ".%" PRIstr, STR(field->kind->name),
			  STR(field->property->name));
	if (!db_query(db, &record_key_having, &params, &cursor, err))
		return false;
	for (;;) {
		struct file_holder holder = *field;
		if (!db_next(cursor, &more, err))
			return false;
		if (!more)
			return true;
		holder.record_id = db_int(cursor, 0);
		VEC_ADD(mem, holders, holder);
	}
}

// Calls itself once, for the parts of rows.
static bool holders_among(struct arena *mem, struct db *db, struct str digest,
	const struct file_holder *above, struct file_holders *holders, struct err *err)
{
	const struct kind *kind = above->kind;
	const struct property *table = above->rows ? above->rows->part : kind->property;
	size_t n = above->rows ? above->rows->part_n : kind->property_n;

	for (size_t i = 0; i < n; i++) {
		struct file_holder field = *above;
		bool is_rows = table[i].type == PROPERTY_ROWS;
		if (!is_rows && table[i].type != PROPERTY_FILE)
			continue;
		field.rows = is_rows ? &table[i] : above->rows;
		field.property = is_rows ? NULL : &table[i];
		if (is_rows ? !holders_among(mem, db, digest, &field, holders, err)
			    : !holders_of(mem, db, digest, &field, holders, err))
			return false;
	}
	return true;
}

bool record_file_holders(struct arena *mem, struct db *db, struct str digest,
	struct file_holders *ret_holders, struct err *err)
{
	struct file_holders holders = {0};

	for (size_t i = 0; i < KIND_N; i++) {
		const struct file_holder field = {.kind = kind_list[i]};
		if (!holders_among(mem, db, digest, &field, &holders, err))
			return false;
	}
	*ret_holders = holders;
	return true;
}

bool record_file_is_public(struct arena *mem, struct db *db, struct str digest, int64_t now,
	bool *ret_public, struct err *err)
{
	struct file_holders holders;
	bool is_public = false;

	if (!record_file_holders(mem, db, digest, &holders, err))
		return false;
	for (size_t i = 0; i < holders.n && !is_public; i++) {
		const struct file_holder *h = &holders.p[i];
		if (h->property->class != FIELD_PUBLIC ||
			(h->rows && h->rows->class != FIELD_PUBLIC))
			continue;
		if (!record_is_shown(mem, db, h->record_id, now, &is_public, err))
			return false;
	}
	*ret_public = is_public;
	return true;
}

static bool value_check(struct arena *mem, struct db *db, const struct value *value,
	struct findings *findings, struct err *err)
{
	struct kept_file *file;

	if (!kept_file_find(mem, db, value->text, &file, err))
		return false;
	if (!file)
		finding_add(mem, findings,
			(struct finding){.rule = value->path, .severity = SEVERITY_ERROR}, "%s",
			N_("This file is not kept here: choose it again."));
	return true;
}

bool record_file_check(struct arena *mem, struct db *db, const struct record *before,
	const struct record *record, struct findings *findings, struct err *err)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct value *value = &record->p[i];
		struct place_of_value place;
		if (kind_path(record->kind, value->path, &place) &&
			place.property->type == PROPERTY_FILE &&
			!str_eq(record_get(before, value->path), value->text) &&
			!value_check(mem, db, value, findings, err))
			return false;
	}
	return true;
}
