// SPDX-License-Identifier: EUPL-1.2
// warning_words — a table of sentences by rule and by what became of the printed form.
#include "web/warning_words.h"

// The fact that stands where the warning points.
static const struct claim *claim_at(const struct dossier *d, const struct warning *w)
{
	for (size_t i = 0; i < d->claims.n; i++) {
		const struct claim *c = &d->claims.p[i];
		if (c->span_offset == w->span_offset && c->span_length == w->span_length)
			return c;
	}
	return NULL;
}

static bool was_mended(const struct dossier *d, const struct warning *w)
{
	for (size_t i = 0; i < d->claims.n; i++) {
		const struct claim *c = &d->claims.p[i];
		if (str_eq(c->certainty, S("corrected")) && c->span_offset >= w->span_offset &&
			c->span_offset < w->span_offset + w->span_length)
			return true;
	}
	return false;
}

// What a careful reader asks about, by rule; empty for the repairs of sentence_of.
static struct str doubt_of(const struct lang *lang, struct str rule)
{
	const struct {
		struct str rule, sentence;
	} doubts[] = {
		{S("R07"),
			lang_text(lang,
				_("An activity is dated before the printed start of the action; "
				  "check both dates."))},
		{S("R09"),
			lang_text(lang,
				_("A plan in the text is out of date; ask whether it took place, "
				  "or whether the action has ended."))},
		{S("R10"),
			lang_text(lang,
				_("The text gives two dates for the same fact; find out which is "
				  "right."))},
		{S("R11"),
			lang_text(lang,
				_("A word in “{printed}” is misspelt; the date was read all the "
				  "same."))},
		{S("R29"),
			lang_text(lang,
				_("More events are announced than the text tells; ask for the "
				  "rest."))},
		{S("R33"),
			lang_text(lang,
				_("The objective promises a document of which nothing more is "
				  "told; ask what became of it."))},
		{S("R36"),
			lang_text(lang,
				_("An activity is dated after the printed end of the action; "
				  "check both dates."))},
		{S("date.no-year"),
			lang_text(lang,
				_("A date has no year, and no date before it tells one; set it by "
				  "hand."))},
		{S("duration.end-before-start"),
			lang_text(lang,
				_("“{printed}” ends before it starts; only its start was read."))},
	};

	for (size_t i = 0; i < sizeof doubts / sizeof *doubts; i++)
		if (str_eq(doubts[i].rule, rule))
			return doubts[i].sentence;
	return STR_EMPTY;
}

static struct str sentence_of(
	const struct lang *lang, const struct dossier *d, const struct warning *w)
{
	if (str_eq(w->rule, S("R01")))
		return lang_text(lang,
			_("The dash between two dates is lost in “{printed}”; it was "
			  "read as a range from one to the other."));
	if (str_eq(w->rule, S("R02")) && was_mended(d, w))
		return lang_text(lang,
			_("The dash between two days is lost in “{printed}”; it was "
			  "read as a range of days."));
	if (str_eq(w->rule, S("R02")))
		return lang_text(lang,
			_("“{printed}” may be one day, or two whose dash is lost; it "
			  "was read as printed."));
	if (str_eq(w->rule, S("R03")))
		return lang_text(lang,
			_("A year in “{printed}” has a digit too many; it was read so "
			  "that it agrees with the activities."));
	if (str_eq(w->rule, S("duration.not-read")))
		return lang_text(lang, _("No date was found in the duration “{printed}”."));
	if (str_eq(w->rule, S("heading.unknown-place")))
		return lang_text(lang,
			_("“{printed}” is no country, region or regional organisation "
			  "that the register knows."));
	// The reader's own sentence, in English, says more of a doubt than these.
	return lang == lang_all[0] ? STR_EMPTY : doubt_of(lang, w->rule);
}

struct str warning_words(struct arena *mem, const struct lang *lang, const struct dossier *d,
	const struct warning *warning)
{
	const struct claim *claim = claim_at(d, warning);
	struct str sentence = sentence_of(lang, d, warning);

	bool needs_claim = str_find(sentence, S("{printed}"), 0) != STR_NONE;
	if (!sentence.n || (needs_claim && !claim))
		return warning->message;
	if (!needs_claim)
		return sentence;
	struct lang_arg printed = {S("printed"), claim->value};
	return lang_fill(mem, sentence, &printed, 1);
}
