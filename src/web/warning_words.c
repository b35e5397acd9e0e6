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
	return STR_EMPTY;
}

struct str warning_words(struct arena *mem, const struct lang *lang, const struct dossier *d,
	const struct warning *warning)
{
	const struct claim *claim = claim_at(d, warning);
	struct str sentence = sentence_of(lang, d, warning);

	if (!claim || !sentence.n)
		return warning->message;
	struct lang_arg printed = {S("printed"), claim->value};
	return lang_fill(mem, sentence, &printed, 1);
}
