// SPDX-License-Identifier: EUPL-1.2
// output_find — the papers and tools that an action makes, and how far each has come.
//
// A paper (paper.h) is an output when the nearest word that governs it is one of making ("drafting
// of", "developed"), or when a stage is told behind it ("was adopted"); what is only applied or
// referred to is none. Later mentions move its status on.

#include "work/read/output_find.h"

#include "work/read/grammar.h"
#include "work/read/paper_stage.h"

enum {
	MAKING_REACH = 9,
	SUPPORT_REACH = 20,
	SUPPORT_WORDS_MAX = 4,
	USED_REACH = 4,
	JOINED_REACH = 4,
	KNOWN_MAX = 64,
	FULLER_TOKENS = 2, // a name longer by more than this is a fuller one
};

struct known {
	struct paper paper[KNOWN_MAX];
	enum paper_work work[KNOWN_MAX];
	enum paper_stage stage[KNOWN_MAX];
	size_t n;
	size_t last_to; // behind the name taken last
};

// The token so many before the name, within the sentence.
static size_t token_before(const struct paper *paper, size_t n)
{
	return paper->name.from > paper->sentence.from + n ? paper->name.from - n
							   : paper->sentence.from;
}

// Words before a name that say that it is used, not made.
static bool is_only_used(const struct tokens *tokens, const struct paper *paper)
{
	size_t from = token_before(paper, USED_REACH);
	for (size_t i = paper->name.from; i > from; i--) {
		if (role_at(tokens, i - 1, paper->name.from, ROLE_USED))
			return true;
		if (role_at(tokens, i - 1, paper->name.from, ROLE_MAKING))
			break;
	}
	// "how to draft a plan", "preparing for the development of a policy": not made here.
	return grammar_has_role(
		tokens, token_before(paper, 2 * USED_REACH), paper->name.from, ROLE_ONLY_TOLD);
}

// Help given to a paper with a title: "in order to support the Strategy", "support was provided to
// a meeting, and a Roadmap". STR_NONE when there is none.
static size_t support_before(const struct tokens *tokens, const struct paper *paper)
{
	size_t end = paper->name.from, begin = paper->sentence.from, i = end;
	if (i > begin && grammar_determiner(tokens, i - 1, end) != DETERMINER_NONE)
		i--;
	if (!paper->is_titled || i == begin)
		return STR_NONE;
	for (size_t k = i; k > begin && k + SUPPORT_WORDS_MAX > i; k--)
		if (k - 1 + role_at(tokens, k - 1, end, ROLE_SUPPORT) == i)
			return k - 1;
	if (!role_at(tokens, i - 1, end, ROLE_AND))
		return STR_NONE;
	for (size_t from = token_before(paper, SUPPORT_REACH); from < i; from++)
		if (role_at(tokens, from, end, ROLE_SUPPORT) &&
			role_at(tokens, from + 1, end, ROLE_BEING))
			return from;
	return STR_NONE;
}

// "was presented, and comments": what was made stands before the verb. "Were given guidelines" has
// an object all the same.
static bool is_passive(const struct tokens *tokens, const struct paper *paper, size_t i)
{
	size_t end = paper->name.from, behind = i + 1;
	behind += behind < end && grammar_determiner(tokens, behind, end) != DETERMINER_NONE;
	return i > paper->sentence.from && role_at(tokens, i - 1, i, ROLE_BEING) &&
		paper_stage_at(tokens, i, end) && behind < end &&
		!role_at(tokens, i + 1, end, ROLE_IN) && !role_at(tokens, i + 1, end, ROLE_INTO);
}

// The word of making that governs the name; STR_NONE when none does.
static size_t making_before(const struct tokens *tokens, const struct paper *paper)
{
	size_t end = paper->name.from, from = token_before(paper, MAKING_REACH);
	for (size_t i = end; i > from; i--) {
		if (token_is_mark(&tokens->p[i - 1], ';'))
			break;
		if (role_at(tokens, i - 1, end, ROLE_MAKING) && !is_passive(tokens, paper, i - 1) &&
			paper_theme_begin(tokens, i, paper->sentence.from) == i)
			return i - 1;
	}
	return support_before(tokens, paper);
}

