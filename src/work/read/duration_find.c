// SPDX-License-Identifier: EUPL-1.2
// duration_find — start and end of an action from its duration, mended where it must be.

#include "work/read/duration_find.h"

// The earliest and latest dated activity held; unknown when there is none.
static void activity_bounds(
	const struct entry *entry, struct date *ret_first, struct date *ret_last)
{
	*ret_first = *ret_last = (struct date){0};
	for (size_t i = 0; i < entry->activities.n; i++) {
		struct date start = entry->activities.p[i].period.start;
		if (!date_is_known(start))
			continue;
		if (!date_is_known(*ret_first) || date_cmp(start, *ret_first) < 0)
			*ret_first = start;
		if (!date_is_known(*ret_last) || date_cmp(start, *ret_last) > 0)
			*ret_last = start;
	}
}

static bool year_fits(struct date candidate, bool is_start, struct period period, struct date first,
	struct date last)
{
	if (is_start) {
		if (date_is_known(period.end) &&
			date_first_day(candidate) > date_last_day(period.end))
			return false;
		return !date_is_known(first) || date_first_day(candidate) <= date_last_day(first);
	}
	if (date_last_day(candidate) < date_first_day(period.start))
		return false;
	return !date_is_known(last) || date_last_day(candidate) >= date_first_day(last);
}

// The reading of a misprinted year that agrees with the rest: for a start the latest that fits, for
// an end the earliest.
static int year_choose(struct reading *r, int64_t typo, bool is_start, struct period period)
{
	int candidates[YEAR_CANDIDATE_MAX];
	size_t n = date_year_candidates(typo, candidates);
	struct date first, last;
	activity_bounds(r->entry, &first, &last);
	int chosen = candidates[0];
	for (size_t i = 0; i < n; i++) {
		size_t k = is_start ? i : n - 1 - i;
		struct date candidate = is_start ? period.start : period.end;
		candidate.year = candidates[k];
		if (year_fits(candidate, is_start, period, first, last))
			chosen = candidates[k];
	}
	return chosen;
}

static void typo_resolve(struct reading *r, struct date_hit *hit, struct range value)
{
	int64_t typo = hit->start_typo ? hit->start_typo : hit->end_typo;
	if (hit->end_typo)
		hit->period.end.year = year_choose(r, hit->end_typo, false, hit->period);
	if (hit->start_typo)
		hit->period.start.year = year_choose(r, hit->start_typo, true, hit->period);
	hit->ambiguous = true;
	reading_warn(r, value, S("R03"),
		"the year %lld has five digits: read as %d, which agrees with the dates of the "
		"activities; check it",
		(long long)typo, hit->start_typo ? hit->period.start.year : hit->period.end.year);
}

static void damage_tell(struct reading *r, const struct date_hit *hit, struct range value)
{
	SCRATCH(tmp);
	struct str words = reading_str(r, value);
	if (str_eq(hit->rule, S("R01")))
		reading_warn(r, value, S("R01"),
			"the dash between two dates is lost in \"%" PRIstr
			"\": read as a range from one to the other",
			STR(words));
	else if (str_eq(hit->rule, S("R02")))
		reading_warn(r, value, S("R02"),
			"the dash between two days is lost in \"%" PRIstr "\": read as %" PRIstr
			" to %" PRIstr,
			STR(words), STR(date_iso(tmp, hit->period.start)),
			STR(date_iso(tmp, hit->period.end)));
	if (hit->ambiguous && !hit->start_typo && !hit->end_typo)
		reading_warn(r, value, S("R02"),
			"\"%" PRIstr
			"\" may be one day or two whose dash is lost: read as printed; "
			"check it",
			STR(words));
}

void duration_find(struct reading *reading)
{
	struct range value = reading->field[LABEL_DURATION];
	struct entry *entry = reading->entry;
	struct date_hit hit;
	if (value.from >= value.to)
		return;
	if (!date_duration(&reading->tokens, value.from, value.to, &hit)) {
		reading_warn(reading, value, S("duration.not-read"),
			"no date was found in the duration \"%" PRIstr
			"\": set start and end by hand",
			STR(reading_str(reading, value)));
		return;
	}
	if (hit.start_typo || hit.end_typo)
		typo_resolve(reading, &hit, value);
	damage_tell(reading, &hit, value);
	entry->period = hit.period;
	entry->duration_damaged = hit.damaged;
	entry->duration_ambiguous = hit.ambiguous;
	// A mended dash is a correction of both dates; a misprinted year makes only its own date a guess.
	bool is_typo = hit.start_typo || hit.end_typo;
	enum certainty whole = hit.damaged && !is_typo ? CERTAINTY_CORRECTED : CERTAINTY_STATED;
	struct range words = {hit.from, hit.to};
	entry->start_span = reading_span(
		reading, words, hit.start_typo ? CERTAINTY_INFERRED : whole, hit.rule);
	if (date_is_known(hit.period.end) || hit.period.open)
		entry->end_span = reading_span(
			reading, words, hit.end_typo ? CERTAINTY_INFERRED : whole, hit.rule);
}
