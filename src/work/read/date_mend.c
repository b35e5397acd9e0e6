// SPDX-License-Identifier: EUPL-1.2
// date_mend — words of dates that were misspelt, or whose dash was lost: "Septmber", "MarchJune".

#include "work/read/date_mend.h"

#include "base/utf8.h"
#include "work/read/gazetteer.h"
#include "work/read/stem.h"
#include "work/read/vocabulary.h"

enum { NAME_MIN = 5, NAME_MAX = 32, HALF_MIN = 3 };

// The name as tokens are folded, in `room`; what does not fit is cut off.
static struct str name_fold(struct str word, char room[static NAME_MAX])
{
	size_t n = 0;
	for (size_t i = 0; i < word.n;) {
		unsigned c_n = 1;
		char bytes[4];
		unsigned m = utf8_fold_char(utf8_at(word, i, &c_n), bytes);
		for (unsigned k = 0; k < m && n < NAME_MAX; k++)
			room[n++] = bytes[k];
		i += c_n;
	}
	return (struct str){room, n};
}

// The two differ by one letter put in, left out, changed, or by two that stand next to each other.
static bool is_one_slip(struct str a, struct str b)
{
	size_t head = 0, tail = 0;
	if (a.n > b.n + 1 || b.n > a.n + 1)
		return false;
	while (head < a.n && head < b.n && a.p[head] == b.p[head])
		head++;
	while (tail < a.n - head && tail < b.n - head && a.p[a.n - 1 - tail] == b.p[b.n - 1 - tail])
		tail++;
	size_t left_a = a.n - head - tail, left_b = b.n - head - tail;
	if (left_a <= 1 && left_b <= 1)
		return true;
	return left_a == 2 && left_b == 2 && a.p[head] == b.p[head + 1] &&
		a.p[head + 1] == b.p[head];
}

int date_mend_month(struct str fold, enum tongue tongue)
{
	int found = 0;
	if (fold.n < NAME_MIN || fold.n > NAME_MAX)
		return 0;
	for (size_t i = 0; i < read_month_table_n; i++) {
		const struct read_month *month = &read_month_table[i];
		char room[NAME_MAX];
		struct str name = name_fold(month->word, room);
		if (tongue_of(month->lang) != tongue || name.n < NAME_MIN)
			continue;
		if (!is_one_slip(fold, name) && !is_one_slip(fold, stem_of(name)))
			continue;
		if (found && found != month->month)
			return 0;
		found = (int)month->month;
	}
	return found;
}

// The month whose whole name, or its stem, the folded word is; 0 when it is none.
static int month_named(struct str fold)
{
	for (size_t i = 0; i < read_month_table_n; i++) {
		char room[NAME_MAX];
		struct str name = name_fold(read_month_table[i].word, room);
		if (str_eq(name, fold) || str_eq(stem_of(name), fold))
			return (int)read_month_table[i].month;
	}
	return 0;
}

bool date_mend_split_month(struct str fold, int *ret_first, int *ret_last)
{
	if (fold.n < 2 * HALF_MIN || fold.n > NAME_MAX)
		return false;
	for (size_t i = 0; i < read_month_table_n; i++) {
		const struct read_month *month = &read_month_table[i];
		char room[NAME_MAX];
		struct str name = name_fold(month->word, room);
		if (name.n < HALF_MIN || name.n + HALF_MIN > fold.n || !str_starts(fold, name))
			continue;
		int last = month_named(str_from(fold, name.n));
		if (last && last != month->month) {
			*ret_first = (int)month->month;
			*ret_last = last;
			return true;
		}
	}
	return false;
}

bool date_mend_present(struct str fold, enum tongue tongue)
{
	if (fold.n < NAME_MIN || fold.n > NAME_MAX)
		return false;
	for (size_t i = 0; i < read_date_table_n; i++) {
		const struct read_date *word = &read_date_table[i];
		char room[NAME_MAX];
		if (word->word != WORD_PRESENT || tongue_of(word->lang) != tongue ||
			word->phrase.n < NAME_MIN)
			continue;
		if (is_one_slip(fold, name_fold(word->phrase, room)))
			return true;
	}
	return false;
}
