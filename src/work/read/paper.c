// SPDX-License-Identifier: EUPL-1.2
// paper — where a sentence names a paper or tool: its noun, its name, and the kind of naming.

#include "work/read/paper.h"

#include "work/read/grammar.h"

enum {
	NAME_MAX_TOKENS = 18,
	PLAIN_NAME_MAX = 9,
	STUDY_NAME_MAX = 16,
	STAGE_CLAUSE_MAX = 5,
	THEME_MAX_TOKENS = 5,
	PHRASE_MAX = 6,
	VERB_MAX = 4
};

size_t paper_theme_begin(const struct tokens *tokens, size_t to, size_t begin)
{
	for (size_t n = THEME_MAX_TOKENS; n > 1; n--) {
		if (to < begin + n)
			continue;
		const struct lexicon_entry *theme = lexicon_at(tokens, to - n, to, LEXICON_THEME);
		if (theme && theme->word_n == n)
			return to - n;
	}
	return to;
}

// A word before a name that is not of it: "various", "new", "revised".
static bool is_vague(const struct tokens *tokens, size_t i)
{
	return !tokens->p[i].upper && role_at(tokens, i, i + 1, ROLE_VAGUE);
}

// A noun right behind an article or a vague word: "a comprehensive migration and ... policy".
static bool is_plain_noun(const struct tokens *tokens, size_t i)
{
	return grammar_in_phrase(tokens, i, i + 1) && !role_at(tokens, i, i + 1, ROLE_MAKING) &&
		(grammar_determiner(tokens, i - 1, i) != DETERMINER_NONE ||
			is_vague(tokens, i - 1));
}

// "and" between two parts of one name: "Migration and Citizenship Policy".
static bool is_bridge(const struct tokens *tokens, size_t i, size_t from, size_t head, size_t begin)
{
	if (!role_at(tokens, i, i + 1, ROLE_AND) || i <= begin + 1 ||
		lexicon_at(tokens, i - 1, head, LEXICON_OUTPUT))
		return false;
	if (tokens->p[head].upper)
		return tokens->p[i - 1].upper && tokens->p[from].upper;
	return from < head && is_plain_noun(tokens, i - 1);
}

// A word of making, which is of the name only within a title: "Skills Testing Manual".
static bool is_making(const struct tokens *tokens, size_t i, size_t head, size_t begin)
{
	bool is_titled = i > begin && tokens->p[i].upper && tokens->p[head].upper;
	return !is_titled &&
		(role_at(tokens, i, head, ROLE_MAKING) || role_at(tokens, i, head, ROLE_DRAFTED));
}

// A word before the head that is part of its name.
static bool is_name_part(const struct tokens *tokens, size_t i, size_t head, size_t begin)
{
	const struct token *token = &tokens->p[i];
	bool ordinal;
	if (token->kind == TOKEN_WORD && token->gap == '\'' && token->fold.n == 1)
		return false;
	return grammar_in_phrase(tokens, i, head) && !is_making(tokens, i, head, begin) &&
		!is_vague(tokens, i) && grammar_number(tokens, i, head, &ordinal) == 0 && !ordinal;
}

// The "'s" of "Ranger's Handbook", whose last token is at `i`.
static bool is_owner(const struct tokens *tokens, size_t i, size_t head, size_t begin)
{
	return i > begin + 1 && tokens->p[head].upper && tokens->p[i - 1].upper &&
		tokens->p[i].gap == '\'' && tokens->p[i].fold.n == 1;
}

// Takes capitalised words and plain modifiers before the head; phrases of themes go with it
// ("migration and development strategy").
static size_t name_begin(const struct tokens *tokens, size_t head, size_t begin)
{
	size_t from = head;
	if (!tongue_words_before(tokens->tongue))
		return from;
	while (from > begin && head - from < NAME_MAX_TOKENS) {
		size_t theme = paper_theme_begin(tokens, from, begin);
		bool is_bridged = is_bridge(tokens, from - 1, from, head, begin);
		bool is_themed = !is_bridged && theme < from;
		bool is_part = !is_bridged && !is_themed &&
			is_name_part(tokens, from - 1, head, begin);
		if (is_themed)
			from = theme;
		else if (is_part)
			from--;
		else if (is_bridged || is_owner(tokens, from - 1, head, begin))
			from -= 2;
		else
			break;
	}
	return from;
}

