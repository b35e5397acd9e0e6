// SPDX-License-Identifier: EUPL-1.2
// mention — a place in a sentence where an activity is named.

#include "work/read/mention.h"

#include "work/read/deed.h"
#include "work/read/member.h"

enum { MODIFIERS_MAX = 8, BEHIND_MAX = 4, THING_MAX = 3, TOPIC_MAX = 24, TRAINERS_REACH = 9 };

static const struct str noun_mark[] = {[NOUN_NAMED] = S_INIT(""),
	[NOUN_REVIEW] = S_INIT("review:"),
	[NOUN_GENERIC] = S_INIT("generic:"),
	[NOUN_SESSION] = S_INIT("session:"),
	[NOUN_MISSION] = S_INIT("mission:"),
	[NOUN_EVENT] = S_INIT("event:"),
	[NOUN_PART] = S_INIT("part:"),
	[NOUN_SUPPORT] = S_INIT("support:")};

static enum noun noun_of(struct str value)
{
	int noun = str_find_char(value, ':', 0) == STR_NONE ? NOUN_NAMED : NOUN_SUPPORT;
	while (noun > NOUN_NAMED && !str_starts(value, noun_mark[noun]))
		noun--;
	return (enum noun)noun;
}

// Which of two nouns side by side tells the type: training of trainers always, then the nouns of
// gatherings, then any other, then the generic ones.
static int rank_of(struct str value)
{
	if (str_eq(value, S("training-of-trainers")))
		return 4;
	if (str_eq(value, S("workshop")) || str_eq(value, S("seminar")) ||
		str_eq(value, S("conference")) || str_eq(value, S("training")))
		return 3;
	if (noun_of(value) >= NOUN_GENERIC)
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
	if (role_at(tokens, i, end, ROLE_HEAD))
		return true;
	if (tongue_words_behind(tokens->tongue))
		return false; // "презентация дорожной карты": what the event is of
	return lexicon_at(tokens, i, end, LEXICON_ORGAN) ||
		(lexicon_at(tokens, i, end, LEXICON_OUTPUT) &&
			!lexicon_at(tokens, i, end, LEXICON_VERB));
}

// "l'Institut de la statistique et des études économiques": the name of a body may go on in small
// letters where words stand behind their noun.
static bool is_in_small_body(
	const struct tokens *tokens, const struct mention *mention, size_t begin)
{
	size_t i = mention->core_from;
	if (!tongue_words_behind(tokens->tongue) || i == begin ||
		!role_at(tokens, i - 1, mention->core_from, ROLE_OF))
		return false;
	for (; i > begin && mention->core_from - i < MODIFIERS_MAX; i--) {
		const struct token *token = &tokens->p[i - 1];
		if (token->upper)
			return lexicon_at(tokens, i - 1, mention->core_from, LEXICON_ORGAN);
		if (token->kind != TOKEN_WORD ||
			(!role_at(tokens, i - 1, i, ROLE_OF) &&
				!role_at(tokens, i - 1, i, ROLE_AND) &&
				!role_at(tokens, i - 1, i, ROLE_DEFINITE) &&
				!grammar_in_phrase(tokens, i - 1, i)))
			return false;
	}
	return false;
}

// "the Council for Vocational Training": a word of the name of a body.
static bool is_in_body(const struct tokens *tokens, const struct mention *mention, size_t begin)
{
	if (!tokens->p[mention->core_from].upper)
		return is_in_small_body(tokens, mention, begin);
	for (size_t i = mention->core_from; i > begin && mention->core_from - i < MODIFIERS_MAX;
		i--) {
		const struct token *token = &tokens->p[i - 1];
		if (lexicon_at(tokens, i - 1, mention->core_from, LEXICON_ORGAN) && token->upper)
			return true;
		if (token->kind == TOKEN_MARK ||
			(!token->upper && !role_at(tokens, i - 1, i, ROLE_AND) &&
				!role_at(tokens, i - 1, i, ROLE_TOPIC)))
			return false;
	}
	return false;
}

