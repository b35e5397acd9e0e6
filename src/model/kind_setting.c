// SPDX-License-Identifier: EUPL-1.2
// kind_setting — what the secretariat decides about its portal and its desk: texts, languages, mails,
// times. There is one record of it; what it leaves empty is as the program has it.

#include "model/kind_rule.h"

enum { HOUR_MAX = 23, IDLE_MIN = 5, IDLE_MAX = 240, SESSION_MAX = 24 };

static const struct property letters[] = {
	PROPERTY(letter, CODE, N_("Mail"), .class = FIELD_INTERNAL, .codes = &code_letters,
		.flags = PROPERTY_REQUIRED),
	PROPERTY(lang, CODE, N_("Language"), .class = FIELD_INTERNAL,
		.codes = &code_interface_languages, .flags = PROPERTY_REQUIRED),
	PROPERTY(subject, LINE, N_("Subject"), .class = FIELD_INTERNAL, .flags = PROPERTY_REQUIRED,
		.max = 200),
	PROPERTY(body, PROSE, N_("Text"), .class = FIELD_INTERNAL, .flags = PROPERTY_REQUIRED,
		.help = N_(
			"Places to be filled: {name}, {portal}, {link}. The link must be there."),
		.max = 4000),
};

static const struct property properties[] = {
	PROPERTY(welcome, PROSE, N_("Welcome"), .help = N_("Below the heading of the first page."),
		.flags = PROPERTY_TRANSLATED | PROPERTY_LISTED, .max = 1000),
	PROPERTY(about, PROSE, N_("About us"),
		.help = N_("The page “About us”. Without a text there is no such page; so with the "
			   "next three."),
		.flags = PROPERTY_TRANSLATED, .max = 20000),
	PROPERTY(ask, PROSE, N_("How to ask for help"), .flags = PROPERTY_TRANSLATED, .max = 20000),
	PROPERTY(accessibility, PROSE, N_("Accessibility statement"), .flags = PROPERTY_TRANSLATED,
		.max = 20000),
	PROPERTY(imprint, PROSE, N_("Imprint"), .flags = PROPERTY_TRANSLATED, .max = 20000),
	PROPERTY(privacy, PROSE, N_("About privacy, in your own words"),
		.help = N_("Stands first on the privacy page, which there is in any case."),
		.flags = PROPERTY_TRANSLATED, .max = 20000),
	PROPERTY(languages, CODE, N_("Languages of the portal"),
		.help = N_("None ticked: all of them."), .codes = &code_interface_languages,
		.flags = PROPERTY_MANY),
	PROPERTY(default_language, CODE, N_("Language for visitors who ask for none of these"),
		.codes = &code_interface_languages),
	PROPERTY(digits, CODE, N_("Digits in Arabic"), .codes = &code_digit_forms),
	PROPERTY(release_hour, NUMBER, N_("Hour at which what has a date becomes public (UTC)"),
		.help = N_("0 to 23; empty: at midnight."), .class = FIELD_INTERNAL),
	PROPERTY(idle_minutes, NUMBER, N_("Minutes without a request after which a session ends"),
		.help = N_("5 to 240; empty: 30."), .class = FIELD_INTERNAL),
	PROPERTY(session_hours, NUMBER, N_("Hours after which a session ends in any case"),
		.help = N_("1 to 24; empty: 12."), .class = FIELD_INTERNAL),
	PROPERTY(letters, ROWS, N_("Mails"),
		.help = N_("A mail that is not written here goes out in the program's own words."),
		.class = FIELD_INTERNAL, PARTS(letters), .max = 20),
};

static const struct state states[] = {
	{S_INIT("current"), N_("Current"), TONE_DONE, true, true},
};

static void check_number(struct arena *mem, const struct record *record, const char *name,
	int64_t min, int64_t max, struct findings *findings)
{
	int64_t number;
	if (str_int(record_get(record, str_c(name)), &number) && (number < min || number > max))
		kind_rule_add(mem, findings, str_c(name),
			S(N_("This number is outside what is allowed: see the help of the "
			     "field.")));
}

// True when every place of the text is one that the mail fills.
static bool places_are_known(struct str text)
{
	static const struct str known[] = {S_INIT("name"), S_INIT("portal"), S_INIT("link")};
	size_t open, from = 0;
	while ((open = str_find_char(text, '{', from)) != STR_NONE) {
		size_t close = str_find_char(text, '}', open);
		bool is_known = false;
		for (size_t i = 0; close != STR_NONE && i < sizeof known / sizeof *known; i++)
			is_known |= str_eq(str_sub(text, open + 1, close), known[i]);
		if (!is_known)
			return false;
		from = close + 1;
	}
	return true;
}

static void check_letter(
	struct arena *mem, const struct record *record, size_t row, struct findings *findings)
{
	struct str subject = str_format(mem, "letters.%zu.subject", row);
	struct str body = str_format(mem, "letters.%zu.body", row);
	struct str text = record_get(record, body);
	if (text.n && str_find(text, S("{link}"), 0) == STR_NONE)
		kind_rule_add(mem, findings, body,
			S(N_("Without {link} nobody can follow this mail: put it on a line of its "
			     "own.")));
	if (!places_are_known(text))
		kind_rule_add(mem, findings, body,
			S(N_("The text has a place that nothing fills: {name}, {portal} and "
			     "{link} are known.")));
	if (!places_are_known(record_get(record, subject)))
		kind_rule_add(mem, findings, subject,
			S(N_("The text has a place that nothing fills: {name}, {portal} and "
			     "{link} are known.")));
}

static void check(struct arena *mem, const struct record *record, struct findings *findings)
{
	check_number(mem, record, "release_hour", 0, HOUR_MAX, findings);
	check_number(mem, record, "idle_minutes", IDLE_MIN, IDLE_MAX, findings);
	check_number(mem, record, "session_hours", 1, SESSION_MAX, findings);
	for (size_t row = 1; row <= record_count(record, S("letters")); row++)
		check_letter(mem, record, row, findings);
}

const struct kind kind_setting = {
	.name = S_INIT("setting"),
	.address = S_INIT("settings"),
	.label = N_("Settings"),
	.many = N_("Settings"),
	.help = N_("Texts and languages of the portal, mails, and times."),
	.property = properties,
	.property_n = sizeof properties / sizeof *properties,
	.state = states,
	.state_n = sizeof states / sizeof *states,
	.publishing = PUBLISHED_ON_SAVE,
	.is_single = true,
	.right = RIGHT_SETTINGS,
	.rule = check,
};
