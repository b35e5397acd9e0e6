// SPDX-License-Identifier: EUPL-1.2
// likeness — how alike two records of a kind are, and why: proposals of what may be one and the same.

#include "work/desk/likeness.h"

#include <stdlib.h>

#include "base/utf8.h"

enum {
	WORDS_MAX = 40,
	EDIT_MAX = 120,  // bytes of a name that are compared letter by letter
	GROUP_MAX = 60,  // records that share a word; more say nothing
	MOST_WORDS = 75, // of a hundred that say something
	STEM_N = 6,      // letters at the beginning of a name
	RARE_N = 4,      // a word of fewer letters is no sign, unless it is an abbreviation
	ABBREVIATION_MIN = 3,
	ABBREVIATION_MAX = 10,
	NEAR_MONTHS = 6,
};

struct words {
	struct str p[WORDS_MAX];
	size_t n;
};
struct texts VEC_OF(struct str);

// ---- what is compared

static bool is_seen(const struct property *p, unsigned classes)
{
	return classes >> p->class & 1u;
}

static void name_add(struct arena *mem, struct texts *names, struct str name)
{
	struct str folded = utf8_fold(mem, name);
	for (size_t i = 0; i < names->n; i++)
		if (str_eq(names->p[i], folded))
			return;
	VEC_ADD(mem, names, folded);
}

// What the record is called in each language, and the other names that it goes by: a short text
// beside the name by which it is found, and rows that keep other names.
static struct texts names_of(struct arena *mem, const struct record *record, unsigned classes)
{
	struct texts names = {0};
	bool is_named = !(kind_name_classes(record->kind) & ~classes);
	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		if (!kind_path(record->kind, record->p[i].path, &place))
			continue;
		const struct property *p = place.property, *rows = place.rows;
		bool is_seen_all = is_seen(p, classes) && (!rows || is_seen(rows, classes));
		bool is_other = rows ? rows->flags & PROPERTY_ALIASES && p == rows->part
				     : p->type == PROPERTY_LINE && p->flags & PROPERTY_SEARCHED;
		if (p->flags & PROPERTY_NAMES && !rows && is_named)
			name_add(mem, &names, record_name(mem, record, place.lang));
		else if (is_other && is_seen_all && !(p->flags & PROPERTY_NAMES))
			name_add(mem, &names, record->p[i].text);
	}
	return names;
}

static struct words words_of(struct str text)
{
	struct words words = {.n = 0};
	size_t at = 0, from = STR_NONE;
	while (at <= text.n && words.n < WORDS_MAX) {
		unsigned size = 1;
		bool is_word = at < text.n && utf8_is_word(utf8_at(text, at, &size));
		if (is_word && from == STR_NONE)
			from = at;
		if (!is_word && from != STR_NONE) {
			words.p[words.n++] = str_sub(text, from, at);
			from = STR_NONE;
		}
		at += size;
	}
	return words;
}

// An ordinal: digits, or a Roman number of a few letters.
static bool is_ordinal(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!char_is_digit(word.p[i]) && word.p[i] != 'i' && word.p[i] != 'v' &&
			word.p[i] != 'x')
			return false;
	return word.n > 0 && word.n <= 5;
}

static bool has_word(const struct words *words, struct str word)
{
	for (size_t i = 0; i < words->n; i++)
		if (str_eq(words->p[i], word))
			return true;
	return false;
}

static bool counts_otherwise(const struct words *a, const struct words *b)
{
	for (size_t i = 0; i < a->n; i++)
		if (is_ordinal(a->p[i]) && !has_word(b, a->p[i]))
			return true;
	return false;
}

// ---- names

// Letters to be changed, put in or taken out; more than `most` counts as most + 1.
static size_t edits(struct str a, struct str b, size_t most)
{
	size_t row[EDIT_MAX + 1];
	for (size_t k = 0; k <= b.n; k++)
		row[k] = k;
	for (size_t i = 1; i <= a.n; i++) {
		size_t diagonal = row[0], least = i;
		row[0] = i;
		for (size_t k = 1; k <= b.n; k++) {
			size_t change = diagonal + (a.p[i - 1] != b.p[k - 1]);
			size_t other = (row[k] < row[k - 1] ? row[k] : row[k - 1]) + 1;
			diagonal = row[k];
			row[k] = change < other ? change : other;
			least = row[k] < least ? row[k] : least;
		}
		if (least > most)
			return most + 1;
	}
	return row[b.n];
}

