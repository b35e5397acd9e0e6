// SPDX-License-Identifier: EUPL-1.2
// output_find — the papers and tools that an action makes, and how far each has come.
//
// A noun of data/read/output.*.tsv with its name is a candidate. It is an output when a word of making
// stands before it ("drafting of", "developed") or a stage behind it ("was adopted"); what is only
// applied, reviewed or referred to is none. Later mentions move its status on.

#include "work/read/output_find.h"

#include "work/read/grammar.h"

enum {
	MAKING_REACH = 9,
	STAGE_REACH = 9,
	STAGE_REACH_BACK = 5,
	NAME_MAX_TOKENS = 18,
	DATE_REACH = 24,
	USED_REACH = 4,
	KNOWN_MAX = 64,
	PLAIN_NAME_MAX = 9,
};

struct candidate {
	struct range name;
	size_t head_from, head_to;
	struct str type;
	bool is_reference; // "the strategy": points to one already known
	bool is_quoted;
	struct range sentence;
};

// Stages, the furthest last, in the order of their roles; the names are those of
// data/output_status.tsv.
static const struct str stages[] = {S_INIT("drafted"), S_INIT("delivered"), S_INIT("presented"),
	S_INIT("published"), S_INIT("adopted")};
enum { STAGE_N = sizeof stages / sizeof *stages };

static enum role stage_role(int stage)
{
	return (enum role)(ROLE_DRAFTED + stage);
}

static int stage_of(struct str status)
{
	for (int i = 0; i < STAGE_N; i++)
		if (str_eq(stages[i], status))
			return i;
	return -1;
}

static bool is_joint(const struct tokens *tokens, size_t i)
{
	return token_is(&tokens->p[i], S("and")) || token_is(&tokens->p[i], S("of")) ||
		token_is(&tokens->p[i], S("for")) || token_is(&tokens->p[i], S("on"));
}

// Words before a name that are not of it.
static bool is_vague_word(const struct token *token)
{
	static const struct str words[] = {S_INIT("several"), S_INIT("various"), S_INIT("relevant"),
		S_INIT("respective"), S_INIT("different"), S_INIT("new"), S_INIT("comprehensive"),
		S_INIT("other"), S_INIT("first"), S_INIT("final"), S_INIT("future"),
		S_INIT("draft")};
	if (token->upper)
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (token_is(token, words[i]))
			return true;
	return false;
}

// Where a phrase of a theme that ends before the token begins; the token itself when none does.
static size_t theme_before(const struct tokens *tokens, size_t to, size_t begin)
{
	for (size_t n = 5; n > 1; n--) {
		if (to < begin + n)
			continue;
		const struct lexicon_entry *theme = lexicon_at(tokens, to - n, to, LEXICON_THEME);
		if (theme && theme->word_n == n)
			return to - n;
	}
	return to;
}

// "policy exchange", "policy drafting": the noun only says what the next one is about.
static bool is_modifier(const struct tokens *tokens, size_t i, size_t end)
{
	static const struct str words[] = {S_INIT("drafting"), S_INIT("development"),
		S_INIT("making"), S_INIT("process"), S_INIT("dialogue"), S_INIT("level"),
		S_INIT("coherence"), S_INIT("makers"), S_INIT("options"), S_INIT("responses")};
	if (i >= end || tokens->p[i].kind != TOKEN_WORD)
		return false;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (token_is(&tokens->p[i], words[k]))
			return true;
	return lexicon_at(tokens, i, end, LEXICON_ACTIVITY) != NULL;
}

// A noun right behind an article or a vague word: "a comprehensive migration and ... policy".
static bool is_plain_noun(const struct tokens *tokens, size_t i)
{
	return grammar_in_phrase(tokens, i, i + 1) && !role_at(tokens, i, i + 1, ROLE_MAKING) &&
		(grammar_determiner(tokens, i - 1, i) != DETERMINER_NONE ||
			is_vague_word(&tokens->p[i - 1]));
}

