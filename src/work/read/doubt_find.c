// SPDX-License-Identifier: EUPL-1.2
// doubt_find — what a careful reader would ask about: repairs, contradictions, stale plans.

#include "work/read/doubt_find.h"

#include "work/read/conflict_find.h"

enum { SILENT_MONTHS = 6 };

static struct str period_words(struct arena *tmp, struct period p)
{
	if (!date_is_known(p.end))
		return date_iso(tmp, p.start);
	return str_format(tmp, "%" PRIstr " to %" PRIstr, STR(date_iso(tmp, p.start)),
		STR(date_iso(tmp, p.end)));
}

static void doubt_damage(
	struct reading *r, const struct date_hit *date, struct range words, struct str printed)
{
	if (str_eq(date->rule, S("R01"))) {
		reading_warn(r, words, S("R01"),
			"the dash between two dates is lost in \"%" PRIstr
			"\": read as a range from one to the other",
			STR(printed));
		return;
	}
	SCRATCH(tmp);
	struct str read = period_words(tmp, date->period);
	if (str_eq(date->rule, S("R02")))
		reading_warn(r, words, S("R02"),
			"the dash between two days is lost in \"%" PRIstr "\": read as %" PRIstr,
			STR(printed), STR(read));
	else if (str_eq(date->rule, S("R03")))
		reading_warn(r, words, S("R03"),
			"the year in \"%" PRIstr "\" has five digits: read as %" PRIstr
			"; check it",
			STR(printed), STR(read));
	else if (str_eq(date->rule, S("R11")))
		reading_warn(r, words, S("R11"),
			"a word in \"%" PRIstr "\" is misspelt: read as %" PRIstr "%s",
			STR(printed), STR(read), date->period.open ? " and still going on" : "");
}

static bool is_all_numbers(const struct tokens *tokens, const struct date_hit *date)
{
	for (size_t i = date->from; i < date->to; i++)
		if (tokens->p[i].kind == TOKEN_WORD)
			return false;
	return true;
}

void doubt_date(struct reading *reading, const struct date_hit *date, struct range words)
{
	struct str printed = reading_str(reading, words);
	if (date->damaged)
		doubt_damage(reading, date, words, printed);
	if (date->needs_year)
		reading_warn(reading, words, S("date.no-year"),
			"\"%" PRIstr
			"\" has no year, and no date before it tells one: set it by hand",
			STR(printed));
	if (!date->ambiguous || date->start_typo || date->end_typo)
		return;
	const char *doubt = "may be one day or two whose dash is lost: read as printed";
	if (date->only_years)
		doubt = "may be two years, or a month of a year: read as two years";
	else if (is_all_numbers(&reading->tokens, date))
		doubt = "may have its day and month the other way round: read with the day first";
	reading_warn(reading, words, S("R02"), "\"%" PRIstr "\" %s; check it", STR(printed), doubt);
}

static void entry_warn(struct arena *mem, struct entry *entry, struct span span, struct str rule,
	struct str message)
{
	finding_add(mem, &entry->warnings,
		(struct finding){.rule = rule,
			.severity = SEVERITY_WARNING,
			.offset = span.offset,
			.length = span.length},
		"%" PRIstr, STR(message));
}

// The last day of an activity that has a date.
static int32_t last_day(const struct entry_activity *a)
{
	return date_last_day(date_is_known(a->period.end) ? a->period.end : a->period.start);
}

// The first day and last day that the printed duration allows an activity: a whole month, or year.
static void doubt_outside(struct reading *r)
{
	SCRATCH(tmp);
	const struct entry *entry = r->entry;
	bool ends = date_is_known(entry->period.end);
	if (!date_is_known(entry->period.start))
		return;
	for (size_t i = 0; i < entry->activities.n; i++) {
		const struct entry_activity *a = &entry->activities.p[i];
		if (!date_is_known(a->period.start) || a->is_planned)
			continue;
		bool early = last_day(a) < date_first_day(entry->period.start);
		bool late = ends &&
			date_first_day(a->period.start) > date_last_day(entry->period.end);
		if (!early && !late)
			continue;
		struct date edge = early ? entry->period.start : entry->period.end;
		entry_warn(r->mem, r->entry, a->date_span, early ? S("R07") : S("R36"),
			str_format(tmp,
				"\"%" PRIstr "\" is dated %" PRIstr ", %s of the action as "
				"printed, %" PRIstr ": check both dates",
				STR(a->quote), STR(period_words(tmp, a->period)),
				early ? "before the start" : "after the end",
				STR(date_iso(tmp, edge))));
	}
}

void doubt_find(struct reading *reading)
{
	doubt_outside(reading);
	conflict_find(reading);
}

// The latest date of an activity held; unknown when none is dated.
static struct date latest_held(const struct entry *entry)
{
	struct date latest = {0};
	for (size_t i = 0; i < entry->activities.n; i++) {
		const struct entry_activity *a = &entry->activities.p[i];
		if (!a->is_planned && date_cmp(a->period.start, latest) > 0)
			latest = a->period.start;
	}
	return latest;
}

static void plan_doubt(struct arena *mem, struct entry *entry, const struct entry_activity *a,
	struct date known, bool is_page)
{
	SCRATCH(tmp);
	entry_warn(mem, entry, a->span, S("R09"),
		str_format(tmp,
			"\"%" PRIstr "\" is told as planned for %" PRIstr ", which had passed by "
			"%" PRIstr ", %s: ask whether it took place",
			STR(a->quote), STR(period_words(tmp, a->period)), STR(date_iso(tmp, known)),
			is_page ? "the date of the page" : "when another activity had been held"));
}

static void silence_doubt(struct arena *mem, struct entry *entry, struct date as_of)
{
	SCRATCH(tmp);
	struct date latest = {0};
	for (size_t i = 0; i < entry->activities.n; i++) {
		struct period p = entry->activities.p[i].period;
		struct date last = date_is_known(p.end) ? p.end : p.start;
		if (date_cmp(last, latest) > 0)
			latest = last;
	}
	if (!entry->period.open || !date_is_known(latest) || !latest.month || !as_of.month)
		return;
	int months = (as_of.year - latest.year) * 12 + as_of.month - latest.month;
	if (months < SILENT_MONTHS)
		return;
	entry_warn(mem, entry, entry->end_span, S("R09"),
		str_format(tmp,
			"the action is said to go on, but the latest activity that has a date is of "
			"%" PRIstr ", %d months before the date of the page, %" PRIstr
			": ask whether it has ended",
			STR(date_iso(tmp, latest)), months, STR(date_iso(tmp, as_of))));
}

void doubt_stale(struct arena *mem, struct entry *entry, struct date as_of)
{
	struct date held = latest_held(entry);
	bool is_page = date_cmp(as_of, held) >= 0;
	struct date known = is_page ? as_of : held;
	for (size_t i = 0; i < entry->activities.n && date_is_known(known); i++) {
		const struct entry_activity *a = &entry->activities.p[i];
		if (a->is_planned && date_is_known(a->period.start) &&
			last_day(a) < date_first_day(known))
			plan_doubt(mem, entry, a, known, is_page);
	}
	silence_doubt(mem, entry, as_of);
}
