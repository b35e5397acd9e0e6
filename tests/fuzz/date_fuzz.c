// SPDX-License-Identifier: EUPL-1.2
// date_fuzz — a text that is read as a date or a period is printed as it was and is a real day; the
// dates found in a sentence of any language stand in it, in order, and are of the calendar.
#include "fuzz.h"

#include <string.h>

#include "base/date.h"
#include "work/read/date_find.h"
#include "work/read/read.h"

static void check_plain(struct str text)
{
	struct date date;
	struct period period;
	char printed[PERIOD_TEXT_MAX];

	if (date_parse(text, &date) && text.n > 0) {
		MUST(date_is_real(date));
		MUST(date_print(date, printed) == text.n && memcmp(printed, text.p, text.n) == 0);
		MUST(date_first_day(date) <= date_last_day(date));
		MUST(date_cmp(date, date_of_day(date_last_day(date))) <= 0);
	}
	if (period_parse(text, &period) && period_is_known(period)) {
		struct period again = {0};
		char twice[PERIOD_TEXT_MAX];
		size_t n = period_print(period, printed);
		MUST(period_parse((struct str){printed, n}, &again));
		MUST(period_print(again, twice) == n && memcmp(printed, twice, n) == 0);
		MUST(period_months(period, (struct date){2016, 3, 0}) >= 0);
	}
}

static void check_hit(const struct date_hit *hit, size_t token_n)
{
	MUST(hit->from < hit->to && hit->to <= token_n);
	if (hit->needs_year)
		return;
	MUST(date_is_real(hit->period.start));
	if (!date_is_known(hit->period.end))
		return;
	MUST(date_is_real(hit->period.end) && !hit->period.open);
	MUST(date_first_day(hit->period.start) <= date_last_day(hit->period.end));
}

static void check_grammar(struct arena *mem, const struct lexicon *lexicon, struct str text)
{
	struct tokens tokens = {0};
	struct date_hit whole;

	tokens_add(mem, &tokens, text, 0, text.n);
	lexicon_mark(lexicon, &tokens, 0);
	for (int tongue = 0; tongue < TONGUE_N; tongue++) {
		lexicon_speak(&tokens, (enum tongue)tongue);
		struct date_hits hits = date_find_all(mem, &tokens, 0, tokens.n);
		for (size_t i = 1; i < hits.n; i++)
			MUST(hits.p[i - 1].from <= hits.p[i].from);
		date_resolve(&hits, 2016);
		for (size_t i = 0; i < hits.n; i++)
			check_hit(&hits.p[i], tokens.n);
		if (date_duration(&tokens, 0, tokens.n, &whole))
			check_hit(&whole, tokens.n);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *kept;
	static const struct lexicon *lexicon;
	struct str text = {(const char *)data, size};
	SCRATCH(mem);

	if (!kept) {
		kept = arena_new(SCRATCH_MAX);
		lexicon = read_lexicon_new(kept);
	}
	check_plain(text);
	check_grammar(mem, lexicon, text);
	return 0;
}