// "and" between two parts of one name: "Migration and Citizenship Policy".
static bool is_bridge(const struct tokens *tokens, size_t i, size_t from, size_t head, size_t begin)
{
	if (!token_is(&tokens->p[i], S("and")) || i <= begin + 1 ||
		lexicon_at(tokens, i - 1, head, LEXICON_OUTPUT))
		return false;
	if (tokens->p[head].upper)
		return tokens->p[i - 1].upper && tokens->p[from].upper;
	return from < head && is_plain_noun(tokens, i - 1);
}

// A word before the head that is part of its name.
static bool is_name_part(const struct tokens *tokens, size_t i, size_t head)
{
	const struct token *token = &tokens->p[i];
	bool ordinal;
	if (token->kind == TOKEN_WORD && token->gap == '\'' && token->fold.n == 1)
		return false;
	return grammar_in_phrase(tokens, i, head) && !role_at(tokens, i, head, ROLE_MAKING) &&
		!role_at(tokens, i, head, ROLE_DRAFTED) && !is_vague_word(token) &&
		grammar_number(tokens, i, head, &ordinal) == 0;
}

// Takes capitalised words and plain modifiers before the head; phrases of themes go with it
// ("migration and development strategy").
static size_t name_begin(const struct tokens *tokens, size_t head, size_t begin)
{
	size_t from = head;
	while (from > begin && head - from < NAME_MAX_TOKENS) {
		size_t theme = theme_before(tokens, from, begin);
		if (is_bridge(tokens, from - 1, from, head, begin))
			from -= 2;
		else if (theme < from)
			from = theme;
		else if (is_name_part(tokens, from - 1, head))
			from--;
		else
			break;
	}
	return from;
}

// Runs on behind a capitalised head: "for Immigration Officials on Border Procedures in Malawi".
static size_t name_end_capital(const struct tokens *tokens, size_t to, size_t end)
{
	while (to < end) {
		size_t k = to;
		if (tokens->p[k].kind == TOKEN_WORD &&
			(tokens->p[k].upper || tokens->p[k].gap == '\'')) {
			to++;
			continue;
		}
		if (!is_joint(tokens, k) && !(token_is(&tokens->p[k], S("in")) && to > k))
			break;
		if (k + 1 < end && tokens->p[k + 1].kind == TOKEN_WORD && tokens->p[k + 1].upper &&
			!lexicon_at(tokens, k + 1, end, LEXICON_OUTPUT) &&
			!lexicon_at(tokens, k + 1, end, LEXICON_MONTH))
			to = k + 2;
		else
			break;
	}
	return to;
}

// Where the words that tell about a plain head end: a mark, a verb, another clause or output.
static bool ends_plain_name(const struct tokens *tokens, size_t i, size_t end)
{
	const struct token *token = &tokens->p[i];
	return token->kind == TOKEN_MARK || role_at(tokens, i, end, ROLE_HELD) ||
		role_at(tokens, i, end, ROLE_PLANNED) || role_at(tokens, i, end, ROLE_RELATIVE) ||
		token_is(token, S("in")) || token_is(token, S("through")) ||
		lexicon_at(tokens, i, end, LEXICON_OUTPUT);
}

// Runs on behind a plain head: "guidelines on return", and, where the head has no words of its own,
// "recommendations that outline the next steps".
static size_t name_end_plain(const struct tokens *tokens, size_t head_to, size_t end, bool is_short)
{
	static const struct str words[] = {S_INIT("on"), S_INIT("for"), S_INIT("aiming")};
	size_t to = head_to;
	if (to >= end || tokens->p[to].kind == TOKEN_MARK)
		return head_to;
	bool told = is_short &&
		(role_at(tokens, to, end, ROLE_MAKING) || token_is(&tokens->p[to], S("that")));
	if (!told && !GRAMMAR_IS_ANY(&tokens->p[to], words))
		return head_to;
	size_t limit = to + PLAIN_NAME_MAX;
	for (to++; to < end && to < limit && !ends_plain_name(tokens, to, end);)
		to++;
	while (to > head_to && lexicon_at(tokens, to - 1, to, LEXICON_FUNCTION))
		to--;
	return to;
}

