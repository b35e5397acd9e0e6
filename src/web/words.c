// SPDX-License-Identifier: EUPL-1.2
// words — texts that people wrote in several languages.
#include "web/words.h"

struct paragraphs words_paragraphs(struct arena *mem, struct str text)
{
	struct str_split lines = {.rest = text, .sep = '\n'};
	struct paragraphs paragraphs = {0};
	struct str line;

	while (str_next(&lines, &line))
		if (str_trim(line).n)
			VEC_ADD(mem, &paragraphs, str_trim(line));
	return paragraphs;
}

// The language of the value that record_text chose.
static struct str lang_of(const struct record *record, struct str text)
{
	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		if (record->p[i].text.p == text.p &&
			kind_path(record->kind, record->p[i].path, &place))
			return place.lang;
	}
	return STR_EMPTY;
}

struct words words_of(
	struct arena *mem, const struct lang *lang, const struct record *record, struct str name)
{
	struct words words = {.text = STR_EMPTY, .lang = STR_EMPTY};
	if (!record)
		return words;
	words.text = record_text(record, mem, name, lang->code);
	if (!words.text.n)
		return words;
	struct str other = lang_of(record, words.text);
	if (!str_eq(other, lang->code)) {
		const struct lang *known = lang_find(other);
		words.lang = other;
		words.is_rtl = known && known->is_rtl;
	}
	words.paragraph = words_paragraphs(mem, words.text);
	return words;
}