// Words that join a name to what it is of or about; 0 when none stand there.
static size_t joins_name(const struct tokens *tokens, size_t i, size_t end)
{
	size_t on = role_at(tokens, i, end, ROLE_ON);
	return on ? on : role_at(tokens, i, end, ROLE_OF);
}

// Behind a definite article at `i`; `i` when there is none.
static size_t skip_article(const struct tokens *tokens, size_t i, size_t end)
{
	return i < end && grammar_determiner(tokens, i, end) == DETERMINER_DEFINITE ? i + 1 : i;
}

// A word with a capital that may go on with a title: no month, and behind "and" no body or paper of
// its own.
static bool is_title_word(const struct tokens *tokens, size_t i, size_t end, bool is_behind_and)
{
	if (i >= end || tokens->p[i].kind != TOKEN_WORD || !tokens->p[i].upper ||
		lexicon_at(tokens, i, end, LEXICON_MONTH))
		return false;
	return !is_behind_and ||
		(!lexicon_at(tokens, i, end, LEXICON_OUTPUT) &&
			!lexicon_at(tokens, i, end, LEXICON_BODY));
}

// "Complaints from Places of Detention": whence, where no place or date follows.
static bool is_source(const struct tokens *tokens, size_t i, size_t end)
{
	struct date_hit date;
	return role_at(tokens, i, end, ROLE_FROM) && i + 1 < end &&
		!grammar_place(tokens, i + 1, end) && !date_at(tokens, i + 1, end, &date) &&
		!lexicon_at(tokens, i + 1, end, LEXICON_ORGAN);
}

// Runs on behind a capitalised head: "for Immigration Officials on the Procedures in Malawi".
static size_t title_end(const struct tokens *tokens, size_t to, size_t end)
{
	while (to < end) {
		const struct token *token = &tokens->p[to];
		if (token->kind == TOKEN_WORD && (token->upper || token->gap == '\'')) {
			to++;
			continue;
		}
		size_t next = to + 1;
		bool is_and = role_at(tokens, to, end, ROLE_AND);
		if (joins_name(tokens, to, end))
			next = skip_article(tokens, to + joins_name(tokens, to, end), end);
		else if (!is_and && !role_at(tokens, to, end, ROLE_IN) &&
			!is_source(tokens, to, end))
			break;
		if (!is_title_word(tokens, next, end, is_and))
			break;
		to = next + 1;
	}
	return to;
}

// Where the words that tell about a plain head end: a mark, a verb, another clause.
static bool ends_plain_name(const struct tokens *tokens, size_t i, size_t end)
{
	return tokens->p[i].kind == TOKEN_MARK || role_at(tokens, i, end, ROLE_HELD) ||
		role_at(tokens, i, end, ROLE_PLANNED) || role_at(tokens, i, end, ROLE_BEING) ||
		role_at(tokens, i, end, ROLE_RELATIVE) || role_at(tokens, i, end, ROLE_IN) ||
		role_at(tokens, i, end, ROLE_TOPIC_END);
}

// "recommendations that Cabinet endorsed": the clause tells how far they came, not what they are.
static bool tells_stage(const struct tokens *tokens, size_t i, size_t end)
{
	end = end < i + STAGE_CLAUSE_MAX ? end : i + STAGE_CLAUSE_MAX;
	for (; i < end; i++)
		for (int role = ROLE_DRAFTED; role <= ROLE_ADOPTED; role++)
			if (role_at(tokens, i, end, (enum role)role))
				return true;
	return false;
}

// "in Sinhala and Tamil": the tongues of a paper, not where or when it was made.
static bool is_in_tongue(const struct tokens *tokens, size_t i, size_t end)
{
	if (!role_at(tokens, i, end, ROLE_IN) || i + 1 >= end)
		return false;
	return tokens->p[i + 1].upper && !grammar_place(tokens, i + 1, end) &&
		!lexicon_at(tokens, i + 1, end, LEXICON_MONTH);
}