// "report 'Migration and Asylum Framework in Angola'": the name is what the quotes hold.
static bool quoted_name(const struct tokens *tokens, size_t i, size_t end, struct range *ret_name)
{
	if (i >= end || (!token_is_mark(&tokens->p[i], '\'') && !token_is_mark(&tokens->p[i], '"')))
		return false;
	char quote = tokens->p[i].fold.p[0];
	for (size_t k = i + 1; k < end && k < i + NAME_MAX_TOKENS; k++)
		if (token_is_mark(&tokens->p[k], quote)) {
			*ret_name = (struct range){i + 1, k};
			return k > i + 1;
		}
	return false;
}

// The noun at `i`, with those that follow it: "training curriculum", "policy document". False when
// none stands there, or when it only modifies what stands behind.
static bool head_read(
	const struct tokens *tokens, size_t i, struct range sentence, struct candidate *ret)
{
	const struct lexicon_entry *entry = lexicon_at(tokens, i, sentence.to, LEXICON_OUTPUT);
	if (!entry)
		return false;
	struct candidate c = {.head_from = i, .head_to = i, .sentence = sentence};
	while (entry) {
		c.type = entry->value;
		c.head_to += entry->word_n;
		entry = c.head_to < sentence.to
			? lexicon_at(tokens, c.head_to, sentence.to, LEXICON_OUTPUT)
			: NULL;
	}
	*ret = c;
	return !is_modifier(tokens, c.head_to, sentence.to);
}

// "the policy", "this policy", "the finalised policy".
static bool is_definite(const struct tokens *tokens, size_t begin, size_t head, size_t first)
{
	if (begin > first + 1 && role_at(tokens, begin - 1, head, ROLE_MAKING) &&
		grammar_determiner(tokens, begin - 2, head) == DETERMINER_DEFINITE)
		return true;
	if (begin == first)
		return false;
	enum determiner before = grammar_determiner(tokens, begin - 1, head);
	return before == DETERMINER_DEFINITE || before == DETERMINER_POINTING;
}

static bool candidate_at(
	const struct tokens *tokens, size_t i, struct range sentence, struct candidate *ret)
{
	struct candidate c;
	if (!head_read(tokens, i, sentence, &c))
		return false;
	size_t begin = name_begin(tokens, i, sentence.from);
	bool is_short = begin == i && c.head_to == i + 1;
	c.name = (struct range){begin, c.head_to};
	c.is_quoted = quoted_name(tokens, c.head_to, sentence.to, &c.name) ||
		(begin > sentence.from && quoted_name(tokens, begin - 1, sentence.to, &c.name));
	if (!c.is_quoted)
		c.name.to = tokens->p[i].upper
			? name_end_capital(tokens, c.head_to, sentence.to)
			: name_end_plain(tokens, c.head_to, sentence.to, is_short);
	c.is_reference = is_short && !c.is_quoted && !tokens->p[i].upper &&
		c.name.to == c.head_to && is_definite(tokens, begin, i, sentence.from);
	*ret = c;
	return true;
}

// The token so many before the name, within the sentence.
static size_t token_before(const struct candidate *c, size_t n)
{
	return c->name.from > c->sentence.from + n ? c->name.from - n : c->sentence.from;
}

