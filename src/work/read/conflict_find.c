// SPDX-License-Identifier: EUPL-1.2
// conflict_find — what the sentences of one entry say against each other.

#include "work/read/conflict_find.h"

#include "work/read/grammar.h"

enum { STAGE_REACH = 4, DATE_NEAR = 6, COUNT_REACH = 4, PROMISE_MAX = 20, TOLD_MAX = 16 };

// A stage of a paper told in a sentence.
struct told {
	size_t sentence;
	struct str type; // of the paper
	enum role stage;
	struct range
		words; // from the verb of tense, or the stage, to the stage or the date behind it
	const struct date_hit *date;
	bool is_planned;
};

struct tellings {
	struct told told[TOLD_MAX];
	size_t n;
};

static const struct {
	enum role role;
	const char *words;
	struct str status; // of an output that has reached it
} stages[] = {
	{ROLE_ADOPTED, "adopted", S_INIT("adopted")},
	{ROLE_PUBLISHED, "published", S_INIT("published")},
	{ROLE_PRESENTED, "presented", S_INIT("presented")},
};
enum { STAGE_N = sizeof stages / sizeof *stages };

// The stage that the word at `i` tells; STAGE_N for none.
static size_t stage_at(const struct tokens *tokens, size_t i, size_t end)
{
	size_t k = 0;
	while (k < STAGE_N && !role_at(tokens, i, end, stages[k].role))
		k++;
	return k;
}

// The one output of its type; NULL when there are several, or none.
static const struct entry_output *only_output(const struct entry *entry, struct str type)
{
	const struct entry_output *found = NULL;
	for (size_t i = 0; i < entry->outputs.n; i++) {
		if (!str_eq(entry->outputs.p[i].type, type))
			continue;
		if (found)
			return NULL;
		found = &entry->outputs.p[i];
	}
	return found;
}

// The type of the paper named last before the token; empty when another noun stands for it.
static struct str paper_before(const struct reading *r, struct range sentence, size_t at)
{
	for (size_t i = at; i > sentence.from; i--) {
		const struct lexicon_entry *paper = lexicon_at(
			&r->tokens, i - 1, at, LEXICON_OUTPUT);
		if (paper)
			return paper->value;
		if (lexicon_at(&r->tokens, i - 1, at, LEXICON_ACTIVITY) ||
			token_is_mark(&r->tokens.p[i - 1], ';'))
			break;
	}
	return STR_EMPTY;
}

// The first date close behind the stage in its sentence.
static const struct date_hit *date_behind(const struct reading *r, struct range sentence, size_t at)
{
	struct range dates = reading_dates(r, (struct range){at, sentence.to});
	if (dates.from == dates.to)
		return NULL;
	const struct date_hit *date = &r->dates.p[dates.from];
	return date->from <= at + DATE_NEAR && !date->inferred && !date->needs_year ? date : NULL;
}

static void sentence_tell(const struct reading *r, size_t sentence, struct tellings *ret)
{
	static const struct lexicon_bits stage_told = {.roles = ROLE_BIT(ROLE_ADOPTED) |
			ROLE_BIT(ROLE_PUBLISHED) | ROLE_BIT(ROLE_PRESENTED),
		.rare = ROLE_RARE_BIT(ROLE_ADOPTED) | ROLE_RARE_BIT(ROLE_PUBLISHED) |
			ROLE_RARE_BIT(ROLE_PRESENTED)};
	struct range range = r->sentences.p[sentence];
	for (size_t i = range.from;
		(i = lexicon_seek(&r->tokens, i, range.to, &stage_told)) < range.to &&
		ret->n < TOLD_MAX;
		i++) {
		size_t stage = stage_at(&r->tokens, i, range.to), tense = i;
		struct str type = stage < STAGE_N ? paper_before(r, range, i) : STR_EMPTY;
		if (type.n == 0)
			continue;
		struct told told = {
			.sentence = sentence, .type = type, .stage = stages[stage].role};
		for (size_t k = i; k > range.from && i - k < STAGE_REACH && tense == i; k--) {
			told.is_planned = role_at(&r->tokens, k - 1, i, ROLE_PLANNED) > 0;
			if (told.is_planned || role_at(&r->tokens, k - 1, i, ROLE_HELD))
				tense = k - 1;
		}
		if (tense == i)
			continue;
		told.date = date_behind(r, range, i);
		told.words = (struct range){tense, told.date ? told.date->to : i + 1};
		ret->told[ret->n++] = told;
	}
}

static const char *stage_words(enum role stage)
{
	size_t k = 0;
	while (k + 1 < STAGE_N && stages[k].role != stage)
		k++;
	return stages[k].words;
}

static bool dates_differ(const struct date_hit *a, const struct date_hit *b)
{
	struct period p = a->period, q = b->period;
	struct date p_end = date_is_known(p.end) ? p.end : p.start;
	struct date q_end = date_is_known(q.end) ? q.end : q.start;
	return date_last_day(p_end) < date_first_day(q.start) ||
		date_last_day(q_end) < date_first_day(p.start);
}

// Papers that steer a country's work are often called by each other's names: the "policy
// framework" that was to be presented is the "strategy and action plan" that was.
static bool is_steering(struct str type)
{
	return str_eq(type, S("strategy")) || str_eq(type, S("policy")) ||
		str_eq(type, S("action-plan"));
}

// Of two tellings of one stage, one is a plan and the other tells that it was done on a day.
static void plan_doubt(struct reading *r, const struct told *a, const struct told *b)
{
	const struct told *plan = a->is_planned ? a : b, *done = a->is_planned ? b : a;
	bool same = str_eq(a->type, b->type) && only_output(r->entry, a->type);
	bool alike = is_steering(a->type) && is_steering(b->type) && done->date;
	if (same || alike)
		reading_warn(r, plan->words, S("R09"),
			"\"%" PRIstr "\" stands beside \"%" PRIstr
			"\": if both speak of one paper, the plan is stale and can go",
			STR(reading_str(r, plan->words)), STR(reading_str(r, done->words)));
}

