// SPDX-License-Identifier: EUPL-1.2
// lexicon — finds the phrases of all vocabularies in a token stream.
//
// Built once from the compiled-in tables, then only read. Phrases are kept by their first word,
// longest first, so that a token costs one look-up however many vocabularies there are. What joins
// the words in the text (blank, hyphen, apostrophe) does not matter; a mark between them does.
//
// A word has a view for each language of a text: the phrases of that language, and the names that
// are looked for in every one (tongue.h).
#pragma once

#include "base/arena.h"
#include "base/str.h"
#include "work/read/date_word.h"
#include "work/read/role.h"
#include "work/read/token.h"
#include "work/read/tongue.h"

enum lexicon_kind {
	LEXICON_LABEL,
	LEXICON_DATE,
	LEXICON_MONTH,   // number: 1 to 12, value: its language
	LEXICON_COUNTRY, // value: iso2, as for the next two
	LEXICON_DEMONYM,
	LEXICON_CITY,
	LEXICON_REGION,   // value: slug
	LEXICON_BODY,     // a body known by name; value: acronym
	LEXICON_ACTIVITY, // value: type
	LEXICON_DEED,     // verbs that tell an activity; value: type
	LEXICON_OUTPUT,   // value: type
	LEXICON_EXPERT,   // value: kind
	LEXICON_NUMBER,
	LEXICON_VERB,
	LEXICON_THEME,
	LEXICON_ORGAN,    // head nouns of the names of bodies: ministry, directorate
	LEXICON_PEOPLE,   // those who attend
	LEXICON_FUNCTION, // small words: articles, prepositions
	LEXICON_CUE,      // any words by their role only
	LEXICON_KIND_N,
	LEXICON_LAST = LEXICON_CUE
};

struct lexicon_entry {
	enum lexicon_kind kind;
	struct str *words; // folded, and stems
	uint32_t *hash;    // of each
	size_t word_n;
	enum tongue tongue; // TONGUE_N when it is looked for in every language
	struct str value;   // of a small word, verb or cue the name of its role
	struct str note;    // a second value that some tables have
	int number; // of a month; the enum role of a small word, verb or cue, the enum date_word
	bool exact; // matches only words in capitals
};

// A phrase as those of a word stand in a row, so that most are passed over where they stand.
struct lexicon_item {
	const struct lexicon_entry *entry;
	uint32_t second; // the hash of its second word
	uint8_t kind, word_n;
	uint8_t number;
	bool is_plain; // one word in any letters: nothing more to compare
};

#define ROLE_RARE 64

// Bits of kinds, of the roles before ROLE_RARE, and of those from there on.
struct lexicon_bits {
	uint32_t kinds;
	uint64_t roles, rare;
};

// What may begin with a word in a text of one language. What is asked most stands first.
struct lexicon_view {
	struct lexicon_bits any;   // of all phrases
	struct lexicon_bits alone; // of those that are this word and no more
	uint64_t seconds;          // bits of lexicon_second_bit of the words that go on
	const struct lexicon_item
		*role; // those with a role, by their role, longest first; then one of none
	const struct lexicon_item *item;   // those of one kind together, longest first
	uint16_t from[LEXICON_KIND_N + 1]; // where those of each kind begin
	uint16_t single[LEXICON_KIND_N];   // and where its single words do, which stand last
	uint32_t dates;                    // bits of enum date_word
	uint64_t values;                   // bits of lexicon_value_bit
	size_t n;
};

struct lexicon_word {
	const struct lexicon_view *of[TONGUE_N];
	uint64_t tongues; // how much it speaks for each language: sums of tongue_weight
};

struct lexicon_slot;

// The words that phrases begin with, by their hash (token.h). Most words of a text are no such
// word, and a bit of the filter, which is small enough to stay near, says so for most of them.
struct lexicon {
	const struct lexicon_slot *slot;
	size_t slot_mask;
	const uint64_t *filter;
};

const struct lexicon *lexicon_new(struct arena *mem);

// Gives every token from `from` on the word of the lexicon that it is, and what may begin with it
// in the language of the tokens.
void lexicon_mark(const struct lexicon *lexicon, struct tokens *tokens, size_t from);

// Appends the tokens of a text that is part of this one and begins at `at`; they are marked.
void lexicon_append(struct arena *mem, struct tokens *tokens, const struct tokens *more, size_t at);

// The language of the tokens, which are marked: from now on its words count.
void lexicon_speak(struct tokens *tokens, enum tongue tongue);

// Gives a token whose fold is new its hash and the word that it is.
void lexicon_give(const struct lexicon *lexicon, struct token *token);

// Tells anew for every token from `from` on what may begin with it, which depends on the next.
void lexicon_look(struct tokens *tokens, size_t from);

// Makes the index of the tokens, which are complete, by which finders step from one that may
// concern them to the next.
void lexicon_index(struct arena *mem, struct tokens *tokens);

#define LEXICON_BIT(kind) (UINT32_C(1) << (kind))
// What a token is by itself may be looked for like a kind.
#define LEXICON_CAPITAL LEXICON_BIT(LEXICON_KIND_N)    // begins with a capital
#define LEXICON_DIGITS LEXICON_BIT(LEXICON_KIND_N + 1) // is a number in digits

