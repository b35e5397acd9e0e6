// SPDX-License-Identifier: EUPL-1.2
// line_class — what a line of a page is, whatever the page's layout, from the line alone.

#include "work/read/line_class.h"

enum {
	LOOK_BYTES_MAX = 400,   // of a line that is no item; more than any heading has
	LABEL_LOOK_BYTES = 104, // of a longer one, which may still begin with a label
	ITEM_BYTES_MAX = 4000,  // of an item of a list
	BULLET_BYTES_MAX = 3,
	PLACE_FROM_MAX = 2,      // words that may stand before the place of an item: "In the"
	SMALL_WORD_BYTES = 4,    // of such a word that no table knows
	ITEM_WORDS_MIN = 3,      // of an item that tells anything
	SENTENCE_WORDS_MIN = 4,  // of a sentence
	PROSE_WORDS_MIN = 8,     // of a sentence without an end
	HEAD_TOKENS_MAX = 12,    // of the head of a list
	DOUBLED_TOKENS_MAX = 60, // of a theme printed twice
};

// What items of lists begin with in plain text.
static const struct str bullets[] = {S_INIT("\xe2\x87\x92"), S_INIT("\xe2\x80\xa2"), S_INIT("-"),
	S_INIT("*"), S_INIT("\xe2\x80\xa3"), S_INIT(">"), S_INIT("\xe2\x80\x93"),
	S_INIT("\xe2\x86\x92"), S_INIT("\xe2\x96\xaa"), S_INIT("\xe2\x97\x8f"),
	S_INIT("\xe2\x97\xa6"), S_INIT("\xe2\x96\xba"), S_INIT("\xe2\x9e\xa4"), S_INIT("\xc2\xb7"),
	S_INIT("\xe2\x96\xa0"), S_INIT("\xe2\x80\x94"), S_INIT("o")};

// Bytes of the bullet and the blank behind it; 0 when the line begins with none.
static size_t bullet_n(struct str text)
{
	size_t n = 0;
	while (n < text.n && n <= BULLET_BYTES_MAX && text.p[n] != ' ')
		n++;
	if (n > BULLET_BYTES_MAX || n + 1 >= text.n)
		return 0;
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (str_eq(str_sub(text, 0, n), bullets[i]))
			return n + 1;
	return 0;
}

// The same for "1. " and "a) ".
static size_t number_n(struct str text)
{
	size_t i = 0;
	while (i < text.n && i < 2 && char_is_digit(text.p[i]))
		i++;
	if (i == 0 && text.n && char_is_alpha(text.p[0]) && text.n > 1 && text.p[1] == ')')
		i = 1;
	bool is_number = i > 0 && i + 2 < text.n && (text.p[i] == '.' || text.p[i] == ')') &&
		text.p[i + 1] == ' ';
	return is_number ? i + 2 : 0;
}

static size_t word_count(const struct tokens *tokens, size_t from)
{
	size_t n = 0;
	for (size_t i = from; i < tokens->n; i++)
		n += tokens->p[i].kind == TOKEN_WORD;
	return n;
}

static bool is_parting(const struct token *token)
{
	return token_is_mark(token, ':') || token_is_mark(token, ',') ||
		(token_is_mark(token, '-') && token->gap == ' ');
}

// Behind the name of a country, region or regional organisation at `i`; 0 when there is none.
static size_t name_end(const struct tokens *tokens, size_t i)
{
	static const enum lexicon_kind kinds[] = {LEXICON_COUNTRY, LEXICON_REGION, LEXICON_BODY};
	size_t n = 0;
	if (i >= tokens->n || !(tokens->p[i].upper || token_is_caseless(&tokens->p[i])))
		return 0;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		const struct lexicon_entry *entry = lexicon_at(tokens, i, tokens->n, kinds[k]);
		// "Au Mozambique" does not begin with the AU.
		bool is_acronym = kinds[k] == LEXICON_BODY && entry && entry->word_n == 1;
		if (entry && entry->word_n > n && (!is_acronym || tokens->p[i].all_upper))
			n = entry->word_n;
	}
	return n ? i + n : 0;
}

// A word that may stand before the place of an item: "In the".
static bool is_small(const struct tokens *tokens, size_t i)
{
	const struct token *token = &tokens->p[i];
	return token->kind == TOKEN_WORD &&
		(token->n <= SMALL_WORD_BYTES ||
			lexicon_at(tokens, i, tokens->n, LEXICON_FUNCTION));
}

