// SPDX-License-Identifier: EUPL-1.2
// record_form — the form of a record, made from its kind, and a record made from a form that came back.

#include "web/record_form.h"

#include "base/buf.h"
#include "model/country.h"
#include "store/record.h"
#include "web/file_words.h"

enum { LINK_OPTIONS_MAX = 400 };

struct making {
	struct arena *mem;
	struct db *db;
	const struct lang *lang;
	const struct record *record;
	const struct findings *findings;
	const struct record_reach *reach;
	struct record_form *form;
};

static bool is_open(const struct record_reach *reach, const struct record *record,
	const struct property *property)
{
	// What a record is about is said when it is made.
	bool is_fixed = property->type == PROPERTY_RECORD && record->id;
	return reach->may_write && !is_fixed && record_reach_sees(reach, property) &&
		!(property->closed_in & STATE_BIT(record->state));
}

// The sentence about the value; the name of the property speaks for all of its values.
static struct str error_at(const struct making *m, struct str path, struct str property)
{
	for (size_t i = 0; m->findings && i < m->findings->n; i++) {
		struct str at = m->findings->p[i].rule;
		if (str_eq(at, path) || str_eq(at, property))
			return lang_text(m->lang, m->findings->p[i].message);
	}
	return STR_EMPTY;
}

static enum control control_of(const struct property *property)
{
	bool many = property->flags & PROPERTY_MANY;
	switch (property->type) {
	case PROPERTY_PROSE:
		return CONTROL_PROSE;
	case PROPERTY_NUMBER:
		return CONTROL_NUMBER;
	case PROPERTY_FLAG:
		return CONTROL_FLAG;
	case PROPERTY_CODE:
	case PROPERTY_COUNTRY:
		return many ? CONTROL_TICKS : CONTROL_CHOICE;
	case PROPERTY_LINK:
		return CONTROL_LINK;
	case PROPERTY_DATE:
		return CONTROL_DATE;
	case PROPERTY_PERIOD:
		return CONTROL_PERIOD;
	case PROPERTY_EMAIL:
		return CONTROL_EMAIL;
	case PROPERTY_ADDRESS:
		return CONTROL_ADDRESS;
	case PROPERTY_FILE:
		return CONTROL_FILE;
	case PROPERTY_RECORD:
		return CONTROL_NUMBER;
	default:
		return CONTROL_LINE;
	}
}

static struct str text_of(const struct making *m, const char *english)
{
	return english ? lang_text(m->lang, str_c(english)) : STR_EMPTY;
}

static bool has(
	const struct making *m, const struct property *property, struct str path, struct str value)
{
	if (!(property->flags & PROPERTY_MANY))
		return str_eq(record_get(m->record, path), value);
	size_t n = record_count(m->record, property->name);
	for (size_t i = 1; i <= n; i++)
		if (str_eq(record_get(m->record,
				   str_format(m->mem, "%" PRIstr ".%zu", STR(property->name), i)),
			    value))
			return true;
	return false;
}

static void option_add(const struct making *m, struct record_field *field,
	const struct property *property, struct str value, struct str text)
{
	VEC_ADD(m->mem, &field->option,
		((struct record_option){value, text, has(m, property, field->name, value)}));
}

static void codes_add(
	const struct making *m, struct record_field *field, const struct property *property)
{
	for (size_t i = 0; i < *property->codes->n; i++)
		option_add(m, field, property, property->codes->code[i].slug,
			code_name(&property->codes->code[i], m->lang->code));
}

// In the order of the language's lists.
static void countries_add(
	const struct making *m, struct record_field *field, const struct property *property)
{
	int *order = NEW_ARRAY(m->mem, int, country_table_n);
	for (size_t i = 0; i < country_table_n; i++)
		order[country_rank((int)i, m->lang->code)] = (int)i;
	for (size_t i = 0; i < country_table_n; i++)
		option_add(m, field, property, country_table[order[i]].iso2,
			country_name(order[i], m->lang->code));
}

// The records that can be linked to, by name; too many to choose from are left to their numbers.
static bool records_add(const struct making *m, struct record_field *field,
	const struct property *property, struct err *err)
{
	struct record_query query = {.kind = kind_named(property->target)};
	bool has_names = record_reach_names(m->reach, query.kind);
	struct record_lines lines;
	if (!record_list(m->mem, m->db, &query, &lines, err))
		return false;
	for (size_t i = 0; i < lines.n; i++) {
		struct str number = str_of_int(m->mem, lines.p[i].id);
		bool is_chosen = has(m, property, field->name, number);
		if (i < LINK_OPTIONS_MAX || is_chosen)
			VEC_ADD(m->mem, &field->option,
				((struct record_option){
					number, has_names ? lines.p[i].name : number, is_chosen}));
	}
	return true;
}