// A role has its bit in one of two.
#define ROLE_BIT(role) ((role) < ROLE_RARE ? UINT64_C(1) << (role) % ROLE_RARE : 0)
#define ROLE_RARE_BIT(role) ((role) < ROLE_RARE ? 0 : UINT64_C(1) << (role) % ROLE_RARE)

static inline uint32_t lexicon_kinds(const struct token *token)
{
	return token->kinds | (token->upper ? LEXICON_CAPITAL : 0) |
		(token->kind == TOKEN_NUMBER ? LEXICON_DIGITS : 0);
}

// Whether anything sought may begin with the token.
static inline bool lexicon_is_sought(const struct token *token, const struct lexicon_bits *sought)
{
	return lexicon_kinds(token) & sought->kinds || token->roles & sought->roles ||
		token->rare & sought->rare;
}

// The first token from `i` on, before `end`, with which a phrase of one of the kinds (bits), of
// the role, or of any that is sought may begin; `end` when there is none.
size_t lexicon_next(const struct tokens *tokens, size_t i, size_t end, uint32_t kinds);
size_t lexicon_next_role(const struct tokens *tokens, size_t i, size_t end, enum role role);
size_t lexicon_seek(
	const struct tokens *tokens, size_t i, size_t end, const struct lexicon_bits *sought);

// What may begin at the token in the language of the tokens; a view without entries when nothing
// may.
static inline const struct lexicon_view *lexicon_view(const struct tokens *tokens, size_t i)
{
	static const struct lexicon_view none = {0};
	const struct lexicon_word *word = tokens->p[i].word;
	return word ? word->of[tokens->tongue] : &none;
}

// Whether phrases of the kind begin with the token at all: what most questions end at.
static inline bool lexicon_may(const struct tokens *tokens, size_t i, enum lexicon_kind kind)
{
	return tokens->p[i].kinds >> kind & 1u;
}

// The longest phrase of the kind that begins at token `i`, within tokens before `end`; or NULL.
const struct lexicon_entry *lexicon_find(
	const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind);
static inline const struct lexicon_entry *lexicon_at(
	const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind)
{
	return lexicon_may(tokens, i, kind) ? lexicon_find(tokens, i, end, kind) : NULL;
}

// Words of the phrase of this kind and value that begins at `i`; 0 when there is none. A phrase may
// have several values.
size_t lexicon_find_value(const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind,
	struct str value);
// One of 64 bits that stands for a value, and for others as well.
static inline uint64_t lexicon_value_bit(struct str value)
{
	unsigned first = value.n ? (unsigned char)value.p[0] : 0;
	unsigned last = value.n ? (unsigned char)value.p[value.n - 1] : 0;
	return UINT64_C(1) << ((value.n * 5 + first * 39 + last * 3) & 63);
}
static inline size_t lexicon_is(
	const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind, struct str value)
{
	return i < end && lexicon_may(tokens, i, kind) &&
			lexicon_view(tokens, i)->values & lexicon_value_bit(value)
		? lexicon_find_value(tokens, i, end, kind, value)
		: 0;
}

// A phrase of this kind and value begins at one of the tokens [from, end).
bool lexicon_has(const struct tokens *tokens, size_t from, size_t end, enum lexicon_kind kind,
	struct str value);

static inline bool role_may(const struct tokens *tokens, size_t i, enum role role)
{
	const struct token *token = &tokens->p[i];
	return (role < ROLE_RARE ? token->roles : token->rare) >> role % ROLE_RARE & 1u;
}

// Whether a word of dates with one of these jobs may begin at the token.
#define WORD_BIT(word) (UINT32_C(1) << (word))
static inline bool date_words_may(const struct tokens *tokens, size_t i, uint32_t words)
{
	return lexicon_may(tokens, i, LEXICON_DATE) && lexicon_view(tokens, i)->dates & words;
}

// Whether one really begins there.
bool lexicon_find_date_words(const struct tokens *tokens, size_t i, size_t end, uint32_t words);
static inline bool date_words_at(const struct tokens *tokens, size_t i, size_t end, uint32_t words)
{
	return date_words_may(tokens, i, words) && lexicon_find_date_words(tokens, i, end, words);
}

// Words of the word of dates with this job that begins at `i`; 0 when there is none. A phrase
// may have several jobs.
size_t lexicon_find_date_word(
	const struct tokens *tokens, size_t i, size_t end, enum date_word word);
static inline size_t date_word_is(
	const struct tokens *tokens, size_t i, size_t end, enum date_word word)
{
	return i < end && date_words_may(tokens, i, WORD_BIT(word))
		? lexicon_find_date_word(tokens, i, end, word)
		: 0;
}

// Words of the small word, verb or cue of this role that begins at `i`; 0 when there is none.
size_t lexicon_find_role(const struct tokens *tokens, size_t i, size_t end, enum role role);
static inline size_t role_at(const struct tokens *tokens, size_t i, size_t end, enum role role)
{
	return i < end && role_may(tokens, i, role) ? lexicon_find_role(tokens, i, end, role) : 0;
}

// All phrases of the kind, and of any kind, that begin at token `i` and are as long as the longest of
// them: one may have several values.
enum { LEXICON_LONGEST_MAX = 16 };
size_t lexicon_all(const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind,
	const struct lexicon_entry *ret_entry[static LEXICON_LONGEST_MAX]);
size_t lexicon_longest(const struct tokens *tokens, size_t i, size_t end,
	const struct lexicon_entry *ret_entry[static LEXICON_LONGEST_MAX]);