// The token at which the place of an item begins; the end when it begins with none.
static size_t place_begin(const struct tokens *tokens, size_t from)
{
	for (size_t i = from; i <= from + PLACE_FROM_MAX && i < tokens->n; i++) {
		if (name_end(tokens, i))
			return i;
		if (!is_small(tokens, i))
			break;
	}
	return tokens->n;
}

// Behind the place, or the two ("Peru and Bolivia"), that begin there.
static size_t place_end(const struct tokens *tokens, size_t begin)
{
	size_t to = name_end(tokens, begin), first = to;
	for (size_t next = first + 1; next < tokens->n && next < first + 3; next++) {
		size_t further = name_end(tokens, next);
		if (further && place_of(tokens, begin, further).kind.n)
			to = further;
	}
	return to;
}

// The place that an item begins with: "In Moldova, ...", "Fiji - ...", "Peru and Chile: ...".
static bool item_place(
	const struct tokens *tokens, struct str text, size_t from, struct line_class *class)
{
	size_t begin = place_begin(tokens, from);
	if (begin == tokens->n)
		return false;
	size_t to = place_end(tokens, begin);
	struct heading *heading = &class->heading;
	heading->what = place_of(tokens, begin, to);
	heading->is_known = heading->what.kind.n > 0;
	heading->place.at = tokens->p[begin].at;
	heading->place.n = tokens_str(tokens, text, begin, to).n;
	while (to < tokens->n && token_is_mark(&tokens->p[to], '*'))
		to++;
	bool is_parted = to < tokens->n && is_parting(&tokens->p[to]);
	to += is_parted;
	class->value = to < tokens->n ? tokens->p[to].at : text.n;
	return heading->is_known && (begin > from || is_parted) &&
		word_count(tokens, to) >= ITEM_WORDS_MIN;
}

static bool is_telling(const struct tokens *tokens)
{
	static const enum lexicon_kind kinds[] = {LEXICON_ACTIVITY, LEXICON_OUTPUT, LEXICON_EXPERT};
	for (size_t i = 0; i < tokens->n; i++)
		for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
			if (lexicon_at(tokens, i, tokens->n, kinds[k]))
				return true;
	return false;
}

// The page speaks of projects, their activities, or those who run them.
static bool is_of_projects(const struct tokens *tokens)
{
	static const struct str values[] = {
		S_INIT("projects"), S_INIT("activities"), S_INIT("facility")};
	for (size_t i = 0; i < tokens->n; i++)
		for (size_t k = 0; k < sizeof values / sizeof *values; k++)
			if (lexicon_is(tokens, i, tokens->n, LEXICON_LABEL, values[k]))
				return true;
	return false;
}

// "Trade and Customs Trade and Customs": the same words twice.
static bool is_doubled(const struct tokens *tokens)
{
	size_t half = tokens->n / 2;
	if (half == 0 || tokens->n % 2 || tokens->n > DOUBLED_TOKENS_MAX)
		return false;
	for (size_t i = 0; i < half; i++)
		if (!token_is(&tokens->p[i], tokens->p[half + i].fold))
			return false;
	return tokens->p[0].kind == TOKEN_WORD;
}

// An introduction that ends in a colon may tell that the actions listed behind it go on.
static enum progress progress_of_intro(const struct tokens *tokens)
{
	bool is_intro = tokens->n > 0 && token_is_mark(&tokens->p[tokens->n - 1], ':');
	return is_intro ? label_progress_within(tokens, 0, tokens->n) : PROGRESS_UNKNOWN;
}

static bool is_prose(const struct tokens *tokens, bool is_whole)
{
	if (!is_whole)
		return true;
	static const char ends[] = {'.', '!', '?', ':', ';'};
	size_t words = word_count(tokens, 0);
	for (size_t i = 0; words >= SENTENCE_WORDS_MIN && i < sizeof ends; i++)
		if (token_is_mark(&tokens->p[tokens->n - 1], ends[i]))
			return true;
	return words >= PROSE_WORDS_MIN;
}

// The classes of short lines, told by their words.
static void classify_short(const struct tokens *tokens, struct str text,
	const struct html_block *block, struct line_class *class)
{
	size_t funder_at, funder_n;
	if (label_funder(tokens, text, &funder_at, &funder_n))
		class->kind = LINE_FOOT;
	else if (is_doubled(tokens) ||
		lexicon_is(tokens, 0, tokens->n, LEXICON_LABEL, S("keyfacts")) == tokens->n)
		class->kind = LINE_CARD;
	else if (tokens->n <= HEAD_TOKENS_MAX &&
		label_progress(tokens, 0, tokens->n, &class->progress))
		class->kind = LINE_HEAD;
	else if (heading_of_tokens(tokens, text, block->heading, &class->heading))
		class->kind = LINE_HEADING;
	if (class->kind == LINE_CARD)
		label_progress(tokens, 0, tokens->n, &class->progress);
}

