// SPDX-License-Identifier: EUPL-1.2
// portal — what the desk's settings and its facility say about the portal itself.
#include "web/portal.h"

#include "format/lang.h"
#include "model/kind_list.h"

const struct str portal_texts[PORTAL_TEXT_N] = {
	S_INIT("about"), S_INIT("ask"), S_INIT("accessibility"), S_INIT("imprint")};

const struct record *portal_facility(const struct portfolio *p)
{
	return showcase_one(&p->showcase, &kind_facility);
}

const struct record *portal_settings(const struct portfolio *p)
{
	return showcase_one(&p->showcase, &kind_setting);
}

struct str portal_name(struct arena *mem, const struct lang *lang, const struct portfolio *p)
{
	const struct record *facility = portal_facility(p);
	struct str name = facility ? record_get(facility, S("acronym")) : STR_EMPTY;
	if (!name.n)
		name = exhibit_text(facility, mem, "name", lang->code);
	return name.n ? name : S("Attaché");
}

struct words portal_line(struct arena *mem, const struct lang *lang, const struct portfolio *p)
{
	const struct record *facility = portal_facility(p);
	struct words words = {.text = STR_EMPTY, .lang = STR_EMPTY};
	if (facility && record_get(facility, S("acronym")).n)
		words = words_of(mem, lang, facility, S("name"));
	if (!words.text.n)
		words.text = lang_text(lang, _("A register of technical assistance"));
	return words;
}

bool portal_has_text(const struct portfolio *p, struct str name)
{
	SCRATCH(tmp);
	const struct record *settings = portal_settings(p);
	return settings && record_text(settings, tmp, name, S("en")).n > 0;
}

struct str portal_text_title(const struct lang *lang, struct str name)
{
	const struct property *property = property_named(
		kind_setting.property, kind_setting.property_n, name);
	return property ? lang_text(lang, str_c(property->label)) : name;
}

const struct record *portal_term(
	const struct portfolio *p, const struct kind *kind, struct str slug)
{
	struct showcase all = showcase_of(&p->showcase, kind);
	for (size_t i = 0; i < all.n; i++)
		if (str_eq(record_get(all.p[i].record, S("code")), slug))
			return all.p[i].record;
	return NULL;
}

static bool is_chosen(const struct record *settings, struct str code)
{
	SCRATCH(tmp);
	size_t n = record_count(settings, S("languages"));
	for (size_t i = 1; i <= n; i++)
		if (str_eq(record_get(settings, str_format(tmp, "languages.%zu", i)), code))
			return true;
	return n == 0;
}

bool portal_speaks(const struct portfolio *p, const struct lang *lang)
{
	const struct record *settings = portal_settings(p);
	return !settings || is_chosen(settings, lang->code);
}

bool portal_has_eastern_digits(const struct portfolio *p, const struct lang *lang)
{
	const struct record *settings = portal_settings(p);
	return settings && str_eq(lang->code, S("ar")) &&
		str_eq(record_get(settings, S("digits")), S("eastern"));
}

// The language of those who ask for none that the portal speaks.
static const struct lang *lang_else(const struct portfolio *p)
{
	const struct record *settings = portal_settings(p);
	const struct lang *lang = settings ? lang_find(record_get(settings, S("default_language")))
					   : NULL;
	for (size_t i = 0; i < lang_n && (!lang || !portal_speaks(p, lang)); i++)
		lang = lang_all[i];
	return lang;
}

const struct lang *portal_accept(const struct portfolio *p, struct str accept_language)
{
	unsigned among = 0;
	for (size_t i = 0; i < lang_n; i++)
		among |= portal_speaks(p, lang_all[i]) ? 1U << i : 0;
	const struct lang *fits = lang_accept_among(accept_language, among);
	return fits ? fits : lang_else(p);
}