// Where the words from `i` on that tell what a plain paper is about end.
static size_t plain_topic_end(
	const struct tokens *tokens, const struct paper *paper, size_t i, size_t limit)
{
	size_t end = paper->sentence.to, to = i;
	bool is_study = paper->use == PAPER_STUDY;
	while (to < end && to < limit && !ends_plain_name(tokens, to, end) &&
		(is_study || !lexicon_at(tokens, to, end, LEXICON_OUTPUT)))
		to++;
	while (to > paper->head_to && lexicon_at(tokens, to - 1, to, LEXICON_FUNCTION))
		to--;
	return to;
}

// Runs on behind a plain head: "guidelines on return", and, where the head has no words of its own,
// "recommendations that outline the next steps".
static size_t topic_end(const struct tokens *tokens, const struct paper *paper, bool is_short)
{
	size_t head_to = paper->head_to, to = head_to, end = paper->sentence.to;
	bool is_study = paper->use == PAPER_STUDY;
	if (to >= end || tokens->p[to].kind == TOKEN_MARK)
		return head_to;
	if (is_in_tongue(tokens, to, end))
		return title_end(tokens, to + 1, end);
	bool told = is_short &&
		((role_at(tokens, to, end, ROLE_MAKING) &&
			 !role_at(tokens, to, end, ROLE_PRESENTED)) ||
			(role_at(tokens, to, end, ROLE_RELATIVE) && !tells_stage(tokens, to, end)));
	if (!told && !joins_name(tokens, to, end))
		return head_to;
	size_t limit = to + (is_study ? STUDY_NAME_MAX : PLAIN_NAME_MAX);
	size_t joint = joins_name(tokens, to, end);
	return plain_topic_end(tokens, paper, to + (joint ? joint : 1), limit);
}

// "утверждён", "entró en vigor", "is being": a verb behind a name, not a noun of the same stage.
static bool is_stage_verb(const struct tokens *tokens, size_t i, size_t end, bool is_joined)
{
	if (role_at(tokens, i, end, ROLE_GOING_ON))
		return true;
	// Where noun and participle have one stem, the one right behind the name is the participle.
	bool may_be_noun = is_joined || tongue_has_articles(tokens->tongue);
	if (may_be_noun && role_at(tokens, i, end, ROLE_STAGE_NOUN))
		return false;
	// Where adjectives stand behind their noun a participle may be one: "plan révisé".
	size_t least = tongue_words_before(tokens->tongue) ? 1 : 2;
	for (int role = ROLE_DRAFTED; role <= ROLE_ADOPTED; role++)
		if (role_at(tokens, i, end, (enum role)role) >= least)
			return true;
	return false;
}

// Runs on behind the head in a language whose adjectives stand behind their noun: "stratégie
// nationale d'accueil des étudiants".
static size_t trailing_end(const struct tokens *tokens, size_t to, size_t end)
{
	size_t limit = to + PLAIN_NAME_MAX;
	while (to < end && to < limit) {
		size_t next = to;
		if (joins_name(tokens, to, end))
			next = skip_article(tokens, to + joins_name(tokens, to, end), end);
		if (next >= end || is_stage_verb(tokens, next, end, next > to) ||
			!grammar_in_phrase(tokens, next, end) ||
			lexicon_at(tokens, next, end, LEXICON_OUTPUT))
			break;
		to = next + 1;
	}
	return to;
}

