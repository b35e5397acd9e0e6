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

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

struct token {
	size_t at, n; // the bytes of the text
	struct str
		fold; // a word folded, its stem (stem.h); the digits of a number in 0-9; the mark, quotes and dashes as ' " -
	int64_t value; // of a number; -1 when it is too large
	enum token_kind kind;
	char gap;       // before it: ' ', '-', '\'', '/', '&', or 0 when glued to the one before
	bool upper;     // its first letter is a capital
	bool all_upper; // and so are all others, of at least two
	bool starts_line;
	const struct lexicon_word *word; // that it is; NULL for one that no table knows
};

struct tokens {
	struct token *p;
	size_t n, room;
	enum tongue tongue; // of the text: which words of the lexicon count
};

// Appends the tokens of the `n` bytes of `text` at `at`. The text must stay where it is.
void tokens_add(struct arena *mem, struct tokens *tokens, struct str text, size_t at, size_t n);

bool token_is(const struct token *token, struct str fold);
bool token_is_mark(const struct token *token, char mark);

// Bytes from the first byte of token `from` to the last of token `to - 1`.
struct str tokens_str(const struct tokens *tokens, struct str text, size_t from, size_t to);