static bool is_around(const struct line *line, enum label label)
{
	// What a box beside the matter says under a label belongs to it.
	bool is_beside = line->block.is_side && label == LABEL_NONE;
	bool is_menu = line->is_link && !line->block.heading && label == LABEL_NONE;
	return line->block.is_aside || line->block.is_title || is_beside || is_menu;
}

// An item that begins with a place; it may be a heading as well.
static bool classify_item(
	const struct tokens *tokens, struct str text, bool is_whole, struct line_class *class)
{
	struct heading heading;
	size_t first = 0;
	while (first < tokens->n && tokens->p[first].at < class->text)
		first++;
	if (!class->is_item || !item_place(tokens, text, first, class))
		return false;
	if (is_whole && heading_of_tokens(tokens, text, 0, &heading) && heading.is_known)
		class->heading = heading;
	class->is_telling = is_telling(tokens);
	class->kind = LINE_BULLET;
	return true;
}

// What is told of a line that has no label.
static void classify_plain(const struct tokens *tokens, struct str text, bool is_whole,
	const struct html_block *block, struct line_class *class)
{
	if (classify_item(tokens, text, is_whole, class))
		return;
	class->is_of_projects = is_whole && is_of_projects(tokens);
	if (is_whole && tokens->n)
		classify_short(tokens, text, block, class);
	if (class->kind != LINE_PROSE)
		return;
	class->progress = progress_of_intro(tokens);
	if (block->heading)
		class->kind = LINE_SUBHEAD;
	else if (!is_prose(tokens, is_whole))
		class->kind = LINE_SHORT;
}

static struct tokens tokens_of(
	struct arena *mem, const struct lexicon *lexicon, struct str text, size_t n)
{
	struct tokens tokens = {0};
	tokens_add(mem, &tokens, text, 0, n < text.n ? n : text.n);
	lexicon_mark(lexicon, &tokens, 0);
	return tokens;
}

// Whether what is looked at of a long line may end in a colon.
static bool may_end_in_colon(struct str text)
{
	size_t n = LOOK_BYTES_MAX;
	while (n > 1 && text.p[n - 1] == ' ')
		n--;
	return text.p[n - 1] == ':' || (unsigned char)text.p[n - 1] >= 0x80;
}

static enum line_kind kind_of(const struct line *line, enum label label)
{
	if (is_around(line, label))
		return LINE_AROUND;
	if (label == LABEL_DOWNLOADS)
		return LINE_FOOT;
	return label == LABEL_NONE ? LINE_PROSE : LINE_LABEL;
}

// A long line that is no item is told by its beginning: it is labelled, or prose. False when there
// is more to look at.
static bool classify_long(struct arena *mem, const struct lexicon *lexicon, const struct line *line,
	struct str text, struct line_class *class)
{
	struct tokens tokens = tokens_of(mem, lexicon, text, LABEL_LOOK_BYTES);
	class->label = label_of_line(&tokens, text, false, &class->value);
	class->kind = kind_of(line, class->label);
	if (class->kind == LINE_PROSE)
		return !line->block.heading && !may_end_in_colon(text);
	return class->label != LABEL_STATUS;
}

struct line_class line_classify(
	struct arena *mem, const struct lexicon *lexicon, const struct line *line, struct str text)
{
	struct line_class class = {.kind = LINE_PROSE};
	size_t bullet = bullet_n(text);
	class.text = bullet ? bullet : number_n(text);
	class.is_item = class.text > 0 || line->block.is_item;
	size_t look = class.is_item ? ITEM_BYTES_MAX : LOOK_BYTES_MAX;
	bool is_whole = text.n <= look;
	if (!is_whole && !class.is_item && classify_long(mem, lexicon, line, text, &class))
		return class;
	struct tokens tokens = tokens_of(mem, lexicon, text, look);
	lexicon_speak(&tokens, tongue_find(&tokens));
	if (is_whole) {
		struct tokens *kept = NEW(mem, struct tokens);
		*kept = tokens;
		class.tokens = kept;
	}
	class.label = label_of_line(&tokens, text, is_whole, &class.value);
	class.kind = kind_of(line, class.label);
	if (class.kind == LINE_PROSE)
		classify_plain(&tokens, text, is_whole, &line->block, &class);
	if (class.label == LABEL_STATUS)
		class.progress = label_progress_within(&tokens, 0, tokens.n);
	return class;
}