// Words before a name that say that it is used, not made.
static bool is_only_used(const struct tokens *tokens, const struct candidate *c)
{
	static const struct str words[] = {S_INIT("implementation"), S_INIT("implement"),
		S_INIT("under"), S_INIT("line"), S_INIT("review"), S_INIT("how"),
		S_INIT("framework"), S_INIT("replace"), S_INIT("based"), S_INIT("approved"),
		S_INIT("launch"), S_INIT("including"), S_INIT("included"), S_INIT("includes"),
		S_INIT("preparing"), S_INIT("consistency"), S_INIT("with"), S_INIT("following"),
		S_INIT("examples"), S_INIT("promote"), S_INIT("scope"), S_INIT("findings"),
		S_INIT("results"), S_INIT("coordinator"), S_INIT("elements"), S_INIT("chapter"),
		S_INIT("compliance")};
	size_t from = token_before(c, USED_REACH);
	for (size_t i = c->name.from; i > from; i--) {
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (token_is(&tokens->p[i - 1], words[k]))
				return true;
		if (role_at(tokens, i - 1, c->name.from, ROLE_MAKING))
			break;
	}
	// "how to draft a plan", "preparing for the development of a policy": not made here.
	from = token_before(c, 2 * USED_REACH);
	return grammar_has_word(tokens, from, c->name.from, S("how")) ||
		grammar_has_word(tokens, from, c->name.from, S("preparing"));
}

static bool is_made_before(const struct tokens *tokens, const struct candidate *c)
{
	size_t from = token_before(c, MAKING_REACH);
	for (size_t i = c->name.from; i > from; i--) {
		if (token_is_mark(&tokens->p[i - 1], ';'))
			return false;
		// "was presented, and comments": what was made is not what follows.
		bool passive = i > from + 1 && role_at(tokens, i - 2, i - 1, ROLE_BEING) &&
			!token_is(&tokens->p[i], S("in"));
		if (role_at(tokens, i - 1, c->name.from, ROLE_MAKING) && !passive)
			return true;
	}
	return false;
}

// Behind ", including a set of recommendations," that stands between a name and its verb.
static size_t skip_insertion(const struct tokens *tokens, size_t i, size_t end)
{
	size_t at = i;
	while (at < end && tokens->p[at].kind == TOKEN_MARK && !token_is_mark(&tokens->p[at], ','))
		at++;
	if (at + 1 >= end || !token_is_mark(&tokens->p[at], ',') ||
		!token_is(&tokens->p[at + 1], S("including")))
		return i;
	for (at++; at < end; at++)
		if (token_is_mark(&tokens->p[at], ','))
			return at + 1;
	return i;
}

// The stage that the words behind the name tell, within reach and before another noun of its kind;
// *ret_at is where it stands. -1 when none is told, or only planned.
static int stage_behind(const struct tokens *tokens, const struct candidate *c, size_t *ret_at)
{
	size_t begin = skip_insertion(tokens, c->name.to, c->sentence.to);
	size_t end = c->sentence.to < begin + STAGE_REACH ? c->sentence.to : begin + STAGE_REACH;
	bool titled = tokens->p[c->head_from].upper;
	if (titled)
		end = c->sentence.to < begin + 2 * STAGE_REACH ? c->sentence.to
							       : begin + 2 * STAGE_REACH;
	for (size_t i = begin; i < end; i++) {
		// "Action Plan to counter trafficking": "to" belongs to the title.
		if (role_at(tokens, i, end, ROLE_PLANNED) ||
			role_at(tokens, i, end, ROLE_SUPPORT) ||
			(grammar_purpose(tokens, i, c->sentence.to) && !titled) ||
			token_is_mark(&tokens->p[i], ';'))
			return -1;
		// "delivery", "endorsement": nouns speak of what stands behind them.
		if (!str_ends(tokens->p[i].fold, S("d")) && !str_ends(tokens->p[i].fold, S("n")))
			continue;
		for (int k = STAGE_N - 1; k >= 0; k--)
			if (role_at(tokens, i, end, stage_role(k)) &&
				!str_ends(tokens->p[i].fold, S("ion"))) {
				*ret_at = i;
				return k;
			}
	}
	return -1;
}

