// SPDX-License-Identifier: EUPL-1.2
// code — look-ups in the closed lists; each has a few dozen rows, so they are walked.
#include "model/code.h"

#include "model/country.h"

const struct code_list code_themes = {S_INIT("theme"), theme_table, &theme_table_n};
const struct code_list code_activity_types = {
	S_INIT("activity type"), activity_type_table, &activity_type_table_n};
static const struct code_list activity_families = {
	S_INIT("activity family"), activity_family_table, &activity_family_table_n};
const struct code_list code_output_types = {
	S_INIT("output type"), output_type_table, &output_type_table_n};
const struct code_list code_output_statuses = {
	S_INIT("output status"), output_status_table, &output_status_table_n};
const struct code_list code_expert_kinds = {
	S_INIT("expert kind"), expert_kind_table, &expert_kind_table_n};
const struct code_list code_regions = {S_INIT("region"), region_table, &region_table_n};
const struct code_list code_languages = {S_INIT("language"), language_table, &language_table_n};
const struct code_list code_organisation_kinds = {
	S_INIT("organisation kind"), organisation_kind_table, &organisation_kind_table_n};
const struct code_list code_body_roles = {S_INIT("body role"), body_role_table, &body_role_table_n};
const struct code_list code_country_roles = {
	S_INIT("country role"), country_role_table, &country_role_table_n};
const struct code_list code_action_relations = {
	S_INIT("action relation"), action_relation_table, &action_relation_table_n};
const struct code_list code_output_events = {
	S_INIT("output event"), output_event_table, &output_event_table_n};
const struct code_list code_activity_modes = {
	S_INIT("activity mode"), activity_mode_table, &activity_mode_table_n};
const struct code_list code_document_kinds = {
	S_INIT("document kind"), document_kind_table, &document_kind_table_n};
const struct code_list code_place_kinds = {
	S_INIT("place kind"), place_kind_table, &place_kind_table_n};
const struct code_list code_digit_forms = {
	S_INIT("digit form"), digit_form_table, &digit_form_table_n};
const struct code_list code_interface_languages = {
	S_INIT("interface language"), interface_language_table, &interface_language_table_n};
const struct code_list code_letters = {S_INIT("letter"), letter_table, &letter_table_n};

int code_index(const struct code_list *list, struct str slug)
{
	for (size_t i = 0; i < *list->n; i++)
		if (str_eq(list->code[i].slug, slug))
			return (int)i;
	return CODE_NONE;
}

struct str code_name(const struct code *code, struct str lang)
{
	if (str_eq(lang, S("en")))
		return code->name_en;
	const struct {
		struct str lang, name;
	} names[] = {{S("fr"), code->name_fr}, {S("ar"), code->name_ar}, {S("es"), code->name_es},
		{S("pt"), code->name_pt}, {S("ru"), code->name_ru}};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(names[i].lang, lang) && names[i].name.n)
			return names[i].name;
	return code->name_en;
}

struct str code_name_many(const struct code *code, struct str lang)
{
	const struct {
		struct str lang, name;
	} names[] = {{S("fr"), code->many_fr}, {S("ar"), code->many_ar}, {S("es"), code->many_es},
		{S("pt"), code->many_pt}, {S("ru"), code->many_ru}, {lang, code->many_en}};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(names[i].lang, lang) && names[i].name.n)
			return names[i].name;
	return code_name(code, lang);
}

struct str code_name_of(const struct code_list *list, struct str slug, struct str lang)
{
	int index = code_index(list, slug);

	return index == CODE_NONE ? slug : code_name(&list->code[index], lang);
}

int code_family(int activity_type)
{
	int family = activity_type == CODE_NONE
		? CODE_NONE
		: code_index(&activity_families, activity_type_table[activity_type].group);

	return family == CODE_NONE ? (int)activity_family_table_n - 1 : family;
}

struct bitset code_region_countries(int region)
{
	struct bitset set = {0};

	for (size_t i = 0; i < region_member_table_n; i++)
		if (str_eq(region_member_table[i].slug, region_table[region].slug))
			bitset_add(&set, country_index(region_member_table[i].iso2));
	return set;
}