static bool ends_before(
	const struct tokens *tokens, size_t to, size_t begin, enum lexicon_kind kind)
{
	for (size_t i = to; i > begin && to - i < THING_MAX; i--) {
		const struct lexicon_entry *thing = lexicon_at(tokens, i - 1, to, kind);
		if (thing && i - 1 + thing->word_n == to)
			return true;
	}
	return false;
}

// A noun of a paper ends before the token.
static bool is_paper_before(const struct tokens *tokens, size_t to, size_t begin)
{
	return ends_before(tokens, to, begin, LEXICON_OUTPUT);
}

// A noun of a paper, body or person ends before the token.
static bool is_thing_before(const struct tokens *tokens, size_t to, size_t begin)
{
	return is_paper_before(tokens, to, begin) ||
		ends_before(tokens, to, begin, LEXICON_ORGAN) ||
		ends_before(tokens, to, begin, LEXICON_PEOPLE);
}

// "module de formation", "bureau d'études": the noun tells what the thing before it is for.
static bool is_of_thing(const struct tokens *tokens, const struct mention *mention, size_t begin)
{
	size_t of = mention->core_from;
	if (!tongue_words_behind(tokens->tongue) || of == begin)
		return false;
	// "rapport sur l'étude", "отчёт об обследовании"
	size_t thing = of;
	if (thing > begin + 1 && role_at(tokens, thing - 1, of, ROLE_DEFINITE))
		thing--;
	if (thing > begin &&
		(role_at(tokens, thing - 1, of, ROLE_ON) ||
			role_at(tokens, thing - 1, of, ROLE_OF)) &&
		is_paper_before(tokens, thing - 1, begin))
		return true;
	if (role_at(tokens, of - 1, mention->core_from, ROLE_OF))
		of--;
	else if (tongue_has_articles(tokens->tongue))
		return false;
	return is_thing_before(tokens, of, begin);
}