// "presented the final action plan", "endorsement of the Strategy", "delivery of a Handbook".
static int stage_before(const struct tokens *tokens, const struct candidate *c, size_t *ret_at)
{
	size_t from = token_before(c, STAGE_REACH_BACK);
	for (size_t i = c->name.from; i > from; i--) {
		for (int k = STAGE_N - 1; k >= 0; k--) {
			if (!role_at(tokens, i - 1, c->name.from, stage_role(k)))
				continue;
			if (i >= 2 &&
				grammar_has_word(tokens, token_before(c, STAGE_REACH_BACK + 3), i,
					S("before")))
				return -1;
			bool planned = i >= 3 &&
				(role_at(tokens, i - 3, c->name.from, ROLE_PLANNED) ||
					role_at(tokens, i - 2, c->name.from, ROLE_PLANNED));
			*ret_at = i - 1;
			return planned ? -1 : k;
		}
		if (tokens->p[i - 1].kind == TOKEN_MARK && !token_is_mark(&tokens->p[i - 1], '\''))
			return -1;
	}
	return -1;
}

static bool same_words(const struct reading *r, struct range a, struct range b)
{
	size_t n = 0, short_n = b.to - b.from < a.to - a.from ? b.to - b.from : a.to - a.from;
	for (size_t i = a.from; i < a.to; i++)
		if (grammar_has_word(&r->tokens, b.from, b.to, r->tokens.p[i].fold))
			n++;
	return n >= short_n || (n >= 2 && 4 * n >= 3 * short_n);
}

struct known {
	struct range name[KNOWN_MAX];
	size_t n;
	bool planned[KNOWN_MAX];
	size_t last_to; // behind the name taken last
};

// The output that the candidate is another mention of, or SIZE_MAX.
static size_t known_find(
	const struct reading *r, const struct known *known, const struct candidate *c)
{
	for (size_t i = known->n; i-- > 0;) {
		if (!str_eq(r->entry->outputs.p[i].type, c->type))
			continue;
		if (c->is_reference || same_words(r, known->name[i], c->name))
			return i;
	}
	return SIZE_MAX;
}

static struct date date_near(const struct reading *r, size_t at, struct range sentence)
{
	struct date none = {0};
	struct range dates = reading_dates(r, sentence);
	for (size_t i = dates.from; i < dates.to; i++) {
		const struct date_hit *hit = &r->dates.p[i];
		if (hit->needs_year)
			continue;
		if (hit->from > at && hit->from - at <= DATE_REACH)
			return hit->period.start;
	}
	return none;
}

// The date that "at this workshop" points to: that of the activity told last before it.
static struct date date_pointed(const struct reading *r, struct range sentence)
{
	static const struct str nouns[] = {S_INIT("workshop"), S_INIT("seminar"), S_INIT("meeting"),
		S_INIT("conference"), S_INIT("event")};
	const struct tokens *tokens = &r->tokens;
	bool points = false;
	for (size_t i = sentence.from; i + 1 < sentence.to; i++)
		for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
			points = points ||
				(token_is(&tokens->p[i], S("this")) &&
					token_is(&tokens->p[i + 1], nouns[k]));
	struct date date = {0};
	size_t before = reading_dates(r, sentence).from;
	if (points && before > 0)
		date = r->dates.p[before - 1].period.start;
	date.day = 0;
	return date;
}

static void stage_take(struct reading *r, size_t i, const struct candidate *c)
{
	struct entry_output *output = &r->entry->outputs.p[i];
	size_t at = 0;
	int stage = stage_behind(&r->tokens, c, &at);
	if (stage < 0)
		stage = stage_before(&r->tokens, c, &at);
	if (stage <= stage_of(output->status))
		return;
	output->status = stages[stage];
	output->date = date_near(r, at, c->sentence);
	if (!date_is_known(output->date))
		output->date = date_pointed(r, c->sentence);
}