// "a curriculum and the respective materials": joined to one that is made, with no verb between.
static bool is_joined(const struct tokens *tokens, size_t last_to, const struct paper *paper)
{
	size_t end = paper->name.from, i = end;
	if (last_to <= paper->sentence.from || last_to >= end)
		return false;
	if (end - last_to <= JOINED_REACH &&
		(role_at(tokens, last_to, end, ROLE_AND) ||
			token_is_mark(&tokens->p[last_to], ',')))
		return true;
	i -= grammar_determiner(tokens, i - 1, end) != DETERMINER_NONE;
	return role_at(tokens, i - 1, end, ROLE_AND) &&
		!grammar_has_role(tokens, last_to, i, ROLE_HELD) &&
		!grammar_has_role(tokens, last_to, i, ROLE_PLANNED) &&
		!grammar_has_role(tokens, last_to, i, ROLE_BEING);
}

// What the words from `i` up to `end` say of the time of the work told there; PAPER_WORK_UNTOLD
// when no verb of tense begins at `i`. "Will be followed" is still to come.
static enum paper_work tense_at(const struct tokens *tokens, size_t i, size_t begin, size_t end)
{
	if (role_at(tokens, i, end, ROLE_PLANNED))
		return PAPER_WORK_TO_COME;
	if (role_at(tokens, i, end, ROLE_GOING_ON))
		return PAPER_WORK_GOES_ON;
	if (!role_at(tokens, i, end, ROLE_HELD))
		return PAPER_WORK_UNTOLD;
	return i > begin + 1 && role_at(tokens, i - 2, end, ROLE_PLANNED) ? PAPER_WORK_TO_COME
									  : PAPER_WORK_BEGUN;
}

// What the clause of the word of making at `making` says of its time: the verb of tense before it,
// or else, at the first mention, behind the name ("a workshop to discuss a proposal will be held").
static enum paper_work work_of(
	const struct tokens *tokens, const struct paper *paper, size_t making, bool is_first)
{
	size_t begin = paper->sentence.from, end = paper->sentence.to;
	enum paper_work work = PAPER_WORK_UNTOLD;
	// "the drafting process" is one that goes on already.
	if (!paper->is_being_drafted && role_at(tokens, making, end, ROLE_DRAFTING) > 1)
		return work;
	for (size_t i = making + 1; i > begin && work == PAPER_WORK_UNTOLD; i--) {
		if (token_is_mark(&tokens->p[i - 1], ':'))
			return work;
		work = tense_at(tokens, i - 1, begin, making + 1);
	}
	for (size_t i = paper->name.to; i < end && is_first && work == PAPER_WORK_UNTOLD; i++)
		work = tense_at(tokens, i, begin, end);
	return work;
}

static bool same_words(const struct tokens *tokens, struct range a, struct range b)
{
	size_t n = 0, short_n = b.to - b.from < a.to - a.from ? b.to - b.from : a.to - a.from;
	for (size_t i = a.from; i < a.to; i++)
		if (grammar_has_word(tokens, b.from, b.to, tokens->p[i].fold))
			n++;
	return n >= short_n || (n >= 2 && 4 * n >= 3 * short_n);
}

// "national policy": no word of the name tells which one.
static bool is_bare(const struct tokens *tokens, const struct paper *paper)
{
	if (paper->name.to != paper->head_to)
		return false;
	for (size_t i = paper->name.from; i < paper->head_from; i++)
		if (!role_at(tokens, i, paper->head_from, ROLE_ADJECTIVE))
			return false;
	return true;
}

// The output that the paper is another mention of, the one told last first; or SIZE_MAX.
static size_t known_find(
	const struct tokens *tokens, const struct known *known, const struct paper *paper)
{
	struct str noun = tokens->p[paper->head_to - 1].fold;
	for (size_t i = known->n; i-- > 0;) {
		const struct paper *old = &known->paper[i];
		bool same_type = str_eq(old->type, paper->type);
		if (paper->use == PAPER_REFERENCE) {
			if (same_type || paper->type.n == 0 ||
				grammar_has_word(tokens, old->head_from, old->head_to, noun))
				return i;
			continue;
		}
		bool both_general = old->use == PAPER_GENERAL && paper->use == PAPER_GENERAL;
		if (same_type &&
			(both_general || is_bare(tokens, paper) ||
				same_words(tokens, old->name, paper->name)))
			return i;
	}
	return SIZE_MAX;
}

