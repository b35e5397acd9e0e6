// SPDX-License-Identifier: EUPL-1.2
// mention — a place in a sentence where an activity is named.

#include "work/read/mention.h"

enum { MODIFIERS_MAX = 8, TOPIC_MAX = 24, TRAINERS_REACH = 9 };

// Which of two nouns side by side tells the type: training of trainers always, then the nouns of
// gatherings, then any other, then the generic ones.
static int rank_of(struct str value)
{
	if (str_eq(value, S("training-of-trainers")))
		return 4;
	if (str_eq(value, S("workshop")) || str_eq(value, S("seminar")) ||
		str_eq(value, S("conference")) || str_eq(value, S("training")))
		return 3;
	if (str_starts(value, S("generic:")))
		return 0;
	return str_eq(value, S("meeting")) ? 1 : 2;
}

static void type_take(struct mention *mention, struct str value)
{
	if (mention->type.n && rank_of(value) <= rank_of(mention->type))
		return;
	mention->type = value;
}

// The next noun at `i`, also behind "(ToT)". Answers where it begins, or
// STR_NONE.
static size_t next_noun(const struct tokens *tokens, size_t i, size_t end)
{
	if (i < end && tokens->p[i].kind != TOKEN_MARK &&
		lexicon_at(tokens, i, end, LEXICON_ACTIVITY))
		return i;
	if (i + 3 < end && token_is_mark(&tokens->p[i], '(') &&
		token_is_mark(&tokens->p[i + 2], ')') &&
		lexicon_at(tokens, i + 3, end, LEXICON_ACTIVITY))
		return i + 3;
	return STR_NONE;
}

// "training curriculum", "training needs": what stands behind is the noun.
static bool is_followed_by_noun(const struct tokens *tokens, size_t i, size_t end)
{
	static const struct str words[] = {S_INIT("department"), S_INIT("needs"), S_INIT("system"),
		S_INIT("hall"), S_INIT("phase")};
	if (lexicon_at(tokens, i, end, LEXICON_OUTPUT) && !lexicon_at(tokens, i, end, LEXICON_VERB))
		return true;
	return lexicon_at(tokens, i, end, LEXICON_ORGAN) || GRAMMAR_IS_ANY(&tokens->p[i], words);
}

// The noun is a modifier ("Conference Hall") or a verb ("training the staff").
static bool is_no_noun(const struct tokens *tokens, const struct mention *mention, size_t end)
{
	size_t i = mention->core_to;
	if (i >= end || tokens->p[i].kind == TOKEN_MARK || tokens->p[i].gap == '\'')
		return false;
	const struct token *last = &tokens->p[i - 1], *next = &tokens->p[i];
	if (token_is(last, S("training")) &&
		grammar_determiner(tokens, i, end) == DETERMINER_DEFINITE)
		return true;
	bool is_name = last->upper && next->upper && next->kind == TOKEN_WORD;
	if (is_name && !lexicon_at(tokens, i, end, LEXICON_MONTH) &&
		!lexicon_at(tokens, i, end, LEXICON_COUNTRY))
		return true;
	return is_followed_by_noun(tokens, i, end);
}

// "the Officers' Meeting": the apostrophe behind a plural belongs to the name.
static bool is_possessive(const struct tokens *tokens, size_t i, size_t begin)
{
	return i > begin && token_is_mark(&tokens->p[i], '\'') && tokens->p[i].gap == 0 &&
		tokens->p[i - 1].kind == TOKEN_WORD && tokens->p[i + 1].gap == ' ';
}

// "the first of four workshops", "a series of workshops": what "of" in front of the noun says.
static void partition_read(const struct tokens *tokens, struct mention *mention, size_t begin)
{
	size_t of = mention->from - 1;
	bool ordinal = false;
	if (!token_is(&tokens->p[of], S("of")) || of == begin)
		return;
	grammar_number(tokens, of - 1, mention->core_from, &ordinal);
	if (ordinal) {
		mention->has_ordinal = true;
		mention->count = 1;
		mention->from = of - 1;
		mention->determiner = DETERMINER_DEFINITE;
		mention->is_plural = false;
	} else if (role_at(tokens, of - 1, mention->core_from, ROLE_GROUP)) {
		mention->is_group = true;
		mention->determiner = DETERMINER_INDEFINITE;
	}
}