static bool clause_is_planned(const struct reading *r, const struct candidate *c)
{
	for (size_t i = c->name.from; i > c->sentence.from; i--) {
		if (role_at(&r->tokens, i - 1, c->name.from, ROLE_PLANNED))
			return true;
		if (role_at(&r->tokens, i - 1, c->name.from, ROLE_HELD))
			return false;
	}
	return false;
}

// "a curriculum and the respective materials": joined to one that is made.
static bool is_joined(const struct tokens *tokens, size_t last_to, const struct candidate *c)
{
	if (last_to <= c->sentence.from || last_to >= c->name.from || c->name.from - last_to > 4)
		return false;
	return token_is(&tokens->p[last_to], S("and")) || token_is_mark(&tokens->p[last_to], ',');
}

static void candidate_take(struct reading *r, const struct candidate *c, struct known *known)
{
	const struct tokens *tokens = &r->tokens;
	size_t same = known_find(r, known, c), at;
	if (same != SIZE_MAX) {
		stage_take(r, same, c);
		known->planned[same] = known->planned[same] && clause_is_planned(r, c);
		// A fuller name later is the better one.
		if (c->name.to - c->name.from > known->name[same].to - known->name[same].from + 2 &&
			tokens->p[c->head_from].upper && !tokens->p[known->name[same].from].upper) {
			struct entry_output *output = &r->entry->outputs.p[same];
			output->name = reading_str(r, c->name);
			output->span = reading_span(r, c->name, CERTAINTY_STATED, S("output"));
			known->name[same] = c->name;
		}
		return;
	}
	bool made = is_made_before(tokens, c) || stage_behind(tokens, c, &at) >= 0 ||
		is_joined(tokens, known->last_to, c);
	if (c->is_reference || !made || is_only_used(tokens, c) || known->n == KNOWN_MAX)
		return;
	struct entry_output output = {.type = c->type,
		.name = reading_str(r, c->name),
		.status = STR_EMPTY,
		.span = reading_span(r, c->name, CERTAINTY_STATED, S("output"))};
	known->planned[known->n] = clause_is_planned(r, c);
	known->name[known->n++] = c->name;
	known->last_to = c->name.to;
	VEC_ADD(r->mem, &r->entry->outputs, output);
	stage_take(r, r->entry->outputs.n - 1, c);
}

static bool action_is_open(const struct reading *r)
{
	struct range value = r->field[LABEL_DURATION];
	struct date_hit hit;
	return date_duration(&r->tokens, value.from, value.to, &hit) && hit.period.open;
}

// "These results were published": a sentence about what was told before.
static bool points_back(const struct tokens *tokens, struct range sentence)
{
	const struct token *first = &tokens->p[sentence.from];
	return token_is(first, S("these")) || token_is(first, S("it")) ||
		token_is(first, S("they"));
}

void output_find_all(struct reading *reading)
{
	struct known known = {0};
	for (size_t s = 0; s < reading->sentences.n; s++) {
		struct range sentence = reading->sentences.p[s];
		bool any = false;
		for (size_t i = sentence.from; i < sentence.to;) {
			struct candidate c;
			if (!candidate_at(&reading->tokens, i, sentence, &c)) {
				i++;
				continue;
			}
			any = true;
			candidate_take(reading, &c, &known);
			i = c.head_to > c.name.to ? c.head_to : c.name.to;
		}
		if (!any && known.n > 0 && points_back(&reading->tokens, sentence))
			stage_take(reading, known.n - 1,
				&(struct candidate){.name = {sentence.from, sentence.from + 1},
					.sentence = sentence});
	}
	bool open = action_is_open(reading);
	for (size_t i = 0; i < reading->entry->outputs.n; i++)
		if (reading->entry->outputs.p[i].status.n == 0)
			reading->entry->outputs.p[i].status = !open ? S("unknown")
				: known.planned[i]                  ? S("planned")
								    : S("under-way");
}