static void stage_take(struct reading *r, struct known *known, size_t i, const struct paper *paper)
{
	struct entry_output *output = &r->entry->outputs.p[i];
	size_t at = 0;
	enum paper_stage stage = paper_stage_of(&r->tokens, paper, &at);
	if (stage <= known->stage[i])
		return;
	known->stage[i] = stage;
	output->status = paper_stage_slug(stage);
	output->date = paper_stage_date(r, paper, at);
}

static void work_take(
	struct reading *r, struct known *known, size_t i, const struct paper *paper, bool is_first)
{
	// An objective tells aims, not how far the work has come.
	if (r->summary_sentence < r->sentences.n &&
		paper->sentence.from < r->sentences.p[r->summary_sentence].from)
		return;
	size_t making = making_before(&r->tokens, paper);
	enum paper_work work = paper_work_behind(&r->tokens, paper);
	if (paper->is_being_drafted)
		making = paper->name.from;
	// To present what is known is no work on it.
	bool presents = !is_first && making != STR_NONE &&
		role_at(&r->tokens, making, paper->sentence.to, ROLE_PRESENTING);
	if (work == PAPER_WORK_UNTOLD && making != STR_NONE && !presents)
		work = work_of(&r->tokens, paper, making, is_first);
	if (work > known->work[i] || work == PAPER_WORK_TO_COME)
		known->work[i] = work;
}

static void name_take(struct reading *r, struct known *known, size_t i, const struct paper *paper,
	struct str rule)
{
	struct entry_output *output = &r->entry->outputs.p[i];
	output->type = paper->type;
	output->name = reading_str(r, paper->name);
	output->span = reading_span(r, paper->name, CERTAINTY_STATED, rule);
	known->paper[i] = *paper;
}

// A further mention of the output: it may have come further, and have a fuller name.
static void mention_take(
	struct reading *r, struct known *known, size_t i, const struct paper *paper)
{
	struct range old = known->paper[i].name, name = paper->name;
	known->last_to = name.to;
	stage_take(r, known, i, paper);
	work_take(r, known, i, paper, false);
	if (paper->use == PAPER_NAMED && paper->is_titled && !known->paper[i].is_titled &&
		name.to - name.from > old.to - old.from + FULLER_TOKENS)
		name_take(r, known, i, paper, S("output.fuller-name"));
}

// A study is an output once it has come further than to be done, or was made anew.
static struct str study_rule(
	const struct tokens *tokens, const struct paper *paper, enum paper_stage stage, size_t at)
{
	bool is_anew = stage && role_at(tokens, at, paper->sentence.to, ROLE_REVISED);
	return stage > PAPER_DRAFTED || is_anew ? S("output.stage") : STR_EMPTY;
}

// The rule by which the paper is an output; empty when it is none.
static struct str rule_of(
	const struct tokens *tokens, const struct known *known, const struct paper *paper)
{
	size_t at;
	enum paper_stage behind = paper_stage_behind(tokens, paper, &at);
	if (paper->is_being_drafted)
		return S("output.made");
	// "Its report was presented" names a paper; "the plan" only points to one.
	if (paper->use == PAPER_REFERENCE)
		return paper->type.n && behind > PAPER_DRAFTED ? S("output.stage") : STR_EMPTY;
	bool is_told = behind != PAPER_NO_STAGE &&
		role_at(tokens, paper->name.to, paper->sentence.to, ROLE_RELATIVE);
	if (!is_told && is_only_used(tokens, paper))
		return STR_EMPTY;
	if (paper->use == PAPER_STUDY)
		return study_rule(tokens, paper, behind, at);
	if (making_before(tokens, paper) != STR_NONE)
		return S("output.made");
	if (behind != PAPER_NO_STAGE)
		return S("output.stage");
	if (paper_work_behind(tokens, paper) != PAPER_WORK_UNTOLD)
		return S("output.under-way");
	return is_joined(tokens, known->last_to, paper) ? S("output.joined") : STR_EMPTY;
}

