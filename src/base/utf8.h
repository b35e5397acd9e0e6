// SPDX-License-Identifier: EUPL-1.2
// utf8 — validate, walk, fold.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

// Well-formed UTF-8 without surrogates (RFC 3629). When not, ret_bad (may be NULL) is where.
bool utf8_is_valid(struct str s, size_t *ret_bad);

// The code point at s.p[at] and its length in bytes (1 to 4); a byte that is not UTF-8 answers
// U+FFFD with length 1. `at` must be inside the text.
uint32_t utf8_at(struct str s, size_t at, unsigned *ret_n);

// Appends the code point.
void utf8_add(struct buf *b, uint32_t c);

// Characters (code points) in the text.
size_t utf8_count(struct str s);

// The longest beginning of at most `max` bytes that does not cut a character.
struct str utf8_cut(struct str s, size_t max);

// The folded form for searching and comparing names: lower case, no diacritics, ligatures opened
// (œ to oe, ß to ss), ё as е, Arabic without vowel marks and tatweel, alef and hamza forms as
// plain alef, ى as ي, ة as ه, every kind of apostrophe and quote as ', every dash as -, every kind
// of space as a blank (runs of them stay runs), digits of any script as 0 to 9, invisible
// characters dropped. The same text in any spelling folds to the same bytes, and folding what is
// folded changes nothing. It is utf8_fold_char of each character, one after the other.
struct str utf8_fold(struct arena *mem, struct str s);

// The folded form of one code point: writes at most 4 bytes and answers how many (0: dropped).
unsigned utf8_fold_char(uint32_t c, char ret_bytes[static 4]);

// Letters and digits of any script: what words are made of.
bool utf8_is_word(uint32_t c);

// A part of an address made from a text: folded, words of a-z and 0-9 joined by "-", at most `max`
// bytes, never empty (a text without any such letter gives "x" and its hash).
struct str utf8_slug(struct arena *mem, struct str s, size_t max);
