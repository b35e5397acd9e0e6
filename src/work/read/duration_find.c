// SPDX-License-Identifier: EUPL-1.2
// duration_find — start and end of an action from its duration, mended where it must be.

#include "work/read/duration_find.h"

#include "work/read/doubt_find.h"

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

// The reading of a misprinted year that agrees with the rest: without the last digit, which is
// the one most easily typed twice, when that fits; else for a start the latest that does, for an
// end the earliest.
static int year_choose(struct reading *r, int64_t typo, bool is_start, struct period period)
{
	int candidates[YEAR_CANDIDATE_MAX];
	size_t n = date_year_candidates(typo, candidates);
	struct date first, last;
	activity_bounds(r->entry, &first, &last);
	int chosen = is_start ? period.start.year : period.end.year;
	for (size_t i = 0; i < n; i++) {
		size_t k = is_start ? i : n - 1 - i;
		struct date candidate = is_start ? period.start : period.end;
		candidate.year = candidates[k];
		if (!date_is_real(candidate) ||
			!year_fits(candidate, is_start, period, first, last))
			continue;
		chosen = candidates[k];
		if (chosen == typo / 10)
			break;
	}
	return chosen;
}

// The misprinted year as it agrees with the activities.
static void typo_resolve(struct reading *r, struct date_hit *hit, struct range value)
{
	int64_t typo = hit->start_typo ? hit->start_typo : hit->end_typo;
	if (hit->end_typo && date_is_known(hit->period.end))
		hit->period.end.year = year_choose(r, hit->end_typo, false, hit->period);
	if (hit->start_typo)
		hit->period.start.year = year_choose(r, hit->start_typo, true, hit->period);
	int year = hit->start_typo ? hit->period.start.year : hit->period.end.year;
	struct date first, last;
	activity_bounds(r->entry, &first, &last);
	reading_warn(r, value, S("R03"), "the year %lld has five digits: read as %d%s",
		(long long)typo, year,
		!hit->ambiguous                ? ", the only year that it can stand for"
			: date_is_known(first) ? ", which agrees with the activities; check it"
					       : "; check it");
}

// "May 2012 - April 2011": what stands behind the start cannot be its end.
static void reversed_tell(struct reading *r, const struct date_hit *hit, struct range value)
{
	struct date_hit end;
	size_t behind = hit->to < value.to ? date_skip_dash(&r->tokens, hit->to, value.to) : 0;
	if (behind && date_at(&r->tokens, behind, value.to, &end) && !end.needs_year &&
		!end.relative && date_cmp(end.period.start, hit->period.start) < 0)
		reading_warn(r, value, S("duration.end-before-start"),
			"\"%" PRIstr "\" ends before it starts: only its start was read; find out "
			"which of the two is right",
			STR(reading_str(r, value)));
}

void duration_find(struct reading *reading)
{
	struct range value = reading->field[LABEL_DURATION];
	struct entry *entry = reading->entry;
	struct date_hit hit = reading->duration;
	if (value.from >= value.to)
		return;
	if (!reading->has_duration) {
		reading_warn(reading, value, S("duration.not-read"),
			"no date was found in the duration \"%" PRIstr
			"\": set start and end by hand",
			STR(reading_str(reading, value)));
		return;
	}
	if (hit.start_typo || hit.end_typo)
		typo_resolve(reading, &hit, value);
	else
		doubt_date(reading, &hit, value);
	if (!hit.period.open && !date_is_known(hit.period.end))
		reversed_tell(reading, &hit, value);
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
