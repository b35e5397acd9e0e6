// SPDX-License-Identifier: EUPL-1.2
// lexicon — finds the phrases of all vocabularies in a token stream.

#include "work/read/lexicon.h"

#include "base/attr.h"
#include "work/read/lexicon_table.h"

static bool slot_is(const struct lexicon_slot *slot, uint32_t hash, struct str fold, uint64_t head)
{
	return slot->hash == hash && slot->head == head && slot->n == fold.n &&
		(fold.n <= EIGHT || memcmp(slot->key, fold.p, fold.n) == 0);
}

static inline const struct lexicon_word *word_of(
	const struct lexicon *lexicon, const struct token *token)
{
	uint32_t hash = token->hash, bit = hash >> (32 - FILTER_BITS);
	if (!(lexicon->filter[bit / 64] >> bit % 64 & 1u))
		return NULL;
	const struct lexicon_slot *slot = lexicon->slot;
	size_t at = hash & lexicon->slot_mask;
	uint64_t head = head_of(token->fold);
	while (slot[at].word && !slot_is(&slot[at], hash, token->fold, head))
		at = (at + 1) & lexicon->slot_mask;
	return slot[at].word;
}

// What may begin with the token's word in the language: longer phrases only where one goes on with
// what stands behind it.
static void token_view(struct token *token, const struct token *next, enum tongue tongue)
{
	if (!token->word)
		return;
	const struct lexicon_view *view = token->word->of[tongue];
	bool goes_on = next && view->seconds & lexicon_second_bit(next->hash);
	const struct lexicon_bits *bits = goes_on ? &view->any : &view->alone;
	token->kinds = bits->kinds;
	token->roles = bits->roles;
	token->rare = bits->rare;
}

void lexicon_look(struct tokens *tokens, size_t from)
{
	for (size_t i = from; i < tokens->n; i++)
		token_view(&tokens->p[i], i + 1 < tokens->n ? &tokens->p[i + 1] : NULL,
			tokens->tongue);
}

void lexicon_give(const struct lexicon *lexicon, struct token *token)
{
	token->hash = token_word_hash(token->fold);
	token->kinds = 0;
	token->roles = token->rare = 0;
	token->word = word_of(lexicon, token);
}

void lexicon_mark(const struct lexicon *lexicon, struct tokens *tokens, size_t from)
{
	for (size_t i = from; i < tokens->n; i++) {
		struct token *token = &tokens->p[i];
		if (token->kind != TOKEN_MARK)
			token->word = word_of(lexicon, token);
		if (i > from)
			token_view(token - 1, token, tokens->tongue);
	}
	if (from < tokens->n)
		token_view(&tokens->p[tokens->n - 1], NULL, tokens->tongue);
}

void lexicon_append(struct arena *mem, struct tokens *tokens, const struct tokens *more, size_t at)
{
	size_t from = tokens->n;
	for (size_t i = 0; i < more->n; i++) {
		struct token token = more->p[i];
		token.at += (uint32_t)at;
		VEC_ADD(mem, tokens, token);
	}
	if (more->tongue != tokens->tongue)
		lexicon_look(tokens, from);
}

// Which of 64 tokens may begin a phrase: for each kind, and what a token is by itself, and for each
// role a bit a token. Kinds and roles that stand everywhere, or that nobody steps by, have no bits.
struct token_index {
	uint64_t kind[LEXICON_KIND_N + 2];
	uint64_t role[ROLE_RARE], rare[ROLE_RARE];
};

enum { BLOCK = 64 };
#define UNINDEXED_ROLES(BIT)                                                                    \
	(BIT(ROLE_PREPOSITION) | BIT(ROLE_CONJUNCTION) | BIT(ROLE_DEFINITE) |                   \
		BIT(ROLE_INDEFINITE) | BIT(ROLE_POINTING) | BIT(ROLE_ADJECTIVE) |               \
		BIT(ROLE_ADVERB) | BIT(ROLE_AND) | BIT(ROLE_OF) | BIT(ROLE_IN) | BIT(ROLE_TO) | \
		BIT(ROLE_INFINITIVE) | BIT(ROLE_BEING) | BIT(ROLE_COME) | BIT(ROLE_MAKING) |    \
		BIT(ROLE_TOPIC) | BIT(ROLE_DATE_JOIN) | BIT(ROLE_EXPLAINS) | BIT(ROLE_HEAD) |   \
		BIT(ROLE_ON) | BIT(ROLE_WHERE) | BIT(ROLE_USED) | BIT(ROLE_JOINT) |             \
		BIT(ROLE_MATTER) | BIT(ROLE_VAGUE))

