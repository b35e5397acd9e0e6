// SPDX-License-Identifier: EUPL-1.2
// kind_place — a town, venue or border post (domain.md 2.16).

#include "model/kind_rule.h"

static const struct property properties[] = {
	PROPERTY(name, LINE, N_("Name"),
		.flags = PROPERTY_REQUIRED | PROPERTY_TRANSLATED | PROPERTY_SEARCHED |
			PROPERTY_LISTED | PROPERTY_SORTED | PROPERTY_NAMES),
	PROPERTY(kind, CODE, N_("Kind"), .codes = &code_place_kinds,
		.flags = PROPERTY_REQUIRED | PROPERTY_LISTED | PROPERTY_FILTERED),
	PROPERTY(country, COUNTRY, N_("Country"),
		.flags = PROPERTY_REQUIRED | PROPERTY_LISTED | PROPERTY_FILTERED),
	PROPERTY(within, LINK, N_("Within"), .target = S_INIT("place")),
	PROPERTY(position, LINE, N_("Position"),
		.help = N_("Latitude and longitude in degrees: 14.93 -23.51."), .max = 40),
	PROPERTY(
		spellings, LINE, N_("Other spellings"), .flags = PROPERTY_MANY | PROPERTY_SEARCHED),
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

const struct kind kind_place = {
	.name = S_INIT("place"),
	.address = S_INIT("places"),
	.label = N_("Place"),
	.many = N_("Places"),
	.help = N_("A town, venue or border post."),
	KIND_PARTS(properties, states, moves),
	.right = RIGHT_WRITE,
};