// One stage of the only paper of its type is told with two dates.
static void dates_doubt(struct reading *r, const struct told *a, const struct told *b)
{
	const struct entry_output *output = only_output(r->entry, a->type);
	if (!output || !str_eq(a->type, b->type) || a->stage == ROLE_PRESENTED || !a->date ||
		!b->date || !dates_differ(a->date, b->date))
		return;
	reading_warn(r, b->words, S("R10"),
		"\"%" PRIstr "\" is told as %s on two dates, \"%" PRIstr "\" and \"%" PRIstr
		"\": find out which is right",
		STR(output->name), stage_words(a->stage), STR(reading_str(r, a->words)),
		STR(reading_str(r, b->words)));
}

static void pair_doubt(struct reading *r, const struct told *a, const struct told *b)
{
	if (a->stage != b->stage)
		return;
	if (a->is_planned != b->is_planned)
		plan_doubt(r, a, b);
	else if (!a->is_planned)
		dates_doubt(r, a, b);
}

static void tellings_compare(struct reading *r)
{
	struct tellings all = {.n = 0};
	for (size_t i = 0; i < r->sentences.n; i++)
		sentence_tell(r, i, &all);
	for (size_t i = 0; i < all.n; i++)
		for (size_t k = i + 1; k < all.n; k++)
			pair_doubt(r, &all.told[i], &all.told[k]);
}

// How many events of the type the entry tells.
static int64_t told_n(const struct entry *entry, struct str type)
{
	int64_t n = 0;
	for (size_t i = 0; i < entry->activities.n; i++)
		if (str_eq(entry->activities.p[i].type, type))
			n += entry->activities.p[i].count;
	return n;
}

// "four regional workshops": the noun behind the number, within few words.
static const struct lexicon_entry *counted_at(
	const struct tokens *tokens, size_t i, size_t end, size_t *ret_to)
{
	for (size_t k = i + 1; k < end && k <= i + COUNT_REACH; k++) {
		const struct lexicon_entry *noun = lexicon_at(tokens, k, end, LEXICON_ACTIVITY);
		if (noun) {
			*ret_to = k + noun->word_n;
			// "two weeks of training": what is counted is no event.
			return grammar_has_role(tokens, k, *ret_to, ROLE_PREPOSITION) ? NULL : noun;
		}
		if (!grammar_in_phrase(tokens, k, end))
			return NULL;
	}
	return NULL;
}

// "Four workshops" where three are told.
static void promise_doubt(struct reading *r, struct range sentence, size_t i)
{
	bool is_ordinal = false;
	size_t to;
	int64_t n = grammar_number(&r->tokens, i, sentence.to, &is_ordinal);
	if (n < 2 || n > PROMISE_MAX || is_ordinal)
		return;
	const struct lexicon_entry *noun = counted_at(&r->tokens, i, sentence.to, &to);
	if (!noun || str_find(noun->value, S(":"), 0) != STR_NONE)
		return;
	int64_t told = told_n(r->entry, noun->value);
	if (told == 0 || told >= n)
		return;
	struct range words = {i, to};
	reading_warn(r, words, S("R29"),
		"\"%" PRIstr "\" are announced, and %lld of them told: ask for the rest",
		STR(reading_str(r, words)), (long long)told);
}

static void promises_compare(struct reading *r)
{
	uint32_t kinds = LEXICON_BIT(LEXICON_NUMBER) | LEXICON_DIGITS;
	for (size_t s = 0; s < r->sentences.n; s++) {
		size_t i = r->sentences.p[s].from, end = r->sentences.p[s].to;
		while ((i = lexicon_next(&r->tokens, i, end, kinds)) < end)
			promise_doubt(r, r->sentences.p[s], i++);
	}
}

static bool names_paper(const struct reading *r, struct range range, struct str type)
{
	for (size_t i = range.from; i < range.to; i++) {
		const struct lexicon_entry *paper = lexicon_at(
			&r->tokens, i, range.to, LEXICON_OUTPUT);
		if (paper && str_eq(paper->value, type))
			return true;
	}
	return false;
}

// A paper that only the objective of an ended action names.
static void objective_doubt(struct reading *r)
{
	struct range summary = r->field[LABEL_SUMMARY];
	const struct span *objective = &r->entry->objective.span;
	if (r->entry->period.open || !date_is_known(r->entry->period.end) ||
		summary.from >= summary.to)
		return;
	for (size_t i = 0; i < r->entry->outputs.n; i++) {
		const struct entry_output *output = &r->entry->outputs.p[i];
		bool is_promise = str_eq(output->status, S("unknown")) ||
			str_eq(output->status, S("planned"));
		bool in_objective = output->span.offset >= objective->offset &&
			output->span.offset < objective->offset + objective->length;
		if (!is_promise || !in_objective || names_paper(r, summary, output->type))
			continue;
		finding_add(r->mem, &r->entry->warnings,
			(struct finding){.rule = S("R33"),
				.severity = SEVERITY_WARNING,
				.offset = output->span.offset,
				.length = output->span.length},
			"the objective promises \"%" PRIstr "\", and the action ended in %" PRIstr
			" without another word of it: ask what became of it",
			STR(output->name), STR(date_iso(r->mem, r->entry->period.end)));
	}
}

void conflict_find(struct reading *reading)
{
	if (reading->entry->outputs.n > 0)
		tellings_compare(reading);
	if (reading->entry->activities.n > 0)
		promises_compare(reading);
	objective_doubt(reading);
}
