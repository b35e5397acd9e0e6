// SPDX-License-Identifier: EUPL-1.2
// kind_person — somebody the secretariat works with; all of it is personal data (domain.md 2.9).

#include "model/kind_rule.h"

static const struct property posts[] = {
	PROPERTY(organisation, LINK, N_("Organisation"), .class = FIELD_PERSONAL,
		.handling = &handling_contact, .target = S_INIT("organisation"),
		.flags = PROPERTY_REQUIRED),
	PROPERTY(function, LINE, N_("Function"), .class = FIELD_PERSONAL,
		.handling = &handling_contact),
	PROPERTY(since, DATE, N_("Since"), .class = FIELD_PERSONAL, .handling = &handling_contact),
	PROPERTY(until, DATE, N_("Until"), .class = FIELD_PERSONAL, .handling = &handling_contact),
};

static const struct property properties[] = {
	PROPERTY(honorific, LINE, N_("Form of address"), .class = FIELD_PERSONAL,
		.handling = &handling_contact,
		.help = N_("As the person wishes to be addressed: Her Excellency, Dr."), .max = 60),
	PROPERTY(given, LINE, N_("Given names"), .class = FIELD_PERSONAL,
		.handling = &handling_contact,
		.flags = PROPERTY_SEARCHED | PROPERTY_LISTED | PROPERTY_NAMES, .max = 200),
	PROPERTY(family, LINE, N_("Family name"), .class = FIELD_PERSONAL,
		.handling = &handling_contact,
		.flags = PROPERTY_REQUIRED | PROPERTY_SEARCHED | PROPERTY_LISTED | PROPERTY_SORTED |
			PROPERTY_NAMES,
		.max = 200),
	PROPERTY(local_name, LINE, N_("Name in its own script"), .class = FIELD_PERSONAL,
		.handling = &handling_contact, .flags = PROPERTY_SEARCHED, .max = 200),
	PROPERTY(email, EMAIL, N_("E-mail"), .class = FIELD_PERSONAL, .handling = &handling_contact,
		.flags = PROPERTY_LISTED | PROPERTY_UNIQUE),
	PROPERTY(phone, LINE, N_("Telephone"), .class = FIELD_PERSONAL,
		.handling = &handling_contact, .max = 60),
	PROPERTY(nationalities, COUNTRY, N_("Nationalities"), .class = FIELD_PERSONAL,
		.handling = &handling_choice, .flags = PROPERTY_MANY),
	PROPERTY(languages, CODE, N_("Languages"), .class = FIELD_PERSONAL,
		.handling = &handling_choice, .codes = &code_languages,
		.flags = PROPERTY_MANY | PROPERTY_FILTERED),
	PROPERTY(posts, ROWS, N_("Posts"), .class = FIELD_PERSONAL, .handling = &handling_contact,
		PARTS(posts), .max = 60),
	PROPERTY(consent, DATE, N_("Agreed to be contacted on"), .class = FIELD_PERSONAL,
		.handling = &handling_consent),
	PROPERTY(notes, PROSE, N_("Notes"), .class = FIELD_SENSITIVE, .handling = &handling_note),
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

const struct kind kind_person = {
	.name = S_INIT("person"),
	.address = S_INIT("persons"),
	.label = N_("Person"),
	.many = N_("People"),
	.help = N_("Somebody the secretariat works with."),
	KIND_PARTS(properties, states, moves),
	.right = RIGHT_WRITE,
};
