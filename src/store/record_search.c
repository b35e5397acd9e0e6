// SPDX-License-Identifier: EUPL-1.2
// record_search — words of records, a column of the full-text table for each class of fields.
#include "store/record_search.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "store/record_search_sqlite.sql.h"
#include "store/search.h"

enum { WORDS_MAX = 4 * 1024 * 1024, QUERY_MAX = 8192, CLASS_N = FIELD_SENSITIVE + 1 };

// The columns of search_record, by class.
static const struct str columns[CLASS_N] = {
	[FIELD_PUBLIC] = S_INIT("public_words"),
	[FIELD_INTERNAL] = S_INIT("internal_words"),
	[FIELD_PERSONAL] = S_INIT("personal_words"),
	[FIELD_FINANCIAL] = S_INIT("financial_words"),
	[FIELD_SENSITIVE] = S_INIT("sensitive_words"),
};

// kind : "action" AND { public_words internal_words } : ("togo"* "labour"*). Folded words hold
// letters and digits only, so nothing of the engine's syntax can come from outside.
static struct str engine_query(
	struct arena *mem, const struct record_words *words, const struct search_words *split)
{
	struct buf b = buf_new(mem, QUERY_MAX);

	buf_format(&b, "kind : \"%" PRIstr "\" AND {", STR(words->kind->name));
	for (size_t i = 0; i < CLASS_N; i++)
		if (words->classes >> i & 1)
			buf_format(&b, " %" PRIstr, STR(columns[i]));
	buf_add(&b, S(" } : ("));
	for (size_t i = 0; i < split->n; i++)
		buf_format(&b, " \"%" PRIstr "\"*", STR(split->p[i]));
	buf_add(&b, S(")"));
	return buf_str(&b);
}

bool record_search(struct arena *mem, struct db *db, const struct record_words *words,
	struct record_ids *ret_ids, struct err *err)
{
	struct search_words split = search_words_of(mem, words->words);
	struct record_search_find_params params = {.query = engine_query(mem, words, &split)};
	struct record_ids ids = {0};
	AUTO_CURSOR cursor = NULL;
	bool more = split.n > 0 && words->classes;

	if (more && !db_query(db, &record_search_find, &params, &cursor, err))
		return false;
	while (more) {
		if (!db_next(cursor, &more, err))
			return false;
		if (more)
			VEC_ADD(mem, &ids, db_int(cursor, 0));
	}
	*ret_ids = ids;
	return true;
}

// The class whose column holds the words of a value; -1 when no single one does: a value under rows
// of another class is for those who see both, and no column is.
static int class_of(const struct place_of_value *place)
{
	int class = (int)place->property->class;
	int rows = place->rows ? (int)place->rows->class : class;

	if (class == FIELD_PUBLIC)
		return rows;
	return rows == FIELD_PUBLIC || rows == class ? class : -1;
}

bool record_search_put(
	struct arena *mem, struct db *db, const struct record *record, struct err *err)
{
	struct record_search_delete_params old = {.id = record->id};
	struct buf words[CLASS_N];

	for (size_t i = 0; i < CLASS_N; i++)
		words[i] = buf_new(mem, WORDS_MAX);
	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		if (!kind_path(record->kind, record->p[i].path, &place) ||
			!(place.property->flags & PROPERTY_SEARCHED) || class_of(&place) < 0)
			continue;
		struct buf *column = &words[class_of(&place)];
		buf_add(column, utf8_fold(mem, record->p[i].text));
		buf_add_char(column, '\n');
	}
	struct record_search_insert_params fresh = {.id = record->id,
		.kind = record->kind->name,
		.public_words = buf_str(&words[FIELD_PUBLIC]),
		.internal_words = buf_str(&words[FIELD_INTERNAL]),
		.personal_words = buf_str(&words[FIELD_PERSONAL]),
		.financial_words = buf_str(&words[FIELD_FINANCIAL]),
		.sensitive_words = buf_str(&words[FIELD_SENSITIVE])};
	return db_run(db, &record_search_delete, &old, NULL, NULL, err) &&
		db_run(db, &record_search_insert, &fresh, NULL, NULL, err);
}