static bool file_add(const struct making *m, struct record_field *field, struct err *err)
{
	struct kept_file *file = NULL;
	if (field->value.n && !kept_file_find(m->mem, m->db, field->value, &file, err))
		return false;
	m->form->has_file = true;
	field->file_name = file ? file->name : field->value;
	field->file_url = file ? file_url_desk(m->mem, file) : STR_EMPTY;
	field->file_note = file ? file_words(m->mem, m->lang, file) : STR_EMPTY;
	return true;
}

static bool options_add(const struct making *m, struct record_field *field,
	const struct property *property, struct err *err)
{
	if (property->type == PROPERTY_CODE)
		codes_add(m, field, property);
	else if (property->type == PROPERTY_COUNTRY)
		countries_add(m, field, property);
	else if (property->type == PROPERTY_LINK)
		return records_add(m, field, property, err);
	else if (property->type == PROPERTY_FILE)
		return file_add(m, field, err);
	return true;
}

static bool field_add(const struct making *m, struct record_group *group,
	const struct property *property, struct str name, struct str value, struct err *err)
{
	struct record_field field = {.control = control_of(property),
		.name = name,
		.id = str_join(m->mem, S("f-"), name),
		.label = text_of(m, property->label),
		.help = text_of(m, property->help),
		.value = value,
		.error = error_at(m, name, property->name),
		.lang = STR_EMPTY,
		.lang_name = STR_EMPTY,
		.is_required = property->flags & PROPERTY_REQUIRED,
		.is_open = is_open(m->reach, m->record, property)};
	if (!options_add(m, &field, property, err))
		return false;
	if (field.error.n)
		finding_add(m->mem, &m->form->errors, (struct finding){.rule = field.id},
			"%" PRIstr ": %" PRIstr, STR(field.label), STR(field.error));
	VEC_ADD(m->mem, &group->field, field);
	return true;
}

// One text for each language of the portal, and for those it has besides.
static bool translated_add(const struct making *m, struct record_group *group,
	const struct property *property, struct err *err)
{
	for (size_t i = 0; i < lang_n; i++) {
		const struct lang *lang = lang_all[i];
		struct str name = str_format(
			m->mem, "%" PRIstr ".%" PRIstr, STR(property->name), STR(lang->code));
		if (!field_add(m, group, property, name, record_get(m->record, name), err))
			return false;
		struct record_field *field = &group->field.p[group->field.n - 1];
		field->lang = lang->code;
		field->lang_name = code_name_of(&code_languages, lang->code, m->lang->code);
		field->is_rtl = lang->is_rtl;
		field->is_required = false;
	}
	return true;
}

// Free values of one property: one control for each, and an empty one.
static bool several_add(const struct making *m, struct record_group *group,
	const struct property *property, struct err *err)
{
	size_t n = record_count(m->record, property->name);
	for (size_t i = 1; i <= n + 1; i++) {
		struct str path = str_format(m->mem, "%" PRIstr ".%zu", STR(property->name), i);
		if (!field_add(
			    m, group, property, property->name, record_get(m->record, path), err))
			return false;
		struct record_field *field = &group->field.p[group->field.n - 1];
		field->id = str_join(m->mem, S("f-"), path);
		field->is_required = false;
		for (size_t k = 0; k < field->option.n; k++)
			field->option.p[k].is_chosen = str_eq(
				field->option.p[k].value, field->value);
	}
	return true;
}

static bool property_add(const struct making *m, const struct property *property, struct err *err)
{
	struct record_group group = {.label = text_of(m, property->label),
		.help = text_of(m, property->help),
		.row = STR_EMPTY,
		.rows = STR_EMPTY};
	bool is_several = property->flags & PROPERTY_MANY && control_of(property) != CONTROL_TICKS;
	bool done = property->flags & PROPERTY_TRANSLATED ? translated_add(m, &group, property, err)
		: is_several                              ? several_add(m, &group, property, err)
			     : field_add(m, &group, property, property->name,
				       record_get(m->record, property->name), err);
	if (done)
		VEC_ADD(m->mem, &m->form->group, group);
	return done;
}

static bool rows_add(const struct making *m, const struct property *property, struct err *err)
{
	size_t n = record_count(m->record, property->name);
	bool can_add = is_open(m->reach, m->record, property);
	for (size_t row = 1; row <= n + can_add; row++) {
		struct record_group group = {.label = text_of(m, property->label),
			.help = text_of(m, property->help),
			.row = str_of_int(m->mem, (int64_t)row),
			.rows = property->name,
			.begins_rows = row == 1,
			.is_new_row = row > n};
		for (size_t k = 0; k < property->part_n; k++) {
			const struct property *part = &property->part[k];
			struct str name = str_format(m->mem, "%" PRIstr ".%zu.%" PRIstr,
				STR(property->name), row, STR(part->name));
			if (!record_reach_sees(m->reach, part))
				continue;
			if (!field_add(m, &group, part, name, record_get(m->record, name), err))
				return false;
			if (group.is_new_row)
				group.field.p[group.field.n - 1].is_required = false;
		}
		VEC_ADD(m->mem, &m->form->group, group);
	}
	return true;
}

