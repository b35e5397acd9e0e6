// SPDX-License-Identifier: EUPL-1.2
// desk_review_words — a unit of a record in the visitor's words.
#include "web/desk_review.h"

#include "base/buf.h"

enum { WORDS_MAX = 300 * 1000 };

// The row as it would stand in a record, so that its texts need no reading of their own.
static bool row_words(struct visit *v, const struct kind *kind, struct str path, struct str text,
	struct str *ret_words, struct err *err)
{
	struct record row = record_new(kind);
	struct buf words = buf_new(v->mem, WORDS_MAX);
	fact_put(v->mem, &row, path, STR_EMPTY, text);
	for (size_t i = 0; i < row.n; i++) {
		struct place_of_value place;
		struct str one;
		if (!kind_path(kind, row.p[i].path, &place))
			continue;
		if (!desk_record_words(v, place.property, row.p[i].text, &one, err))
			return false;
		if (words.n)
			buf_add(&words, S(" · "));
		buf_add(&words, one);
	}
	*ret_words = buf_str(&words);
	return true;
}

bool desk_review_words(struct visit *v, const struct kind *kind, struct str path, struct str text,
	struct str *ret_words, struct err *err)
{
	const struct property *p = fact_property(kind, path);
	int state = kind_state(kind, text);
	*ret_words = text;
	if (!text.n)
		return true;
	if (!path.n) {
		*ret_words = state < 0 ? text : visit_text(v, str_c(kind->state[state].label));
		return true;
	}
	if (p && p->type == PROPERTY_ROWS)
		return row_words(v, kind, path, text, ret_words, err);
	return !p || desk_record_words(v, p, text, ret_words, err);
}
