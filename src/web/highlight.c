// SPDX-License-Identifier: EUPL-1.2
// highlight — walks the text word by word, folding each character as it goes.
#include "web/highlight.h"

#include <string.h>

#include "base/utf8.h"

enum { WORD_MAX = 256 }; // folded bytes of a word that are compared

struct word {
	size_t from, to; // bytes of the text
	char folded[WORD_MAX];
	size_t n;
};

static void keep(struct word *word, const char *folded, size_t n)
{
	if (word->n + n > WORD_MAX)
		return;
	memcpy(word->folded + word->n, folded, n);
	word->n += n;
}

// Is what this character folds to part of a word? Characters that fold to nothing (marks, soft
// hyphens) do not end one.
static bool goes_on(uint32_t c, char folded[static 4], unsigned *ret_n, bool inside)
{
	unsigned size;

	*ret_n = utf8_fold_char(c, folded);
	if (*ret_n == 0)
		return inside;
	return utf8_is_word(utf8_at((struct str){folded, *ret_n}, 0, &size));
}

// The next word at or after *at; false at the end of the text.
static bool next_word(struct str text, size_t *at, struct word *ret_word)
{
	bool inside = false;

	ret_word->n = 0;
	while (*at < text.n) {
		unsigned size, n;
		char folded[4];
		uint32_t c = utf8_at(text, *at, &size);
		bool is_word = goes_on(c, folded, &n, inside);
		if (!is_word && inside)
			break;
		if (is_word && !inside)
			ret_word->from = *at;
		inside = is_word;
		*at += size;
		if (is_word)
			keep(ret_word, folded, n);
	}
	ret_word->to = *at;
	return inside;
}

static bool is_hit(const struct word *word, const struct search_words *words)
{
	struct str folded = {word->folded, word->n};

	for (size_t i = 0; i < words->n; i++)
		if (words->p[i].n && str_starts(folded, words->p[i]))
			return true;
	return false;
}

static void add(struct arena *mem, struct highlight *pieces, struct str text, bool hit)
{
	if (text.n)
		VEC_ADD(mem, pieces, ((struct highlight_piece){text, hit}));
}

struct highlight highlight_of(struct arena *mem, struct str text, const struct search_words *words)
{
	struct highlight pieces = {0};
	struct word word;
	size_t at = 0, done = 0;

	while (next_word(text, &at, &word)) {
		if (!is_hit(&word, words))
			continue;
		add(mem, &pieces, str_sub(text, done, word.from), false);
		add(mem, &pieces, str_sub(text, word.from, word.to), true);
		done = word.to;
	}
	add(mem, &pieces, str_from(text, done), false);
	return pieces;
}

// White space becomes single blanks, so that the part reads as one line.
static struct str on_one_line(struct arena *mem, struct str text)
{
	struct buf b = buf_new(mem, text.n + 1);

	for (size_t i = 0; i < text.n; i++) {
		bool is_space = char_is_space(text.p[i]);
		if (!is_space)
			buf_add_char(&b, text.p[i]);
		else if (b.n && b.p[b.n - 1] != ' ')
			buf_add_char(&b, ' ');
	}
	return str_trim(buf_str(&b));
}

// The place of the first blank at or after `at`, or the end.
static size_t next_blank(struct str text, size_t at)
{
	size_t blank = str_find_char(text, ' ', at);

	return blank == STR_NONE ? text.n : blank;
}

struct str highlight_part(struct arena *mem, struct str text, const struct search_words *words,
	size_t room, struct highlight_cut *ret_cut)
{
	struct word word;
	size_t at = 0, first = 0, from = 0, to;

	text = on_one_line(mem, text);
	while (next_word(text, &at, &word))
		if (is_hit(&word, words)) {
			first = word.from;
			break;
		}
	if (first > room * 2 / 5)
		from = next_blank(text, first - room * 2 / 5);
	if (from > first)
		from = first;
	to = from + room < text.n ? next_blank(text, from + room) : text.n;
	*ret_cut = (struct highlight_cut){from > 0, to < text.n};
	return str_trim(utf8_cut(str_sub(text, from, to), 4 * room));
}