// The first letters of the long words, and of all; Latin and the like only.
static bool is_initials(struct str word, const struct words *of, size_t least)
{
	size_t n = 0;
	for (size_t i = 0; i < of->n; i++) {
		if (of->p[i].n < least)
			continue;
		if (n >= word.n || word.p[n] != of->p[i].p[0])
			return false;
		n++;
	}
	return n == word.n && n >= ABBREVIATION_MIN;
}

static bool abbreviates(const struct words *a, const struct words *b)
{
	for (size_t i = 0; i < a->n; i++) {
		bool alone = a->n == 1 || a->p[i].n <= ABBREVIATION_MAX / 2;
		if (alone && a->p[i].n <= ABBREVIATION_MAX && b->n > 1 &&
			(is_initials(a->p[i], b, RARE_N) || is_initials(a->p[i], b, 1)))
			return true;
	}
	return false;
}

// Only those that say something; all of them when there is none.
static struct words long_words(const struct words *words)
{
	struct words kept = {.n = 0};
	for (size_t i = 0; i < words->n; i++)
		if (words->p[i].n >= RARE_N)
			kept.p[kept.n++] = words->p[i];
	return kept.n ? kept : *words;
}

// Of a hundred words, how many both have.
static int words_score(const struct words *one, const struct words *other)
{
	struct words a = long_words(one), b = long_words(other);
	size_t same = 0, of = a.n > b.n ? a.n : b.n;
	for (size_t i = 0; i < a.n; i++)
		same += has_word(&b, a.p[i]);
	return of ? (int)(100 * same / of) : 0;
}

static struct like name_like(struct str one, struct str other)
{
	struct words a = words_of(one), b = words_of(other);
	struct str x = str_sub(one, 0, EDIT_MAX), y = str_sub(other, 0, EDIT_MAX);
	size_t longest = x.n > y.n ? x.n : y.n, most = longest / 7;
	int shared = words_score(&a, &b);
	if (!one.n || !other.n)
		return (struct like){.score = 0};
	// "Togo II" and "Togo III" are two, however alike; "Togo" may be either.
	bool is_otherwise = counts_otherwise(&a, &b), is_back = counts_otherwise(&b, &a);
	if (is_otherwise && is_back)
		return (struct like){.score = 0};
	if (is_otherwise || is_back)
		return (struct like){.score = shared >= 60 ? 40 : 0, .reasons = 1u << LIKE_WORDS};
	if (shared == 100)
		return (struct like){.score = 100, .reasons = 1u << LIKE_SAME_NAME};
	if (longest >= RARE_N && edits(x, y, most) <= most)
		return (struct like){.score = 85, .reasons = 1u << LIKE_SPELLING};
	if (abbreviates(&a, &b) || abbreviates(&b, &a))
		return (struct like){.score = 75, .reasons = 1u << LIKE_ABBREVIATION};
	if (shared >= MOST_WORDS)
		return (struct like){.score = shared * 9 / 10, .reasons = 1u << LIKE_WORDS};
	return (struct like){.score = 0};
}

static struct like names_like(
	struct arena *mem, const struct record *one, const struct record *other, unsigned classes)
{
	struct texts a = names_of(mem, one, classes), b = names_of(mem, other, classes);
	struct like best = {.score = 0};
	for (size_t i = 0; i < a.n; i++)
		for (size_t k = 0; k < b.n; k++) {
			struct like like = name_like(a.p[i], b.p[k]);
			if (like.score > best.score)
				best = like;
		}
	return best;
}

// ---- values and dates

