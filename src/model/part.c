// SPDX-License-Identifier: EUPL-1.2
// part — the field tables of what an action consists of.
#include "model/part.h"

enum { PART_ROOM = PART_MAX + 1 };

int64_t part_first(int64_t action_id)
{
	return action_id * PART_ROOM;
}

int64_t part_next(int64_t action_id)
{
	return (action_id + 1) * PART_ROOM;
}

static const struct field activity_table[] = {
	FIELD(activity, id, .class = FIELD_INTERNAL),
	FIELD(activity, action_id, .class = FIELD_INTERNAL),
	FIELD(activity, type, .label = N_("Type")),
	FIELD(activity, quote, .label = N_("Activity"), .flags = FIELD_SEARCHED),
	FIELD(activity, date_raw, .label = N_("Date as printed")),
	FIELD(activity, period, .label = N_("Date")),
	FIELD(activity, place, .label = N_("Place"), .flags = FIELD_SEARCHED),
	FIELD(activity, iso2, .label = N_("Country")),
	FIELD(activity, status, .label = N_("Status")),
	FIELD(activity, number, .label = N_("Number of events")),
};
const struct fields activity_fields = FIELDS(activity, activity_table);

static const struct field output_table[] = {
	FIELD(output, id, .class = FIELD_INTERNAL),
	FIELD(output, action_id, .class = FIELD_INTERNAL),
	FIELD(output, type, .label = N_("Type")),
	FIELD(output, name, .label = N_("Output"), .flags = FIELD_SEARCHED),
	FIELD(output, status, .label = N_("Status")),
	FIELD(output, status_date, .label = N_("Date of the status")),
};
const struct fields output_fields = FIELDS(output, output_table);

static const struct field expert_table[] = {
	FIELD(expert_provision, id, .class = FIELD_INTERNAL),
	FIELD(expert_provision, action_id, .class = FIELD_INTERNAL),
	FIELD(expert_provision, iso2, .label = N_("Lent by")),
	FIELD(expert_provision, kind, .label = N_("Kind")),
	FIELD(expert_provision, quote, .label = N_("As printed")),
};
const struct fields expert_provision_fields = FIELDS(expert, expert_table);

static const struct field organisation_table[] = {
	FIELD(organisation_role, id, .class = FIELD_INTERNAL),
	FIELD(organisation_role, action_id, .class = FIELD_INTERNAL),
	FIELD(organisation_role, role, .label = N_("Role")),
	FIELD(organisation_role, name, .label = N_("Name"), .flags = FIELD_SEARCHED),
	FIELD(organisation_role, record_id, .class = FIELD_INTERNAL),
};
const struct fields organisation_role_fields = FIELDS(organisation, organisation_table);

static const struct field country_table[] = {
	FIELD(country_role, id, .class = FIELD_INTERNAL),
	FIELD(country_role, action_id, .class = FIELD_INTERNAL),
	FIELD(country_role, iso2, .label = N_("Country")),
	FIELD(country_role, role, .label = N_("Role")),
};
const struct fields country_role_fields = FIELDS(country_role, country_table);

static const struct field theme_table[] = {
	FIELD(theme_link, id, .class = FIELD_INTERNAL),
	FIELD(theme_link, action_id, .class = FIELD_INTERNAL),
	FIELD(theme_link, slug, .label = N_("Theme")),
};
const struct fields theme_link_fields = FIELDS(theme, theme_table);

static const struct field claim_table[] = {
	FIELD(claim, id, .class = FIELD_INTERNAL),
	FIELD(claim, action_id, .class = FIELD_INTERNAL),
	FIELD(claim, source_id, .class = FIELD_INTERNAL),
	FIELD(claim, record, .label = N_("Record")),
	FIELD(claim, number, .label = N_("Number")),
	FIELD(claim, field, .label = N_("Field")),
	FIELD(claim, value, .label = N_("Value")),
	FIELD(claim, span_offset, .label = N_("Offset in the source")),
	FIELD(claim, span_length, .label = N_("Length in the source")),
	FIELD(claim, certainty, .label = N_("Certainty")),
	FIELD(claim, rule, .label = N_("Rule")),
};
const struct fields claim_fields = FIELDS(claim, claim_table);

static const struct field warning_table[] = {
	FIELD(warning, id, .class = FIELD_INTERNAL),
	FIELD(warning, action_id, .class = FIELD_INTERNAL),
	FIELD(warning, rule, .label = N_("Rule")),
	FIELD(warning, message, .label = N_("Message")),
	FIELD(warning, span_offset, .label = N_("Offset in the source")),
	FIELD(warning, span_length, .label = N_("Length in the source")),
};
const struct fields warning_fields = FIELDS(warning, warning_table);