// Takes one word before the noun; false when it does not belong to it.
static bool modifier_take(const struct tokens *tokens, struct mention *mention, size_t begin)
{
	size_t i = mention->from - 1;
	bool ordinal = false;
	if (!is_possessive(tokens, i, begin)) {
		int64_t number = grammar_number(tokens, i, mention->core_from, &ordinal);
		if (!number && !ordinal && !grammar_in_phrase(tokens, i, mention->core_from))
			return false;
		if (number > 0)
			mention->count = number;
	}
	mention->has_ordinal = mention->has_ordinal || ordinal;
	mention->from = i;
	return true;
}

// Takes the words before the noun: modifiers, number, article.
static void modifiers_read(const struct tokens *tokens, struct mention *mention, size_t begin)
{
	mention->from = mention->core_from;
	mention->count = 1;
	for (int k = 0; k < MODIFIERS_MAX && mention->from > begin; k++)
		if (!modifier_take(tokens, mention, begin))
			break;
	while (mention->from > begin && tokens->p[mention->from].gap == '-')
		mention->from--; // "in-depth review"
	if (mention->from == begin)
		return;
	mention->determiner = grammar_determiner(tokens, mention->from - 1, mention->core_from);
	partition_read(tokens, mention, begin);
}

static bool opens_topic(const struct token *token)
{
	static const struct str words[] = {S_INIT("on"), S_INIT("for"), S_INIT("with"),
		S_INIT("between"), S_INIT("of"), S_INIT("regarding"), S_INIT("to"),
		S_INIT("targeting"), S_INIT("about"), S_INIT("concerning")};
	return GRAMMAR_IS_ANY(token, words);
}

// A list goes on behind a comma when a word or two later another comma or "and" follows.
static bool list_goes_on(const struct tokens *tokens, size_t i, size_t end)
{
	for (size_t k = i + 1; k < end && k < i + 5; k++) {
		if (token_is_mark(&tokens->p[k], ',') || token_is(&tokens->p[k], S("and")))
			return k > i + 1;
		if (!grammar_in_phrase(tokens, k, end))
			return false;
	}
	return false;
}

static bool is_tense(const struct tokens *tokens, size_t i, size_t end)
{
	return role_at(tokens, i, end, ROLE_HELD) || role_at(tokens, i, end, ROLE_PLANNED) ||
		role_at(tokens, i, end, ROLE_BEING);
}

// "in May", "in Praia", "in order": no longer what it is about.
static bool ends_before_in(const struct tokens *tokens, size_t i, size_t end)
{
	struct date_hit hit;
	if (i + 1 >= end)
		return false;
	return date_at(tokens, i + 1, end, &hit) || grammar_place(tokens, i + 1, end) ||
		token_is(&tokens->p[i + 1], S("order"));
}

// "and a workshop", "as well as": another mention begins.
static bool ends_before_and(const struct tokens *tokens, size_t i, size_t end)
{
	return i + 1 < end &&
		(grammar_determiner(tokens, i + 1, end) == DETERMINER_INDEFINITE ||
			token_is(&tokens->p[i + 1], S("well")));
}

static bool ends_topic(const struct tokens *tokens, size_t i, size_t end)
{
	static const struct str words[] = {
		S_INIT("from"), S_INIT("through"), S_INIT("during"), S_INIT("followed")};
	const struct token *token = &tokens->p[i];
	if (token_is_mark(token, ','))
		return !list_goes_on(tokens, i, end);
	if (token->kind == TOKEN_MARK)
		return !token_is_mark(token, '"') && !token_is_mark(token, '\'');
	if (role_at(tokens, i, end, ROLE_RELATIVE) || grammar_purpose(tokens, i, end) ||
		is_tense(tokens, i, end) || GRAMMAR_IS_ANY(token, words))
		return true;
	if (token_is(token, S("in")))
		return ends_before_in(tokens, i, end);
	return (token_is(token, S("and")) || token_is(token, S("as"))) &&
		ends_before_and(tokens, i, end);
}

// Behind the title in quotes that stands at `i`; `i` when there is none.
static size_t skip_quoted(const struct tokens *tokens, size_t i, size_t end)
{
	if (i >= end || (!token_is_mark(&tokens->p[i], '"') && !token_is_mark(&tokens->p[i], '\'')))
		return i;
	for (size_t k = i + 1; k < end && k < i + TOPIC_MAX; k++)
		if (token_is_mark(&tokens->p[k], tokens->p[i].fold.p[0]))
			return k + 1;
	return i;
}