// The noun is a modifier ("Conference Hall") or a verb ("training the staff").
static bool is_no_noun(const struct tokens *tokens, const struct mention *mention, size_t end)
{
	size_t i = mention->core_to;
	if (i >= end || tokens->p[i].kind == TOKEN_MARK || tokens->p[i].gap == '\'')
		return false;
	const struct token *last = &tokens->p[i - 1], *next = &tokens->p[i];
	if (role_at(tokens, i - 1, end, ROLE_GERUND) &&
		grammar_determiner(tokens, i, end) == DETERMINER_DEFINITE)
		return true;
	if (role_at(tokens, i - 1, end, ROLE_GERUND) && mention->core_from > 0 &&
		role_at(tokens, mention->core_from - 1, end, ROLE_BY) &&
		grammar_in_phrase(tokens, i, end))
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
	if (!role_at(tokens, of, mention->core_from, ROLE_OF) || of == begin)
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

// A word that may stand between an article and its noun: in languages whose nouns have their words
// behind them, one of the few that are told before.
static bool is_modifier(const struct tokens *tokens, size_t i, size_t end)
{
	return tongue_words_before(tokens->tongue) ? grammar_in_phrase(tokens, i, end)
						   : role_at(tokens, i, end, ROLE_ADJECTIVE) > 0;
}

// Takes one word before the noun; false when it does not belong to it.
static bool modifier_take(const struct tokens *tokens, struct mention *mention, size_t begin)
{
	size_t i = mention->from - 1;
	bool ordinal = false;
	if (!is_possessive(tokens, i, begin)) {
		int64_t number = grammar_number(tokens, i, mention->core_from, &ordinal);
		if (!number && !ordinal && !is_modifier(tokens, i, mention->core_from))
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
	mention->count = role_at(tokens, mention->core_from, mention->core_to, ROLE_DUAL) ? 2 : 1;
	for (int k = 0; k < MODIFIERS_MAX && mention->from > begin; k++)
		if (!modifier_take(tokens, mention, begin))
			break;
	while (mention->from > begin && tokens->p[mention->from].gap == '-')
		mention->from--; // "in-depth review"
	if (mention->count > 1 && !tongue_has_articles(tokens->tongue))
		mention->is_plural = true; // no "s" tells
	if (mention->from == begin)
		return;
	mention->determiner = grammar_determiner(tokens, mention->from - 1, mention->core_from);
	partition_read(tokens, mention, begin);
}

// A list goes on behind a comma when a word or two later another comma or "and" follows.
static bool list_goes_on(const struct tokens *tokens, size_t i, size_t end)
{
	for (size_t k = i + 1; k < end && k < i + 5; k++) {
		if (token_is_mark(&tokens->p[k], ',') || role_at(tokens, k, end, ROLE_AND))
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
		role_at(tokens, i + 1, end, ROLE_PURPOSE);
}

// "and a workshop", "as well as": another mention begins.
static bool ends_before_and(const struct tokens *tokens, size_t i, size_t end)
{
	size_t n = role_at(tokens, i, end, ROLE_AND);
	return n > 1 ||
		(n == 1 && i + 1 < end &&
			grammar_determiner(tokens, i + 1, end) == DETERMINER_INDEFINITE);
}

// ", Tunis, September": where it was, not what it was about.
static bool names_town(const struct tokens *tokens, size_t i, size_t end)
{
	const struct lexicon_entry *place = grammar_place(tokens, i, end);
	return place && place->kind == LEXICON_CITY;
}

static bool ends_topic(const struct tokens *tokens, size_t i, size_t end)
{
	const struct token *token = &tokens->p[i];
	if (token_is_mark(token, ','))
		return names_town(tokens, i + 1, end) || !list_goes_on(tokens, i, end);
	if (token->kind == TOKEN_MARK)
		return !token_is_mark(token, '"') && !token_is_mark(token, '\'');
	if (role_at(tokens, i, end, ROLE_RELATIVE) || grammar_purpose(tokens, i, end) ||
		is_tense(tokens, i, end) || role_at(tokens, i, end, ROLE_TOPIC_END))
		return true;
	if (role_at(tokens, i, end, ROLE_IN))
		return ends_before_in(tokens, i, end);
	return ends_before_and(tokens, i, end);
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

// Behind the words that belong to the noun where they stand behind it: "atelier régional".
static size_t skip_behind(const struct tokens *tokens, size_t i, size_t end)
{
	struct date_hit hit;
	size_t to = i;
	if (!tongue_words_behind(tokens->tongue))
		return i;
	while (to < end && to - i < BEHIND_MAX && grammar_in_phrase(tokens, to, end) &&
		!ends_topic(tokens, to, end) && !role_at(tokens, to, end, ROLE_TOPIC) &&
		!role_at(tokens, to, end, ROLE_AT) && !grammar_place(tokens, to, end) &&
		!date_at(tokens, to, end, &hit) && !lexicon_at(tokens, to, end, LEXICON_ACTIVITY))
		to++;
	return to;
}

// Behind the quoted title and the phrase that say what it is about.
static void topic_read(const struct tokens *tokens, struct mention *mention, size_t end)
{
	size_t i = skip_behind(tokens, mention->core_to, end);
	i = skip_quoted(tokens, i, end);
	mention->topic_to = i;
	if (i >= end || !role_at(tokens, i, end, ROLE_TOPIC) || ends_topic(tokens, i, end))
		return;
	size_t to = i + 1;
	for (; to < end && to < i + TOPIC_MAX && !ends_topic(tokens, to, end); to++)
		if (to > i + 2 && lexicon_at(tokens, to, end, LEXICON_ACTIVITY) &&
			grammar_determiner(tokens, to - 1, end) != DETERMINER_NONE)
			break;
	while (to > i + 1 && lexicon_at(tokens, to - 1, to, LEXICON_FUNCTION))
		to--;
	mention->topic_to = to > i + 1 ? to : i;
}

// "on 3 May", "in Praia", "between June and July": when and where, no longer what.
static bool leads_away(const struct tokens *tokens, size_t i, size_t end)
{
	struct date_hit hit;
	if (i + 1 >= end || !role_at(tokens, i, end, ROLE_PREPOSITION))
		return date_at(tokens, i, end, &hit);
	return ends_before_in(tokens, i, end);
}

void mention_object_read(const struct tokens *tokens, struct mention *mention, size_t end)
{
	size_t to = mention->core_to;
	while (to < end && mention->is_member && is_tense(tokens, to, end))
		to++;
	while (to < end && to < mention->core_to + TOPIC_MAX && !ends_topic(tokens, to, end) &&
		!leads_away(tokens, to, end))
		to++;
	while (to > mention->core_to && lexicon_at(tokens, to - 1, to, LEXICON_FUNCTION))
		to--;
	mention->topic_to = to;
}

// "review of the legislative framework", "the draft law was reviewed": what is reviewed gives the
// type.
static void review_type(const struct tokens *tokens, struct mention *mention)
{
	size_t from = mention->is_passive ? mention->from : mention->core_to;
	for (size_t i = from; i < mention->topic_to; i++) {
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
	// "visites d'étude": what follows the noun is not what is counted.
	bool is_last = !tongue_words_behind(tokens->tongue);
	mention->is_plural = str_ends(is_last ? last->fold : tokens->p[i].fold, S("s"));
	mention->noun = noun_of(mention->type);
	mention->type = str_from(mention->type, noun_mark[mention->noun].n);
	mention->is_generic = mention->noun >= NOUN_GENERIC && mention->noun != NOUN_SUPPORT;
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
		if (role_at(tokens, i, end, ROLE_TRAINERS)) {
			mention->type = S("training-of-trainers");
			mention->topic_to = i + 1;
			return;
		}
	}
}

// "visitors study the archives": a word that may be a verb, without an article and with one behind.
static bool is_verb(const struct tokens *tokens, const struct mention *mention, size_t end)
{
	if (mention->is_plural || mention->determiner != DETERMINER_NONE ||
		mention->core_to >= end || mention->core_from == mention->from ||
		tokens->p[mention->core_from].upper)
		return false;
	enum determiner behind = grammar_determiner(tokens, mention->core_to, end);
	return behind == DETERMINER_DEFINITE || behind == DETERMINER_INDEFINITE;
}

// A noun with all that belongs to it; false when it is none, behind it all the same.
static bool phrase_read(
	const struct tokens *tokens, struct mention *mention, size_t begin, size_t end)
{
	if (is_no_noun(tokens, mention, end) || is_in_body(tokens, mention, begin) ||
		is_of_thing(tokens, mention, begin))
		return false;
	modifiers_read(tokens, mention, begin);
	if (is_verb(tokens, mention, end))
		return false;
	topic_read(tokens, mention, end);
	trainers_read(tokens, mention, end);
	return true;
}

// What a noun or a verb of an event may begin with, or what stands for one.
static const struct lexicon_bits may_tell = {
	.kinds = LEXICON_BIT(LEXICON_ACTIVITY) | LEXICON_BIT(LEXICON_DEED) | MEMBER_KINDS,
	.roles = MEMBER_ROLES,
	.rare = MEMBER_RARE_ROLES};

struct mentions mention_find(const struct reading *reading, struct range sentence)
{
	const struct tokens *tokens = &reading->tokens;
	struct mentions mentions = {0};
	size_t begin = sentence.from, end = sentence.to;
	for (size_t i = begin; (i = lexicon_seek(tokens, i, end, &may_tell)) < end;) {
		struct mention mention;
		bool is_noun = tokens->p[i].kind == TOKEN_WORD &&
			noun_read(tokens, i, end, &mention);
		bool is_told = is_noun ? phrase_read(tokens, &mention, begin, end)
				       : tokens->p[i].kind != TOKEN_MARK &&
				(member_read(tokens, i, begin, end, &mention) ||
					deed_read(tokens, i, begin, end, &mention));
		i = is_noun || is_told ? mention.core_to : i + 1;
		if (!is_told)
			continue;
		if (mention.is_deed && str_eq(mention.type, S("training")) &&
			grammar_has_role(tokens, mention.from, mention.topic_to, ROLE_TRAINERS))
			mention.type = S("training-of-trainers");
		if (mention.noun == NOUN_REVIEW || mention.need == NEED_REVIEWED)
			review_type(tokens, &mention);
		begin = mention.core_to;
		VEC_ADD(reading->mem, &mentions, mention);
	}
	return mentions;
}