static bool is_compared(const struct property *p)
{
	return (p->flags & PROPERTY_FILTERED &&
		       (p->type == PROPERTY_CODE || p->type == PROPERTY_COUNTRY)) ||
		p->flags & PROPERTY_UNIQUE || p->type == PROPERTY_EMAIL;
}

// 1: they share a value of a property; -1: both have one, and none is the same; 0: neither.
static int value_like(const struct record *one, const struct record *other,
	const struct property *wanted, struct str *ret_value)
{
	bool has_one = false, has_other = false;
	for (size_t i = 0; i < one->n; i++) {
		struct place_of_value a, b;
		if (!kind_path(one->kind, one->p[i].path, &a) || a.property != wanted)
			continue;
		has_one = true;
		for (size_t k = 0; k < other->n; k++) {
			if (!kind_path(other->kind, other->p[k].path, &b) || b.property != wanted)
				continue;
			has_other = true;
			if (!str_eq(one->p[i].text, other->p[k].text))
				continue;
			*ret_value = one->p[i].text;
			return 1;
		}
	}
	return has_one && has_other ? -1 : 0;
}

static void property_like(const struct record *one, const struct record *other,
	const struct property *p, unsigned classes, struct like *like)
{
	struct str value;
	if (!is_compared(p) || !is_seen(p, classes))
		return;
	int by = value_like(one, other, p, &value);
	bool is_key = p->flags & PROPERTY_UNIQUE || p->type == PROPERTY_EMAIL;
	if (by > 0 && !(like->reasons >> LIKE_VALUE & 1)) {
		like->reasons |= 1u << LIKE_VALUE;
		like->property = p;
		like->value = value;
	}
	like->score += by > 0 ? (is_key ? 60 : 8) : by < 0 && p->type == PROPERTY_COUNTRY ? -40 : 0;
}

static void values_like(
	const struct record *one, const struct record *other, unsigned classes, struct like *like)
{
	const struct kind *kind = one->kind;
	for (size_t i = 0; i < kind->property_n; i++) {
		const struct property *p = &kind->property[i];
		property_like(one, other, p, classes, like);
		for (size_t k = 0; is_seen(p, classes) && k < p->part_n; k++)
			property_like(one, other, &p->part[k], classes, like);
	}
}

static int32_t month_of(struct date date, bool is_end)
{
	return date.year * 12 + (date.month ? date.month - 1 : is_end ? 11 : 0);
}

// Months between the two; below 0 when they overlap or one is not known.
static int32_t months_apart(struct period a, struct period b)
{
	if (!date_is_known(a.start) || !date_is_known(b.start))
		return -1;
	struct date a_end = date_is_known(a.end) ? a.end : a.start;
	struct date b_end = date_is_known(b.end) ? b.end : b.start;
	int32_t gap = month_of(b.start, false) - month_of(a_end, true);
	int32_t back = month_of(a.start, false) - month_of(b_end, true);
	return gap > back ? gap : back;
}

// Kinds that have a listed period are of their time: two far from each other are two.
static void dates_like(const struct record *one, const struct record *other, struct like *like)
{
	for (size_t i = 0; i < one->kind->property_n; i++) {
		const struct property *p = &one->kind->property[i];
		if (p->type != PROPERTY_PERIOD || !(p->flags & PROPERTY_LISTED))
			continue;
		struct period a = record_period(one, p->name), b = record_period(other, p->name);
		int32_t apart = months_apart(a, b);
		// Parts of one record are of one time anyhow: only the same date makes them alike.
		if (kind_owner(one->kind) &&
			!str_eq(record_get(one, p->name), record_get(other, p->name)))
			like->score -= 40;
		if (apart > NEAR_MONTHS)
			like->score -= 50;
		else if (date_is_known(a.start) && date_is_known(b.start)) {
			like->score += 10;
			like->reasons |= 1u << LIKE_DATES;
		}
	}
}

struct like like_of(
	struct arena *mem, const struct record *one, const struct record *other, unsigned classes)
{
	const struct property *owner = kind_owner(one->kind);
	struct like like = {.score = 0};
	if (one->kind != other->kind ||
		(owner && !str_eq(record_get(one, owner->name), record_get(other, owner->name))))
		return like;
	like = names_like(mem, one, other, classes);
	values_like(one, other, classes, &like);
	dates_like(one, other, &like);
	like.score = like.score < 0 ? 0 : like.score > 100 ? 100 : like.score;
	return like;
}

