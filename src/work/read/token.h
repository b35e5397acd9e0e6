// SPDX-License-Identifier: EUPL-1.2
// token — the words, numbers and marks of a text: what every finder walks over.
//
// Digits and letters never share a token ("2009July" is two), and a hyphen, apostrophe, slash or
// ampersand inside a word is the gap before the next token, not a token ("fact-finding" is two
// words with the gap '-'). An ampersand between blanks is the word "and". So the same phrase is found however it is joined, and a lost dash is a
// gap of 0.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "work/read/tongue.h"

struct lexicon_word;
struct token_index;

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

struct token {
	// A word folded, its stem (stem.h); the digits of a number in 0-9; the mark, quotes and
	// dashes as ' " -. Of a word or number, eight bytes may be read however short it is.
	struct str fold;
	int64_t value;                   // of a number; -1 when it is too large
	const struct lexicon_word *word; // that it is; NULL for one that no table knows
	uint64_t roles, rare;            // that may begin with it in the language of the text
	uint32_t kinds;                  // the same for the kinds of the lexicon
	uint32_t at, n;                  // the bytes of the text
	uint32_t hash;                   // of a word or number: token_word_hash of its fold
	uint8_t kind;                    // enum token_kind
	char gap;       // before it: ' ', '-', '\'', '/', '&', or 0 when glued to the one before
	bool upper;     // its first letter is a capital
	bool all_upper; // and so are all others, of at least two
	bool starts_line;
};

struct tokens {
	struct token *p;
	size_t n, room;
	enum tongue tongue; // of the text, which words of the lexicon count: set by lexicon_speak
	const struct token_index *index; // of lexicon_index; NULL: finders look at every token
};

// Room at once for the tokens that so many bytes of text are likely to have.
void tokens_reserve(struct arena *mem, struct tokens *tokens, size_t text_n);

// Appends the tokens of the `n` bytes of `text` at `at`. The text must stay where it is, and be
// shorter than 4 GB.
void tokens_add(struct arena *mem, struct tokens *tokens, struct str text, size_t at, size_t n);

static inline bool token_is(const struct token *token, struct str fold)
{
	return str_eq(token->fold, fold);
}

static inline bool token_is_mark(const struct token *token, char mark)
{
	return token->kind == TOKEN_MARK && token->fold.p[0] == mark;
}

// A hash of a folded word for tables of words; eight bytes of it may be read.
uint32_t token_word_hash(struct str fold);

// A word of a script without capitals, such as Arabic: `upper` says nothing of it.
bool token_is_caseless(const struct token *token);

// May be a name, or begin one: written with a capital, or in a script that has none.
static inline bool token_names(const struct token *token)
{
	unsigned char first = (unsigned char)token->fold.p[0];
	return token->upper || (token->kind == TOKEN_WORD && first >= 0xD8 && first <= 0xDB);
}

// Bytes from the first byte of token `from` to the last of token `to - 1`.
struct str tokens_str(const struct tokens *tokens, struct str text, size_t from, size_t to);
