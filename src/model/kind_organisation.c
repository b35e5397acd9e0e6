// SPDX-License-Identifier: EUPL-1.2
// kind_organisation — a body with its names over time (domain.md 2.8).

#include "model/kind_rule.h"

static const struct property names[] = {
	PROPERTY(name, LINE, N_("Name"), .flags = PROPERTY_REQUIRED | PROPERTY_SEARCHED),
	PROPERTY(lang, CODE, N_("Language"), .codes = &code_languages),
	PROPERTY(since, DATE, N_("Since")),
	PROPERTY(until, DATE, N_("Until")),
};

static const struct property properties[] = {
	PROPERTY(name, LINE, N_("Name"),
		.flags = PROPERTY_REQUIRED | PROPERTY_TRANSLATED | PROPERTY_SEARCHED |
			PROPERTY_LISTED | PROPERTY_SORTED | PROPERTY_NAMES),
	PROPERTY(acronym, LINE, N_("Acronym"), .flags = PROPERTY_SEARCHED | PROPERTY_LISTED,
		.max = 60),
	PROPERTY(kind, CODE, N_("Kind"), .codes = &code_organisation_kinds,
		.flags = PROPERTY_LISTED | PROPERTY_FILTERED),
	PROPERTY(country, COUNTRY, N_("Country"), .flags = PROPERTY_LISTED | PROPERTY_FILTERED),
	PROPERTY(parent, LINK, N_("Part of"), .target = S_INIT("organisation"),
		.flags = PROPERTY_FILTERED),
	PROPERTY(successor, LINK, N_("Followed by"), .target = S_INIT("organisation")),
	PROPERTY(names, ROWS, N_("Other and former names"), PARTS(names), .max = 60,
		.flags = PROPERTY_ALIASES),
	PROPERTY(identifier, LINE, N_("Identifier"),
		.help = N_("Of org-id.guide or another register, with its prefix: XM-DAC-918."),
		.max = 100),
	PROPERTY(website, ADDRESS, N_("Website")),
	PROPERTY(address, PROSE, N_("Postal address"), .class = FIELD_INTERNAL, .max = 1000),
	PROPERTY(notes, PROSE, N_("Notes"), .class = FIELD_INTERNAL),
};

enum { CURRENT, RETIRED };

static const struct state states[] = {
	[CURRENT] = {S_INIT("current"), N_("Current"), TONE_DONE, true, false},
	[RETIRED] = {S_INIT("retired"), N_("Retired"), TONE_QUIET, true, true},
};

static const struct move moves[] = {
	{S_INIT("retire"), N_("Retire"), NULL, STATE_BIT(CURRENT), RETIRED, RIGHT_WRITE, true},
	{S_INIT("restore"), N_("Use again"), NULL, STATE_BIT(RETIRED), CURRENT, RIGHT_WRITE, false},
};

const struct kind kind_organisation = {
	.name = S_INIT("organisation"),
	.address = S_INIT("organisations"),
	.label = N_("Organisation"),
	.many = N_("Organisations"),
	.help = N_("A ministry, agency, regional body or partner."),
	KIND_PARTS(properties, states, moves),
	.publishing = PUBLISHED_ON_SAVE,
	.right = RIGHT_WRITE,
};
