// SPDX-License-Identifier: EUPL-1.2
// label — what a line is introduced by: "Objective:", "Durée :", "Time frame".

#include "work/read/label.h"

enum { LABEL_BYTES_MAX = 96, FUNDER_LINE_MAX = 400 };

static const struct str label_names[LABEL_N] = {
	[LABEL_NONE] = S_INIT(""),
	[LABEL_OBJECTIVE] = S_INIT("objective"),
	[LABEL_SUMMARY] = S_INIT("summary"),
	[LABEL_DURATION] = S_INIT("duration"),
	[LABEL_REQUESTER] = S_INIT("requester"),
	[LABEL_EXPERTS] = S_INIT("experts"),
	[LABEL_AREA] = S_INIT("area"),
	[LABEL_DOWNLOADS] = S_INIT("downloads"),
};

static enum label label_named(struct str name)
{
	for (int i = 1; i < LABEL_N; i++)
		if (str_eq(label_names[i], name))
			return (enum label)i;
	return LABEL_NONE;
}

enum label label_of_line(
	struct arena *mem, const struct lexicon *lexicon, struct str line, size_t *ret_value)
{
	struct str head = str_sub(line, 0, LABEL_BYTES_MAX);
	size_t colon = str_find_char(head, ':', 0);
	if (colon == STR_NONE && line.n > LABEL_BYTES_MAX)
		return LABEL_NONE;
	if (colon != STR_NONE)
		head = str_sub(head, 0, colon + 1);
	struct tokens tokens = {0};
	tokens_add(mem, &tokens, head, 0, head.n);
	size_t i = 0;
	while (i < tokens.n && tokens.p[i].kind == TOKEN_MARK)
		i++;
	if (i == tokens.n)
		return LABEL_NONE;
	lexicon_mark(lexicon, &tokens, i);
	const struct lexicon_entry *entry = lexicon_at(&tokens, i, tokens.n, LEXICON_LABEL);
	if (!entry)
		return LABEL_NONE;
	size_t behind = i + entry->word_n;
	bool has_colon = behind + 1 == tokens.n && token_is_mark(&tokens.p[behind], ':');
	if (!has_colon && (behind != tokens.n || colon != STR_NONE))
		return LABEL_NONE;
	size_t value = head.n;
	while (value < line.n && line.p[value] == ' ')
		value++;
	*ret_value = value;
	return label_named(entry->value);
}

bool label_funder(struct arena *mem, const struct lexicon *lexicon, struct str line, size_t *ret_at,
	size_t *ret_n)
{
	if (line.n > FUNDER_LINE_MAX)
		return false;
	struct tokens tokens = {0};
	tokens_add(mem, &tokens, line, 0, line.n);
	lexicon_mark(lexicon, &tokens, 0);
	for (size_t i = 0; i + 1 < tokens.n; i++) {
		const struct lexicon_entry *entry = lexicon_at(&tokens, i, tokens.n, LEXICON_LABEL);
		if (!entry || !str_eq(entry->value, S("funder")))
			continue;
		size_t from = i + entry->word_n, to = tokens.n;
		static const struct str articles[] = {S_INIT("the"), S_INIT("l"), S_INIT("la"),
			S_INIT("le"), S_INIT("les"), S_INIT("a"), S_INIT("o")};
		for (size_t k = 0; k < sizeof articles / sizeof *articles && from < to; k++)
			if (token_is(&tokens.p[from], articles[k])) {
				from++;
				break;
			}
		while (to > from && tokens.p[to - 1].kind == TOKEN_MARK)
			to--;
		if (from >= to)
			return false;
		*ret_at = tokens.p[from].at;
		*ret_n = tokens_str(&tokens, line, from, to).n;
		return true;
	}
	return false;
}