// ---- pairs worth comparing

// A word or beginning that the record goes by.
struct sign {
	struct str text;
	size_t record;
};
struct signs VEC_OF(struct sign);

static int sign_cmp(const void *a, const void *b)
{
	const struct sign *x = a, *y = b;
	int by = str_cmp(x->text, y->text);
	return by ? by : (x->record > y->record) - (x->record < y->record);
}

static struct str initials(struct arena *mem, const struct words *words)
{
	char *p = arena_alloc(mem, WORDS_MAX);
	size_t n = 0;
	for (size_t i = 0; i < words->n; i++)
		if (words->p[i].n >= RARE_N)
			p[n++] = words->p[i].p[0];
	return (struct str){p, n};
}

static void signs_add(struct arena *mem, struct signs *signs, const struct record *record,
	size_t index, unsigned classes)
{
	struct texts names = names_of(mem, record, classes);
	for (size_t i = 0; i < names.n; i++) {
		struct words words = words_of(names.p[i]);
		struct str stem = str_join(mem, S("^"), str_sub(names.p[i], 0, STEM_N));
		VEC_ADD(mem, signs, ((struct sign){stem, index}));
		VEC_ADD(mem, signs, ((struct sign){initials(mem, &words), index}));
		for (size_t k = 0; k < words.n; k++)
			if (!is_ordinal(words.p[k]))
				VEC_ADD(mem, signs, ((struct sign){words.p[k], index}));
	}
}

struct id_pair {
	size_t one, other;
};
struct id_pairs VEC_OF(struct id_pair);

static int pair_cmp(const void *a, const void *b)
{
	const struct id_pair *x = a, *y = b;
	int by = (x->one > y->one) - (x->one < y->one);
	return by ? by : (x->other > y->other) - (x->other < y->other);
}

static struct id_pairs candidates(struct arena *mem, struct signs *signs)
{
	struct id_pairs pairs = {0};
	if (signs->n)
		qsort(signs->p, signs->n, sizeof *signs->p, sign_cmp);
	for (size_t from = 0, to; from < signs->n; from = to) {
		for (to = from + 1; to < signs->n; to++)
			if (!str_eq(signs->p[to].text, signs->p[from].text))
				break;
		for (size_t i = from; to - from <= GROUP_MAX && i < to; i++)
			for (size_t k = i + 1; k < to; k++)
				if (signs->p[i].record != signs->p[k].record)
					VEC_ADD(mem, &pairs,
						((struct id_pair){
							signs->p[i].record, signs->p[k].record}));
	}
	if (pairs.n)
		qsort(pairs.p, pairs.n, sizeof *pairs.p, pair_cmp);
	return pairs;
}

static int like_cmp(const void *a, const void *b)
{
	const struct like_pair *x = a, *y = b;
	int by = y->like.score - x->like.score;
	return by ? by : (x->one > y->one) - (x->one < y->one);
}

struct like_pairs like_pairs(
	struct arena *mem, struct record *const *records, size_t n, unsigned classes)
{
	struct like_pairs pairs = {0};
	struct signs signs = {0};
	for (size_t i = 0; i < n; i++)
		signs_add(mem, &signs, records[i], i, classes);
	struct id_pairs found = candidates(mem, &signs);
	for (size_t i = 0; i < found.n; i++) {
		if (i && pair_cmp(&found.p[i], &found.p[i - 1]) == 0)
			continue;
		struct like like = like_of(
			mem, records[found.p[i].one], records[found.p[i].other], classes);
		if (like.score >= LIKE_LEAST)
			VEC_ADD(mem, &pairs,
				((struct like_pair){found.p[i].one, found.p[i].other, like}));
	}
	if (pairs.n)
		qsort(pairs.p, pairs.n, sizeof *pairs.p, like_cmp);
	return pairs;
}