bool record_form_make(struct arena *mem, struct db *db, const struct record_form_matter *matter,
	struct record_form *ret_form, struct err *err)
{
	const struct record *record = matter->record;
	struct record_form form = {.group = {0}};
	struct making m = {mem, db, matter->lang, record, matter->findings, matter->reach, &form};
	for (size_t i = 0; i < record->kind->property_n; i++) {
		const struct property *property = &record->kind->property[i];
		bool done = true;
		if (record_reach_sees(matter->reach, property))
			done = property->type == PROPERTY_ROWS ? rows_add(&m, property, err)
							       : property_add(&m, property, err);
		if (!done)
			return false;
	}
	*ret_form = form;
	return true;
}

// ---- reading what came back

static bool is_removed(
	struct arena *mem, const struct http_form *form, const struct place_of_value *place)
{
	if (!place->rows)
		return false;
	struct str row = str_format(mem, "%" PRIstr ".%zu", STR(place->rows->name), place->row);
	for (size_t i = 0; i < form->n; i++)
		if (str_eq(form->p[i].name, S("remove")) && str_eq(form->p[i].value, row))
			return true;
	return false;
}

// The file that was there is to be taken away; one that came in its place stays.
static bool is_dropped(
	const struct http_form *form, const struct record *before, const struct http_pair *sent)
{
	struct str path = sent->name;
	struct place_of_value place;
	bool is_file = kind_path(before->kind, path, &place) &&
		place.property->type == PROPERTY_FILE;
	if (!is_file || !str_eq(sent->value, record_get(before, path)))
		return false;
	for (size_t i = 0; i < form->n; i++)
		if (str_eq(form->p[i].name, S("drop")) && str_eq(form->p[i].value, path))
			return true;
	return false;
}

// Browsers end the lines of a text area with CR LF; a text that nobody touched is to stay as it was.
static struct str plain_lines(struct arena *mem, struct str text)
{
	struct buf lines = buf_new(mem, text.n + 1);
	if (str_find_char(text, '\r', 0) == STR_NONE)
		return text;
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] != '\r')
			buf_add_char(&lines, text.p[i]);
		else if (i + 1 == text.n || text.p[i + 1] != '\n')
			buf_add_char(&lines, '\n');
	return buf_str(&lines);
}

// A link is its number, whatever stands behind it: "12 · Ministry of Labour".
static struct str value_of(struct arena *mem, const struct property *property, struct str value)
{
	value = str_trim(plain_lines(mem, value));
	if (property->type != PROPERTY_LINK)
		return value;
	size_t n = 0;
	while (n < value.n && char_is_digit(value.p[n]))
		n++;
	return n && n < value.n && value.p[n] == ' ' ? str_sub(value, 0, n) : value;
}

static bool may_change(const struct record_reach *reach, const struct record *record,
	const struct place_of_value *place)
{
	return is_open(reach, record, place->property) &&
		(!place->rows || is_open(reach, record, place->rows));
}

// All values of a property that has several, when the form names it at all.
static void several_read(struct arena *mem, struct record *record, const struct http_form *form,
	const struct property *property)
{
	size_t n = record_count(record, property->name), put = 0;
	bool is_named = false;
	for (size_t i = 0; i < form->n; i++)
		is_named = is_named || str_eq(form->p[i].name, property->name);
	for (size_t i = 1; is_named && i <= n; i++)
		(void)record_set(mem, record,
			str_format(mem, "%" PRIstr ".%zu", STR(property->name), i), STR_EMPTY);
	for (size_t i = 0; i < form->n; i++) {
		struct str value = value_of(mem, property, form->p[i].value);
		if (value.n && str_eq(form->p[i].name, property->name))
			(void)record_set(mem, record,
				str_format(mem, "%" PRIstr ".%zu", STR(property->name), ++put),
				value);
	}
}

struct record record_form_read(struct arena *mem, const struct record *before,
	const struct http_form *form, const struct record_reach *reach)
{
	struct record record = *before;
	record.p = NEW_ARRAY(mem, struct value, before->n);
	record.room = before->n;
	for (size_t i = 0; i < before->n; i++)
		record.p[i] = before->p[i];
	for (size_t i = 0; i < record.kind->property_n; i++) {
		const struct property *property = &record.kind->property[i];
		if (property->flags & PROPERTY_MANY && is_open(reach, before, property))
			several_read(mem, &record, form, property);
	}
	for (size_t i = 0; i < form->n; i++) {
		struct place_of_value place;
		if (!kind_path(record.kind, form->p[i].name, &place) || place.number ||
			!may_change(reach, before, &place))
			continue;
		struct str value = is_removed(mem, form, &place) ||
				is_dropped(form, before, &form->p[i])
			? STR_EMPTY
			: value_of(mem, place.property, form->p[i].value);
		(void)record_set(mem, &record, form->p[i].name, value);
	}
	record_close_gaps(mem, &record);
	return record;
}