static const struct lexicon_bits unindexed = {.kinds = LEXICON_BIT(LEXICON_FUNCTION) |
		LEXICON_BIT(LEXICON_VERB) | LEXICON_BIT(LEXICON_CUE) | LEXICON_BIT(LEXICON_LABEL) |
		LEXICON_BIT(LEXICON_DATE) | LEXICON_BIT(LEXICON_MONTH) | LEXICON_BIT(LEXICON_CITY) |
		LEXICON_BIT(LEXICON_BODY),
	.roles = UNINDEXED_ROLES(ROLE_BIT),
	.rare = UNINDEXED_ROLES(ROLE_RARE_BIT)};

// Sets the bit in each of the rows.
static inline void rows_set(uint64_t *row, uint64_t rows, uint64_t bit)
{
	for (; rows; rows &= rows - 1)
		row[__builtin_ctzll(rows)] |= bit;
}

static inline uint64_t rows_or(const uint64_t *row, uint64_t rows)
{
	uint64_t bits = 0;
	for (; rows; rows &= rows - 1)
		bits |= row[__builtin_ctzll(rows)];
	return bits;
}

void lexicon_index(struct arena *mem, struct tokens *tokens)
{
	struct token_index *index = NEW_ARRAY(mem, struct token_index, tokens->n / BLOCK + 1);
	for (size_t i = 0; i < tokens->n; i++) {
		const struct token *token = &tokens->p[i];
		struct token_index *block = &index[i / BLOCK];
		uint64_t bit = UINT64_C(1) << i % BLOCK;
		rows_set(block->kind, lexicon_kinds(token) & ~unindexed.kinds, bit);
		rows_set(block->role, token->roles & ~unindexed.roles, bit);
		rows_set(block->rare, token->rare & ~unindexed.rare, bit);
	}
	tokens->index = index;
}

void lexicon_speak(struct tokens *tokens, enum tongue tongue)
{
	if (tokens->tongue == tongue)
		return;
	tokens->tongue = tongue;
	lexicon_look(tokens, 0);
}

// Tokens without an index, or kinds that have no row.
static size_t next_unindexed(
	const struct tokens *tokens, size_t i, size_t end, const struct lexicon_bits *sought)
{
	while (i < end && !lexicon_is_sought(&tokens->p[i], sought))
		i++;
	return i < end ? i : end;
}

// Inlined where only kinds or one role are sought, so that nothing is asked of the others.
static inline size_t seek(
	const struct tokens *tokens, size_t i, size_t end, const struct lexicon_bits *sought)
{
	if (!tokens->index || sought->kinds & unindexed.kinds || sought->roles & unindexed.roles ||
		sought->rare & unindexed.rare)
		return next_unindexed(tokens, i, end, sought);
	const struct token_index *block = &tokens->index[i / BLOCK];
	for (size_t begin = i - i % BLOCK; i < end; i = begin += BLOCK, block++) {
		uint64_t bits = rows_or(block->kind, sought->kinds) |
			rows_or(block->role, sought->roles) | rows_or(block->rare, sought->rare);
		bits &= ~UINT64_C(0) << i % BLOCK;
		if (!bits)
			continue;
		i = begin + (size_t)__builtin_ctzll(bits);
		return i < end ? i : end;
	}
	return end;
}

size_t lexicon_seek(
	const struct tokens *tokens, size_t i, size_t end, const struct lexicon_bits *sought)
{
	return seek(tokens, i, end, sought);
}

size_t lexicon_next(const struct tokens *tokens, size_t i, size_t end, uint32_t kinds)
{
	return seek(tokens, i, end, &(struct lexicon_bits){.kinds = kinds});
}

size_t lexicon_next_role(const struct tokens *tokens, size_t i, size_t end, enum role role)
{
	return role < ROLE_RARE
		? seek(tokens, i, end, &(struct lexicon_bits){.roles = ROLE_BIT(role)})
		: seek(tokens, i, end, &(struct lexicon_bits){.rare = ROLE_RARE_BIT(role)});
}

// Whether the words of a phrase, and their capitals, stand at the token: what is seldom asked.
static NOINLINE bool words_match(
	const struct lexicon_item *item, const struct tokens *tokens, size_t i)
{
	const struct lexicon_entry *entry = item->entry;
	if (entry->exact && !tokens->p[i].all_upper)
		return false;
	for (size_t k = 1; k < item->word_n; k++) {
		const struct token *token = &tokens->p[i + k];
		if (token->hash != entry->hash[k] || token->starts_line ||
			(entry->exact && !token->all_upper) ||
			!str_eq(token->fold, entry->words[k]))
			return false;
	}
	return true;
}