// Behind the quoted title and the phrase that say what it is about.
static void topic_read(const struct tokens *tokens, struct mention *mention, size_t end)
{
	size_t i = skip_quoted(tokens, mention->core_to, end);
	mention->topic_to = i;
	if (i >= end || !opens_topic(&tokens->p[i]) || ends_topic(tokens, i, end))
		return;
	size_t to = i + 1;
	for (; to < end && to < i + TOPIC_MAX && !ends_topic(tokens, to, end); to++)
		if (to > i + 1 && lexicon_at(tokens, to, end, LEXICON_ACTIVITY) &&
			grammar_determiner(tokens, to - 1, end) != DETERMINER_NONE)
			break;
	while (to > i + 1 && lexicon_at(tokens, to - 1, to, LEXICON_FUNCTION))
		to--;
	mention->topic_to = to > i + 1 ? to : i;
}

// "review of the legislative framework": what is reviewed gives the type.
static void review_type(const struct tokens *tokens, struct mention *mention)
{
	for (size_t i = mention->core_to; i < mention->topic_to; i++) {
		const struct lexicon_entry *theme = lexicon_at(
			tokens, i, mention->topic_to, LEXICON_THEME);
		bool is_law = lexicon_is(tokens, i, mention->topic_to, LEXICON_OUTPUT, S("law")) >
			0;
		if (is_law || (theme && str_eq(theme->value, S("legislation"))))
			mention->type = S("legal-review");
		else if (theme && str_eq(theme->value, S("data-management")) &&
			!str_eq(mention->type, S("legal-review")))
			mention->type = S("survey-or-study");
	}
	if (str_starts(mention->type, S("review:")))
		mention->type = S("other");
}

static bool noun_read(const struct tokens *tokens, size_t i, size_t end, struct mention *mention)
{
	const struct lexicon_entry *entry = lexicon_at(tokens, i, end, LEXICON_ACTIVITY);
	if (!entry)
		return false;
	*mention = (struct mention){.core_from = i, .core_to = i, .type = STR_EMPTY};
	for (size_t next = i; next != STR_NONE; next = next_noun(tokens, mention->core_to, end)) {
		entry = lexicon_at(tokens, next, end, LEXICON_ACTIVITY);
		type_take(mention, entry->value);
		mention->core_to = next + entry->word_n;
	}
	const struct token *last = &tokens->p[mention->core_to - 1];
	// "Training of Trainers (ToT)": the abbreviation is the same noun again.
	size_t after = mention->core_to;
	if (after + 2 < end && token_is_mark(&tokens->p[after], '(') &&
		lexicon_is(tokens, after + 1, end, LEXICON_ACTIVITY, mention->type) == 1 &&
		token_is_mark(&tokens->p[after + 2], ')'))
		mention->core_to = after + 3;
	mention->is_plural = str_ends(last->fold, S("s"));
	mention->is_session = token_is(last, S("session")) || token_is(last, S("sessions"));
	mention->is_review = str_starts(mention->type, S("review:"));
	mention->is_generic = str_starts(mention->type, S("generic:"));
	if (mention->is_generic)
		mention->type = str_from(mention->type, 8);
	return true;
}

// Training given to trainers is training of trainers, however it is told.
static void trainers_read(const struct tokens *tokens, struct mention *mention, size_t end)
{
	if (!str_eq(mention->type, S("training")))
		return;
	for (size_t i = mention->core_to; i < end && i < mention->core_to + TRAINERS_REACH; i++) {
		if (tokens->p[i].kind == TOKEN_MARK)
			return;
		if (token_is(&tokens->p[i], S("trainers"))) {
			mention->type = S("training-of-trainers");
			mention->topic_to = i + 1;
			return;
		}
	}
}

struct mentions mention_find(const struct reading *reading, struct range sentence)
{
	const struct tokens *tokens = &reading->tokens;
	struct mentions mentions = {0};
	size_t begin = sentence.from;
	for (size_t i = sentence.from; i < sentence.to;) {
		struct mention mention;
		if (tokens->p[i].kind != TOKEN_WORD ||
			!noun_read(tokens, i, sentence.to, &mention)) {
			i++;
			continue;
		}
		i = mention.core_to;
		if (is_no_noun(tokens, &mention, sentence.to))
			continue;
		modifiers_read(tokens, &mention, begin);
		topic_read(tokens, &mention, sentence.to);
		trainers_read(tokens, &mention, sentence.to);
		if (mention.is_review)
			review_type(tokens, &mention);
		begin = mention.core_to;
		VEC_ADD(reading->mem, &mentions, mention);
	}
	return mentions;
}
