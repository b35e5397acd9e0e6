// SPDX-License-Identifier: EUPL-1.2
// action — the field table and the few rules that need nothing but the record.
#include "model/action.h"

#include "base/utf8.h"

enum { MATCH_SUMMARY_N = 80 };

static const struct field table[] = {
	FIELD(action, id, .label = N_("Number")),
	FIELD(action, slug, .label = N_("Address"), .max = 200),
	FIELD(action, digest, .label = N_("Digest of the entry"), .class = FIELD_INTERNAL),
	FIELD(action, source_id, .label = N_("Source"), .class = FIELD_INTERNAL),
	FIELD(action, position, .label = N_("Place on the page"), .class = FIELD_INTERNAL),
	FIELD(action, heading, .label = N_("Heading"), .max = ACTION_TITLE_MAX),
	FIELD(action, place, .label = N_("Place"), .flags = FIELD_REQUIRED | FIELD_SEARCHED,
		.max = 300),
	FIELD(action, place_kind, .label = N_("Kind of place"), .max = 30),
	FIELD(action, iso2, .label = N_("Country"), .max = 2),
	FIELD(action, phase, .label = N_("Phase"), .flags = FIELD_OPTIONAL),
	FIELD(action, title, .label = N_("Title"), .flags = FIELD_SEARCHED,
		.max = ACTION_TITLE_MAX),
	FIELD(action, objective, .label = N_("Objective"), .flags = FIELD_SEARCHED,
		.max = ACTION_TEXT_MAX),
	FIELD(action, summary, .label = N_("Summary"), .flags = FIELD_SEARCHED,
		.max = ACTION_TEXT_MAX),
	FIELD(action, duration_raw, .label = N_("Duration as printed"), .max = 300),
	FIELD(action, period, .label = N_("Duration")),
	FIELD(action, duration_damaged, .label = N_("Duration was repaired")),
	FIELD(action, duration_ambiguous, .label = N_("Duration can be read in several ways")),
	FIELD(action, requester, .label = N_("Who asked"), .flags = FIELD_SEARCHED, .max = 500),
	FIELD(action, requester_kind, .label = N_("Kind of requester"), .max = 30),
	FIELD(action, participants, .label = N_("Participants"), .flags = FIELD_OPTIONAL),
	FIELD(action, participants_quote, .label = N_("Participants as printed"), .max = 300),
	FIELD(action, span_offset, .label = N_("Offset in the source"), .class = FIELD_INTERNAL),
	FIELD(action, span_length, .label = N_("Length in the source"), .class = FIELD_INTERNAL),
	FIELD(action, review, .label = N_("Review"), .max = 10),
	FIELD(action, created_at, .label = N_("Created"), .flags = FIELD_INSTANT,
		.class = FIELD_INTERNAL),
	FIELD(action, changed_at, .label = N_("Last change"), .flags = FIELD_INSTANT),
};

const struct fields action_fields = FIELDS(action, table);

static struct str roman(struct arena *mem, int64_t n)
{
	static const char *const tens[] = {"", "X", "XX", "XXX"};
	static const char *const ones[] = {
		"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};

	if (n < 1 || n > 39)
		return str_of_int(mem, n);
	return str_join(mem, str_c(tens[n / 10]), str_c(ones[n % 10]));
}

struct str action_label_of(struct arena *mem, struct str place, int64_t phase)
{
	if (!phase)
		return place;
	struct str ordinal = roman(mem, phase);
	return str_join(mem, str_join(mem, place, S(" ")), ordinal);
}

struct str action_label(struct arena *mem, const struct action *a)
{
	return action_label_of(mem, a->place, a->phase);
}

// What tells an action from others of its place and phase.
static struct str told_apart_by(struct arena *mem, const struct action *a)
{
	if (a->title.n)
		return utf8_fold(mem, a->title);
	if (date_is_known(a->period.start))
		return date_iso(mem, a->period.start);
	return utf8_cut(utf8_fold(mem, a->summary), MATCH_SUMMARY_N);
}

struct str action_match_key(struct arena *mem, const struct action *a)
{
	return str_format(mem, "%" PRIstr "|%lld|%" PRIstr, STR(utf8_fold(mem, a->place)),
		(long long)a->phase, STR(told_apart_by(mem, a)));
}