static inline bool item_matches(
	const struct lexicon_item *item, const struct tokens *tokens, size_t i, size_t end)
{
	if (i + item->word_n > end)
		return false;
	if (item->is_plain)
		return true;
	if (item->word_n > 1 && tokens->p[i + 1].hash != item->second)
		return false;
	return words_match(item, tokens, i);
}

// The items of one kind, which the view has.
struct items {
	const struct lexicon_item *p, *end;
};

// Those of the kind that may begin at the token: where no phrase goes on with what stands behind it,
// only its single words, which stand last.
static struct items items_of(
	const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind)
{
	const struct lexicon_view *view = lexicon_view(tokens, i);
	bool goes_on = i + 1 < end && view->seconds & lexicon_second_bit(tokens->p[i + 1].hash);
	size_t from = goes_on ? view->from[kind] : view->single[kind];
	return (struct items){view->item + from, view->item + view->from[kind + 1]};
}

const struct lexicon_entry *lexicon_find(
	const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind)
{
	struct items items = items_of(tokens, i, end, kind);
	for (const struct lexicon_item *item = items.p; item < items.end; item++)
		if (item_matches(item, tokens, i, end))
			return item->entry;
	return NULL;
}

size_t lexicon_find_value(
	const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind, struct str value)
{
	struct items items = items_of(tokens, i, end, kind);
	for (const struct lexicon_item *item = items.p; item < items.end; item++)
		if (str_eq(item->entry->value, value) && item_matches(item, tokens, i, end))
			return item->word_n;
	return 0;
}

bool lexicon_find_date_words(const struct tokens *tokens, size_t i, size_t end, uint32_t words)
{
	struct items items = items_of(tokens, i, end, LEXICON_DATE);
	for (const struct lexicon_item *item = items.p; item < items.end; item++)
		if (words & WORD_BIT(item->number) && item_matches(item, tokens, i, end))
			return true;
	return false;
}

size_t lexicon_find_date_word(
	const struct tokens *tokens, size_t i, size_t end, enum date_word word)
{
	struct items items = items_of(tokens, i, end, LEXICON_DATE);
	for (const struct lexicon_item *item = items.p; item < items.end; item++)
		if (item->number == word && item_matches(item, tokens, i, end))
			return item->word_n;
	return 0;
}

size_t lexicon_find_role(const struct tokens *tokens, size_t i, size_t end, enum role role)
{
	const struct lexicon_view *view = lexicon_view(tokens, i);
	const struct lexicon_item *item = view->role;
	if (!item)
		return 0;
	if (i + 1 >= end || !(view->seconds & lexicon_second_bit(tokens->p[i + 1].hash)))
		return (role < ROLE_RARE ? view->alone.roles : view->alone.rare) >>
			role % ROLE_RARE &
			1u;
	while (item->number < role)
		item++;
	for (; item->number == role; item++)
		if (item_matches(item, tokens, i, end))
			return item->word_n;
	return 0;
}

bool lexicon_has(const struct tokens *tokens, size_t from, size_t end, enum lexicon_kind kind,
	struct str value)
{
	for (size_t i = lexicon_next(tokens, from, end, LEXICON_BIT(kind)); i < end;
		i = lexicon_next(tokens, i + 1, end, LEXICON_BIT(kind)))
		if (lexicon_is(tokens, i, end, kind, value))
			return true;
	return false;
}

// Those of the items that match and are as long as the longest of them.
static size_t longest_of(struct items items, const struct tokens *tokens, size_t i, size_t end,
	const struct lexicon_entry *ret_entry[static LEXICON_LONGEST_MAX])
{
	size_t n = 0, word_n = 0;
	for (const struct lexicon_item *item = items.p; item < items.end; item++) {
		if (item->word_n < word_n || !item_matches(item, tokens, i, end))
			continue;
		if (item->word_n > word_n)
			n = 0;
		word_n = item->word_n;
		if (n < LEXICON_LONGEST_MAX)
			ret_entry[n++] = item->entry;
	}
	return n;
}

size_t lexicon_all(const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind,
	const struct lexicon_entry *ret_entry[static LEXICON_LONGEST_MAX])
{
	if (!lexicon_may(tokens, i, kind))
		return 0;
	return longest_of(items_of(tokens, i, end, kind), tokens, i, end, ret_entry);
}

size_t lexicon_longest(const struct tokens *tokens, size_t i, size_t end,
	const struct lexicon_entry *ret_entry[static LEXICON_LONGEST_MAX])
{
	const struct lexicon_view *view = lexicon_view(tokens, i);
	struct items all = {view->item, view->item + view->n};
	return longest_of(all, tokens, i, end, ret_entry);
}