// "report 'Migration Framework in Angola'", "the paper, 'One Window',": the name is in the quotes.
static bool quoted_name(const struct tokens *tokens, size_t i, size_t end, struct range *ret_name)
{
	if (i < end && token_is_mark(&tokens->p[i], ','))
		i++;
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

// The type and the kind of naming that a value of the table tells.
static void value_take(struct str value, struct paper *paper)
{
	static const struct {
		struct str prefix;
		enum paper_use use;
	} uses[] = {{S_INIT("reference:"), PAPER_REFERENCE}, {S_INIT("general:"), PAPER_GENERAL},
		{S_INIT("study:"), PAPER_STUDY}};
	paper->type = value;
	paper->use = PAPER_NAMED;
	for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
		if (str_starts(value, uses[i].prefix)) {
			paper->type = str_from(value, uses[i].prefix.n);
			paper->use = uses[i].use;
		}
}

// "proposal for the main law": what is proposed gives the type. Answers behind its noun, or 0.
static size_t proposed_take(const struct tokens *tokens, struct paper *paper)
{
	size_t end = paper->sentence.to, i = paper->head_to;
	if (i >= end || !joins_name(tokens, i, end) ||
		!role_at(tokens, paper->head_to - 1, end, ROLE_VERSION))
		return 0;
	for (size_t k = i + 1; k < end && k < i + 5; k++) {
		const struct lexicon_entry *noun = lexicon_at(tokens, k, end, LEXICON_OUTPUT);
		if (noun) {
			value_take(noun->value, paper);
			paper->use = PAPER_NAMED;
			return k + noun->word_n;
		}
		if (tokens->p[k].kind == TOKEN_MARK)
			break;
	}
	return 0;
}

// The noun at `i`, with those that follow it: "training curriculum", "policy document". False when
// none stands there, or when it only modifies what stands behind.
static bool head_read(
	const struct tokens *tokens, size_t i, struct range sentence, struct paper *ret_paper)
{
	const struct lexicon_entry *entry = lexicon_at(tokens, i, sentence.to, LEXICON_OUTPUT);
	if (!entry)
		return false;
	struct paper paper = {.head_from = i, .head_to = i, .sentence = sentence};
	while (entry) {
		value_take(entry->value, &paper);
		paper.head_to += entry->word_n;
		entry = paper.head_to < sentence.to
			? lexicon_at(tokens, paper.head_to, sentence.to, LEXICON_OUTPUT)
			: NULL;
	}
	paper.is_titled = tokens->p[i].upper;
	size_t behind = paper.head_to;
	if (behind < sentence.to && tokens->p[behind].kind == TOKEN_WORD) {
		paper.is_being_drafted = paper.head_to > i + 1 &&
			role_at(tokens, behind, sentence.to, ROLE_DRAFTING);
		bool is_matter = role_at(tokens, behind, sentence.to, ROLE_MATTER) ||
			lexicon_at(tokens, behind, sentence.to, LEXICON_ACTIVITY);
		if (is_matter && !paper.is_being_drafted)
			return false;
	}
	*ret_paper = paper;
	return true;
}

// "the policy", "this policy", "the finalised policy".
static bool is_definite(const struct tokens *tokens, size_t begin, size_t head, size_t first)
{
	while (begin > first + 1 &&
		(role_at(tokens, begin - 1, head, ROLE_MAKING) || is_vague(tokens, begin - 1)))
		begin--;
	if (begin == first)
		return false;
	enum determiner before = grammar_determiner(tokens, begin - 1, head);
	return before == DETERMINER_DEFINITE || before == DETERMINER_POINTING;
}

// "the drafting of policy": without an article the noun of one paper means none in particular.
static bool is_matter(const struct tokens *tokens, size_t head, size_t first)
{
	bool ordinal;
	if (tokens->tongue != TONGUE_EN || tokens->p[head].upper || head == first ||
		str_ends(tokens->p[head].fold, S("s")))
		return false;
	return grammar_determiner(tokens, head - 1, head) == DETERMINER_NONE &&
		!is_vague(tokens, head - 1) &&
		grammar_number(tokens, head - 1, head, &ordinal) == 0 &&
		lexicon_at(tokens, head - 1, head, LEXICON_FUNCTION);
}

static size_t name_end(const struct tokens *tokens, struct paper *paper, bool is_short)
{
	size_t end = paper->sentence.to, proposed = proposed_take(tokens, paper);
	size_t to = proposed ? proposed : paper->head_to;
	if (paper->is_being_drafted)
		return to;
	if (tongue_words_behind(tokens->tongue))
		return trailing_end(tokens, to, end);
	size_t titled = paper->is_titled ? title_end(tokens, to, end) : to;
	if (titled > to || proposed)
		return titled;
	return topic_end(tokens, paper, is_short);
}

// Behind the words of the phrase from `i` on; `i` when a noun of papers, events or people is among
// them, which says itself what it is.
static size_t plain_phrase_end(const struct tokens *tokens, size_t i, size_t end)
{
	static const enum lexicon_kind known[] = {
		LEXICON_OUTPUT, LEXICON_ACTIVITY, LEXICON_EXPERT, LEXICON_PEOPLE};
	size_t to = i;
	for (; to < end && to < i + PHRASE_MAX && grammar_in_phrase(tokens, to, end); to++)
		for (size_t k = 0; k < sizeof known / sizeof *known; k++)
			if (lexicon_at(tokens, to, end, known[k]))
				return i;
	return to;
}

// The same, and `i` where "and" goes on with such a noun: "a migration and asylum policy".
static size_t written_end(const struct tokens *tokens, size_t i, size_t end)
{
	size_t to = plain_phrase_end(tokens, i, end);
	size_t next = to + (to < end && role_at(tokens, to, end, ROLE_AND));
	bool goes_on = next > to && plain_phrase_end(tokens, next, end) == next;
	return goes_on ? i : to;
}

// A verb of writing stands right before the token.
static bool is_written_behind(const struct tokens *tokens, size_t i, size_t begin)
{
	for (size_t k = i; k > begin && k + VERB_MAX > i; k--)
		if (k - 1 + role_at(tokens, k - 1, i, ROLE_WRITES) == i)
			return true;
	return false;
}

// What was written is a paper, whatever its noun: "drew up a pricing grid", "a grid was drawn up".
static bool written_at(
	const struct tokens *tokens, size_t i, struct range sentence, struct paper *ret_paper)
{
	size_t end = sentence.to, from = i + 1;
	bool points = i > sentence.from && role_at(tokens, i - 1, i, ROLE_POINTING); // "such a"
	if (points || !role_at(tokens, i, end, ROLE_INDEFINITE))
		return false;
	while (from < end && is_vague(tokens, from))
		from++;
	size_t to = written_end(tokens, from, end);
	if (to == from)
		return false;
	struct paper paper = {.head_from = to - 1,
		.head_to = to,
		.type = S("other"),
		.use = PAPER_NAMED,
		.sentence = sentence};
	if (tongue_words_behind(tokens->tongue) && !tongue_words_before(tokens->tongue)) {
		paper.head_from = from;
		paper.head_to = from + 1;
	}
	paper.is_titled = tokens->p[paper.head_from].upper;
	paper.name = (struct range){from, paper.head_to};
	paper.name.to = name_end(tokens, &paper, false);
	size_t behind = paper.name.to;
	bool is_passive = behind + 1 < end && role_at(tokens, behind, end, ROLE_PASSIVE) &&
		role_at(tokens, behind + 1, end, ROLE_WRITES);
	if (!is_passive && !is_written_behind(tokens, i, sentence.from))
		return false;
	*ret_paper = paper;
	return true;
}

// "to map", "to report": a verb, not the noun of a paper; "no report" is none.
static bool is_no_noun(const struct tokens *tokens, size_t i, size_t begin)
{
	return i > begin &&
		((!tokens->p[i].upper && role_at(tokens, i - 1, i, ROLE_INFINITIVE)) ||
			role_at(tokens, i - 1, i, ROLE_NOT) ||
			role_at(tokens, i - 1, i + 1, ROLE_ADOPTED) > 1); // "became law"
}

bool paper_at(const struct tokens *tokens, size_t i, struct range sentence, struct paper *ret_paper)
{
	struct paper paper;
	if (!head_read(tokens, i, sentence, &paper))
		return written_at(tokens, i, sentence, ret_paper);
	if (is_no_noun(tokens, i, sentence.from))
		return false;
	size_t begin = name_begin(tokens, i, sentence.from);
	bool is_short = begin == i && paper.head_to == i + 1;
	paper.name = (struct range){begin, paper.head_to};
	bool is_quoted = quoted_name(tokens, paper.head_to, sentence.to, &paper.name) ||
		(begin > sentence.from && quoted_name(tokens, begin - 1, sentence.to, &paper.name));
	if (!is_quoted)
		paper.name.to = name_end(tokens, &paper, is_short);
	bool is_plain = is_short && !is_quoted && paper.name.to == paper.head_to;
	if (is_plain && paper.use == PAPER_NAMED &&
		(is_definite(tokens, begin, i, sentence.from) ||
			is_matter(tokens, i, sentence.from)))
		paper.use = PAPER_REFERENCE;
	*ret_paper = paper;
	return true;
}
