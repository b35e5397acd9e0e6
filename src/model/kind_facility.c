// SPDX-License-Identifier: EUPL-1.2
// kind_facility — who this register belongs to (domain.md 2.1).

#include "model/kind_rule.h"

static const struct property properties[] = {
	PROPERTY(name, LINE, N_("Name"),
		.flags = PROPERTY_REQUIRED | PROPERTY_TRANSLATED | PROPERTY_LISTED |
			PROPERTY_NAMES),
	PROPERTY(acronym, LINE, N_("Acronym"), .flags = PROPERTY_LISTED, .max = 60),
	PROPERTY(former_names, LINE, N_("Former names"), .flags = PROPERTY_MANY),
	PROPERTY(donors, LINK, N_("Donors"), .target = S_INIT("organisation"),
		.flags = PROPERTY_MANY),
	PROPERTY(implementer, LINK, N_("Implemented by"), .target = S_INIT("organisation")),
	PROPERTY(statement, PROSE, N_("Funder's statement"), .flags = PROPERTY_TRANSLATED,
		.max = 2000),
	PROPERTY(funder, LINE, N_("Funder"),
		.help = N_("As it is named in the foot of every page."),
		.flags = PROPERTY_TRANSLATED, .max = 300),
	PROPERTY(contact, EMAIL, N_("E-mail of the secretariat"),
		.help = N_("Where the public writes to. It stands on the portal.")),
	PROPERTY(phone, LINE, N_("Telephone of the secretariat"), .max = 60),
	PROPERTY(address, PROSE, N_("Postal address"), .max = 1000),
	PROPERTY(privacy_contact, EMAIL, N_("E-mail for questions about personal data"),
		.help = N_("Named on the privacy page. It stands on the portal.")),
	PROPERTY(contracts, LINE, N_("Contract numbers"), .class = FIELD_INTERNAL,
		.flags = PROPERTY_MANY),
};

enum { CURRENT, RETIRED };

static const struct state states[] = {
	[CURRENT] = {S_INIT("current"), N_("Current"), TONE_DONE, true, false},
	[RETIRED] = {S_INIT("retired"), N_("Retired"), TONE_QUIET, true, true},
};

static const struct move moves[] = {
	{S_INIT("retire"), N_("Retire"), NULL, STATE_BIT(CURRENT), RETIRED, RIGHT_SETTINGS, true},
	{S_INIT("restore"), N_("Use again"), NULL, STATE_BIT(RETIRED), CURRENT, RIGHT_SETTINGS,
		false},
};

const struct kind kind_facility = {
	.name = S_INIT("facility"),
	.address = S_INIT("facilities"),
	.label = N_("Facility"),
	.many = N_("Facilities"),
	.help = N_("Who this register belongs to."),
	KIND_PARTS(properties, states, moves),
	.is_single = true,
	.publishing = PUBLISHED_ON_SAVE,
	.right = RIGHT_SETTINGS,
};
