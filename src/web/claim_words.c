// SPDX-License-Identifier: EUPL-1.2
// claim_words — a claim in the visitor's words.
#include "web/claim_words.h"

#include "base/utf8.h"
#include "format/date_text.h"
#include "model/code.h"
#include "model/country.h"

enum { VALUE_MAX = 120 };

static bool is_about(const struct claim *c, struct str record, struct str field)
{
	return str_eq(c->record, record) && str_eq(c->field, field);
}

static struct str action_subject(const struct lang *lang, struct str field)
{
	const struct {
		struct str field, words;
	} subjects[] = {
		{S("heading"), lang_text(lang, _("Heading"))},
		{S("place"), lang_text(lang, _("Place"))},
		{S("phase"), lang_text(lang, _("Phase"))},
		{S("title"), lang_text(lang, _("Title"))},
		{S("objective"), lang_text(lang, _("Objective"))},
		{S("summary"), lang_text(lang, _("Summary"))},
		{S("duration_raw"), lang_text(lang, _("Duration"))},
		{S("start"), lang_text(lang, _("Start"))},
		{S("end"), lang_text(lang, _("End"))},
		{S("requester"), lang_text(lang, _("Who asked"))},
	};

	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
		if (str_eq(subjects[i].field, field))
			return subjects[i].words;
	return field;
}

static struct str part_subject(const struct lang *lang, const struct claim *c)
{
	if (is_about(c, S("activity"), S("date")))
		return lang_text(lang, _("Date of activity {n}"));
	if (is_about(c, S("activity"), S("place")))
		return lang_text(lang, _("Place of activity {n}"));
	if (str_eq(c->record, S("activity")))
		return lang_text(lang, _("Activity {n}"));
	if (str_eq(c->record, S("output")))
		return lang_text(lang, _("Output {n}"));
	if (str_eq(c->record, S("expert")))
		return lang_text(lang, _("Experts"));
	if (str_eq(c->record, S("partner")))
		return lang_text(lang, _("Together with"));
	if (str_eq(c->record, S("theme")))
		return lang_text(lang, _("Theme"));
	if (str_eq(c->record, S("country")))
		return lang_text(lang, _("Country"));
	if (str_eq(c->record, S("participants")))
		return lang_text(lang, _("Participants"));
	return c->record;
}

struct str claim_words_subject(struct arena *mem, const struct lang *lang, const struct claim *c)
{
	if (str_eq(c->record, S("action")))
		return action_subject(lang, c->field);
	struct lang_arg n = {S("n"), str_format(mem, "%lld", (long long)c->number)};
	return lang_fill(mem, part_subject(lang, c), &n, 1);
}

static struct str cut(struct arena *mem, struct str text)
{
	if (text.n <= VALUE_MAX)
		return text;
	struct str head = utf8_cut(text, VALUE_MAX);
	return str_format(mem, "%" PRIstr " …", STR(head));
}

static struct str date_value(struct arena *mem, const struct lang *lang, struct str value)
{
	struct date date;

	if (str_eq(value, S("present")))
		return lang_text(lang, _("ongoing"));
	return date_parse(value, &date) && date_is_known(date) ? date_text(mem, lang, date) : value;
}

static bool is_bound(const struct claim *c)
{
	return is_about(c, S("action"), S("start")) || is_about(c, S("action"), S("end"));
}

struct str claim_words_value(
	struct arena *mem, const struct lang *lang, const struct dossier *d, const struct claim *c)
{
	size_t index = (size_t)c->number - 1;

	if (is_bound(c))
		return date_value(mem, lang, c->value);
	if (is_about(c, S("activity"), S("date")) && index < d->activities.n)
		return date_text_period(mem, lang, d->activities.p[index].period);
	if (str_eq(c->record, S("theme")))
		return code_name_of(&code_themes, c->value, lang->code);
	if (str_eq(c->record, S("country"))) {
		int country = country_index(c->value);
		return country == COUNTRY_NONE ? c->value : country_name(country, lang->code);
	}
	if (str_eq(c->record, S("expert")) && index < d->experts.n && d->experts.p[index].iso2.n) {
		int country = country_index(d->experts.p[index].iso2);
		return country == COUNTRY_NONE ? c->value : country_name(country, lang->code);
	}
	return cut(mem, c->value);
}

bool claim_words_is_quoted(const struct claim *c)
{
	return !is_bound(c) && !is_about(c, S("activity"), S("date")) &&
		!str_eq(c->record, S("theme")) && !str_eq(c->record, S("country")) &&
		!str_eq(c->record, S("expert"));
}

struct str claim_words_rule(const struct lang *lang, struct str rule)
{
	// The first row that the rule's name begins with.
	const struct {
		struct str prefix, words;
	} rules[] = {
		{S("R01"), lang_text(lang, _("the dash between two dates was lost, and put back"))},
		{S("R02"), lang_text(lang, _("the dash between two days was lost, and put back"))},
		{S("R03"), lang_text(lang, _("a slip in the year was mended"))},
		{S("R11"), lang_text(lang, _("a misspelt word was mended"))},
		{S("date.relative"), lang_text(lang, _("told from the date before it"))},
		{S("heading"), lang_text(lang, _("read from the heading of the entry"))},
		{S("label"), lang_text(lang, _("the text behind its label"))},
		{S("duration"), lang_text(lang, _("read from the line of the duration"))},
		{S("date"), lang_text(lang, _("a date in the text"))},
		{S("activity.place"), lang_text(lang, _("a place named beside the activity"))},
		{S("activity.generic"),
			lang_text(lang, _("a general word that stands for an activity"))},
		{S("activity"), lang_text(lang, _("a word that names an activity"))},
		{S("output"), lang_text(lang, _("a word that names a product"))},
		{S("expert"), lang_text(lang, _("an administration or body named as lending"))},
		{S("theme"), lang_text(lang, _("words of the theme in title or objective"))},
		{S("requester"), lang_text(lang, _("the body that the text says asked"))},
		{S("partner"), lang_text(lang, _("a body named as taking part"))},
		{S("country"), lang_text(lang, _("a country named in the text"))},
		{S("participants"), lang_text(lang, _("a number of people in the text"))},
	};

	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (str_starts(rule, rules[i].prefix))
			return rules[i].words;
	return STR_EMPTY;
}

struct str claim_words_certainty(const struct lang *lang, struct str certainty)
{
	if (str_eq(certainty, S("inferred")))
		return lang_text(lang, _("Inferred"));
	if (str_eq(certainty, S("corrected")))
		return lang_text(lang, _("Corrected"));
	return lang_text(lang, _("Stated"));
}

struct str claim_words_meaning(const struct lang *lang, struct str certainty)
{
	if (str_eq(certainty, S("inferred")))
		return lang_text(
			lang, _("Inferred: it follows from these words without standing in them."));
	if (str_eq(certainty, S("corrected")))
		return lang_text(lang, _("Corrected: the printed form is damaged and was mended."));
	return lang_text(lang, _("Stated: it stands on the page as it is shown."));
}
