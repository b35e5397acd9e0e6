// SPDX-License-Identifier: EUPL-1.2
// search — folded words in, keys out; the one place where the engines differ is the statements'
// file beside this one.
#include "store/search.h"

#include <string.h>

#include "base/field.h"
#include "base/utf8.h"
#include "store/row.h"
#include "store/search_sqlite.sql.h"

enum { SEARCH_TEXT_MAX = 4 * 1024 * 1024, QUERY_MAX = 4096 };

struct found {
	int64_t id;
};
static const struct field found_table[] = {FIELD(found, id)};
static const struct fields found_fields = FIELDS(found, found_table);

struct search_words search_words_of(struct arena *mem, struct str query)
{
	struct str folded = utf8_fold(mem, utf8_cut(query, QUERY_MAX));
	struct search_words words = {0};
	size_t start = 0;
	bool inside = false;

	for (size_t at = 0; at <= folded.n && words.n < SEARCH_WORDS_MAX;) {
		unsigned n = 1;
		bool is_word = at < folded.n && utf8_is_word(utf8_at(folded, at, &n));
		if (is_word && !inside)
			start = at;
		if (!is_word && inside)
			VEC_ADD(mem, &words, str_sub(folded, start, at));
		inside = is_word;
		at += n;
	}
	return words;
}

// Each word quoted, with a star for its beginnings: "togo"* "labour"*. Folded words hold letters
// and digits only, so nothing of the engine's syntax can come from outside.
static struct str engine_query(struct arena *mem, const struct search_words *words)
{
	struct buf b = buf_new(mem, 2 * QUERY_MAX);

	for (size_t i = 0; i < words->n; i++)
		buf_format(&b, "%s\"%" PRIstr "\"*", i ? " " : "", STR(words->p[i]));
	return buf_str(&b);
}

bool search_actions(struct arena *mem, struct db *db, struct str query, int64_t most,
	struct action_ids *ret_ids, struct err *err)
{
	static const struct row_shape shape = {&found_fields, sizeof(struct found)};
	struct search_words words = search_words_of(mem, query);
	struct row_list list = {0};

	if (words.n) {
		struct search_find_params params = {
			.query = engine_query(mem, &words), .most = most};
		if (!row_many(
			    mem, (struct row_query){db, &search_find, &params}, &shape, &list, err))
			return false;
	}
	memcpy(ret_ids, &list, sizeof list);
	return true;
}

bool search_put(struct arena *mem, struct db *db, int64_t action_id, struct search_text text,
	struct err *err)
{
	struct search_delete_params old = {.id = action_id};
	struct search_insert_params fresh = {
		.id = action_id,
		.title = utf8_fold(mem, utf8_cut(text.title, SEARCH_TEXT_MAX)),
		.place = utf8_fold(mem, utf8_cut(text.place, SEARCH_TEXT_MAX)),
		.body = utf8_fold(mem, utf8_cut(text.body, SEARCH_TEXT_MAX)),
	};

	return db_run(db, &search_delete, &old, NULL, NULL, err) &&
		db_run(db, &search_insert, &fresh, NULL, NULL, err);
}