static void paper_take(struct reading *r, const struct paper *paper, struct known *known)
{
	size_t same = known_find(&r->tokens, known, paper);
	if (same != SIZE_MAX) {
		mention_take(r, known, same, paper);
		return;
	}
	struct str rule = rule_of(&r->tokens, known, paper);
	if (rule.n == 0 || known->n == KNOWN_MAX)
		return;
	size_t i = known->n++;
	VEC_ADD(r->mem, &r->entry->outputs, ((struct entry_output){.status = STR_EMPTY}));
	known->work[i] = PAPER_WORK_UNTOLD;
	known->stage[i] = PAPER_NO_STAGE;
	known->last_to = paper->name.to;
	name_take(r, known, i, paper, rule);
	stage_take(r, known, i, paper);
	work_take(r, known, i, paper, true);
}

// Behind "(SOPs)"; `i` when it does not stand there.
static size_t skip_short_form(const struct tokens *tokens, size_t i, size_t end)
{
	bool is_one = i + 2 < end && token_is_mark(&tokens->p[i], '(') &&
		token_is_mark(&tokens->p[i + 2], ')');
	return is_one ? i + 3 : i;
}

// The next token that a paper may begin at: its noun, or, where something was written, the article
// of what it was.
static size_t next_paper(const struct tokens *tokens, size_t i, size_t end, bool is_written)
{
	size_t noun = lexicon_next(tokens, i, end, LEXICON_BIT(LEXICON_OUTPUT));
	size_t article = is_written ? lexicon_next_role(tokens, i, noun, ROLE_INDEFINITE) : noun;
	return article < noun ? article : noun;
}

// Takes the papers that the sentence names; false when it names none.
static bool sentence_outputs(struct reading *r, struct range sentence, struct known *known)
{
	bool any = false;
	bool is_written = lexicon_next_role(&r->tokens, sentence.from, sentence.to, ROLE_WRITES) <
		sentence.to;
	for (size_t i = sentence.from;
		(i = next_paper(&r->tokens, i, sentence.to, is_written)) < sentence.to;) {
		struct paper paper;
		if (!paper_at(&r->tokens, i, sentence, &paper)) {
			i++;
			continue;
		}
		any = true;
		paper_take(r, &paper, known);
		i = skip_short_form(&r->tokens,
			paper.name.to > paper.head_to ? paper.name.to : paper.head_to, sentence.to);
	}
	return any;
}

static bool action_is_open(const struct reading *r)
{
	return r->has_duration && r->duration.period.open;
}

// A paper of this type that has a name of its own is among the outputs.
static bool has_named(const struct known *known, struct str type)
{
	for (size_t i = 0; i < known->n; i++)
		if (known->paper[i].use == PAPER_NAMED && str_eq(known->paper[i].type, type))
			return true;
	return false;
}

// The status of a paper of which no stage is told. An action without a duration is as far as its
// words say.
static struct str status_of(enum paper_work work, bool is_open, bool is_dated)
{
	bool goes_on = is_open || (!is_dated && work != PAPER_WORK_UNTOLD);
	if (!goes_on || (!is_dated && work == PAPER_WORK_BEGUN))
		return S("unknown");
	return work == PAPER_WORK_TO_COME ? S("planned") : S("under-way");
}

// Drops general names of what is listed by name, and tells the status of those without a stage.
static void outputs_finish(struct reading *r, const struct known *known)
{
	struct entry *entry = r->entry;
	bool open = action_is_open(r);
	struct range duration = r->field[LABEL_DURATION];
	bool is_dated = duration.from < duration.to;
	size_t n = 0;
	for (size_t i = 0; i < known->n; i++) {
		struct entry_output *output = &entry->outputs.p[i];
		if (known->paper[i].use == PAPER_GENERAL && has_named(known, output->type))
			continue;
		if (output->status.n == 0)
			output->status = status_of(known->work[i], open, is_dated);
		entry->outputs.p[n++] = *output;
	}
	entry->outputs.n = n;
}

void output_find_all(struct reading *reading)
{
	struct known known; // of which only so many are filled
	known.n = known.last_to = 0;
	for (size_t s = 0; s < reading->sentences.n; s++) {
		struct range sentence = reading->sentences.p[s];
		// "These results were published": about what was told before.
		if (!sentence_outputs(reading, sentence, &known) && known.n > 0 &&
			role_at(&reading->tokens, sentence.from, sentence.to, ROLE_BACK))
			stage_take(reading, &known, known.n - 1,
				&(struct paper){.name = {sentence.from, sentence.from + 1},
					.sentence = sentence});
	}
	outputs_finish(reading, &known);
}
