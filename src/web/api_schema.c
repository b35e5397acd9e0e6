// SPDX-License-Identifier: EUPL-1.2
// api_schema — the kinds as JSON Schema: what the OpenAPI description says of records, code lists,
// states and moves. All of it is walked out of the descriptions that the program works by.
#include "model/country.h"
#include "model/kind_list.h"
#include "web/api.h"

#define SCHEMAS "#/components/schemas/"
enum { LISTS_MAX = 64 };

struct schema {
	struct visit *v;
	struct json *json;
	const struct code_list *list[LISTS_MAX]; // those that properties name, each once
	size_t list_n;
};

static void write_ref(struct json *json, struct arena *mem, struct str name)
{
	json_key_text(json, S("$ref"), str_join(mem, S(SCHEMAS), name));
}

void api_ref(struct visit *v, struct json *json, struct str schema)
{
	json_begin_object(json);
	write_ref(json, v->mem, schema);
	json_end_object(json);
}

// "code-activity-type".
static struct str list_name(struct arena *mem, const struct code_list *list)
{
	struct str name = str_join(mem, S("code-"), list->name);
	char *p = arena_alloc(mem, name.n);

	for (size_t i = 0; i < name.n; i++)
		p[i] = name.p[i] == ' ' ? '-' : name.p[i];
	return (struct str){p, name.n};
}

static void list_note(struct schema *s, const struct code_list *list)
{
	for (size_t i = 0; i < s->list_n; i++)
		if (s->list[i] == list)
			return;
	if (list && s->list_n < LISTS_MAX)
		s->list[s->list_n++] = list;
}

static struct str kind_word(struct arena *mem, const struct kind *kind, const char *behind)
{
	return str_format(mem, "%" PRIstr "%s", STR(kind->name), behind);
}

static void write_label(struct schema *s, const char *label, const char *help)
{
	if (label)
		json_key_text(s->json, S("title"), visit_text(s->v, str_c(label)));
	if (help)
		json_key_text(s->json, S("description"), visit_text(s->v, str_c(help)));
}

static void write_example(struct json *json, struct str text)
{
	json_key(json, S("examples"));
	json_begin_array(json);
	json_text(json, text);
	json_end_array(json);
}

// ---- one value

static void write_text_type(struct schema *s, const struct property *p)
{
	size_t usual = p->type == PROPERTY_PROSE ? PROPERTY_PROSE_MAX : PROPERTY_LINE_MAX;

	json_key_text(s->json, S("type"), S("string"));
	json_key_int(s->json, S("maxLength"), (int64_t)(p->max ? p->max : usual));
	switch (p->type) {
	case PROPERTY_DATE:
		json_key_text(s->json, S("pattern"), S("^\\d{4}(-\\d{2}(-\\d{2})?)?$"));
		write_example(s->json, S("2014-03"));
		break;
	case PROPERTY_PERIOD:
		json_key_text(s->json, S("pattern"),
			S("^\\d{4}(-\\d{2}(-\\d{2})?)?(/(\\.\\.|\\d{4}(-\\d{2}(-\\d{2})?)?))?$"));
		write_example(s->json, S("2014-03/2014-05"));
		break;
	case PROPERTY_EMAIL:
		json_key_text(s->json, S("format"), S("email"));
		write_example(s->json, S("name@example.org"));
		break;
	case PROPERTY_ADDRESS:
		json_key_text(s->json, S("format"), S("uri"));
		write_example(s->json, S("https://example.org/"));
		break;
	case PROPERTY_FILE:
		json_key_text(s->json, S("pattern"), S("^[0-9a-f]{64}$"));
		break;
	default:
		break;
	}
}

// What a value of the property is, without what it is called.
static void write_type(struct schema *s, const struct property *p)
{
	switch (p->type) {
	case PROPERTY_NUMBER:
		json_key_text(s->json, S("type"), S("integer"));
		json_key_int(s->json, S("minimum"), 0);
		break;
	case PROPERTY_FLAG:
		json_key_text(s->json, S("type"), S("boolean"));
		break;
	case PROPERTY_CODE:
		list_note(s, p->codes);
		write_ref(s->json, s->v->mem, list_name(s->v->mem, p->codes));
		break;
	case PROPERTY_COUNTRY:
		write_ref(s->json, s->v->mem, S("country"));
		break;
	case PROPERTY_LINK:
		write_ref(s->json, s->v->mem, str_join(s->v->mem, S("link-"), p->target));
		break;
	default:
		write_text_type(s, p);
		break;
	}
}

static void write_rows_type(struct schema *s, const struct property *p);

// The whole of it: an array of several, an object of languages, rows.
static void write_shape(struct schema *s, const struct property *p)
{
	struct json *json = s->json;

	if (p->type == PROPERTY_ROWS) {
		write_rows_type(s, p);
	} else if (p->flags & PROPERTY_MANY) {
		json_key_text(json, S("type"), S("array"));
		json_key_int(json, S("maxItems"), PROPERTY_ROWS_MAX);
		json_key(json, S("items"));
		json_begin_object(json);
		write_type(s, p);
		json_end_object(json);
	} else if (p->flags & PROPERTY_TRANSLATED) {
		list_note(s, &code_languages);
		json_key_text(json, S("type"), S("object"));
		json_key(json, S("propertyNames"));
		api_ref(s->v, json, list_name(s->v->mem, &code_languages));
		json_key(json, S("additionalProperties"));
		json_begin_object(json);
		write_type(s, p);
		json_end_object(json);
	} else {
		write_type(s, p);
	}
}

static void write_required(struct schema *s, const struct property *p, size_t n)
{
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		if (!(p[i].flags & PROPERTY_REQUIRED))
			continue;
		if (!any) {
			json_key(s->json, S("required"));
			json_begin_array(s->json);
		}
		any = true;
		json_text(s->json, p[i].name);
	}
	if (any)
		json_end_array(s->json);
}

// `kind` is NULL for the parts of rows, whose states are their record's.
static void write_property(struct schema *s, const struct property *p, const struct kind *kind)
{
	struct json *json = s->json;

	json_key(json, p->name);
	json_begin_object(json);
	write_label(s, p->label, p->help);
	write_shape(s, p);
	json_key_text(json, S("x-class"), right_classes[p->class].name);
	// Of a row that is sent; what is given may lack it, where it is not the reader's to see.
	if (!kind && p->flags & PROPERTY_REQUIRED)
		json_key_bool(json, S("x-required"), true);
	if (kind && p->closed_in) {
		json_key(json, S("x-closed-in"));
		json_begin_array(json);
		for (size_t i = 0; i < kind->state_n; i++)
			if (p->closed_in & STATE_BIT(i))
				json_text(json, kind->state[i].name);
		json_end_array(json);
	}
	json_end_object(json);
}

static void write_rows_type(struct schema *s, const struct property *p)
{
	struct json *json = s->json;

	json_key_text(json, S("type"), S("array"));
	json_key_int(json, S("maxItems"), (int64_t)(p->max ? p->max : PROPERTY_ROWS_MAX));
	json_key(json, S("items"));
	json_begin_object(json);
	json_key_text(json, S("type"), S("object"));
	json_key(json, S("properties"));
	json_begin_object(json);
	for (size_t i = 0; i < p->part_n; i++)
		write_property(s, &p->part[i], NULL);
	json_end_object(json);
	json_end_object(json);
}

// ---- a kind

// One member of "record", which the register itself says.
static void write_own(struct schema *s, const char *name, const char *type, bool is_read)
{
	json_key(s->json, str_c(name));
	json_begin_object(s->json);
	json_key_text(s->json, S("type"), str_c(type));
	json_key_bool(s->json, is_read ? S("readOnly") : S("writeOnly"), true);
	json_end_object(s->json);
}

static void write_head(struct schema *s, const struct kind *kind)
{
	struct json *json = s->json;

	json_key(json, S("record"));
	json_begin_object(json);
	json_key_text(json, S("type"), S("object"));
	json_key_text(json, S("description"),
		visit_text(s->v,
			_("What the register itself says of the record; “why” is the reason "
			  "of a change, kept in its history.")));
	json_key(json, S("properties"));
	json_begin_object(json);
	write_own(s, "id", "integer", true);
	write_own(s, "kind", "string", true);
	write_own(s, "name", "string", true);
	write_own(s, "url", "string", true);
	json_key(json, S("state"));
	api_ref(s->v, json, kind_word(s->v->mem, kind, "-state"));
	write_own(s, "version", "integer", true);
	write_own(s, "changed", "string", true);
	write_own(s, "created", "string", true);
	write_own(s, "deleted", "string", true);
	json_key(json, S("public_version"));
	json_begin_object(json);
	json_key(json, S("type"));
	json_begin_array(json);
	json_text(json, S("integer"));
	json_text(json, S("null"));
	json_end_array(json);
	json_key_bool(json, S("readOnly"), true);
	json_end_object(json);
	write_own(s, "moves", "array", true);
	write_own(s, "why", "string", false);
	json_end_object(json);
	json_end_object(json);
}

static void write_kind(struct schema *s, const struct kind *kind)
{
	struct json *json = s->json;

	json_key(json, kind->name);
	json_begin_object(json);
	write_label(s, kind->label, kind->help);
	json_key_text(json, S("type"), S("object"));
	json_key_bool(json, S("additionalProperties"), false);
	json_key(json, S("properties"));
	json_begin_object(json);
	write_head(s, kind);
	for (size_t i = 0; i < kind->property_n; i++)
		write_property(s, &kind->property[i], kind);
	json_end_object(json);
	json_end_object(json);
}

// What is sent to make one, or as a whole: the same with what must be there.
static void write_kind_whole(struct schema *s, const struct kind *kind)
{
	struct json *json = s->json;

	json_key(json, kind_word(s->v->mem, kind, "-whole"));
	json_begin_object(json);
	json_key(json, S("allOf"));
	json_begin_array(json);
	api_ref(s->v, json, kind->name);
	json_end_array(json);
	write_required(s, kind->property, kind->property_n);
	json_end_object(json);
}

// A merge patch: any of its members, null to take one away.
static void write_kind_patch(struct schema *s, const struct kind *kind)
{
	struct json *json = s->json;

	json_key(json, kind_word(s->v->mem, kind, "-patch"));
	json_begin_object(json);
	json_key_text(json, S("type"), S("object"));
	json_key_text(json, S("description"),
		visit_text(s->v,
			_("RFC 7396: what is named is changed, null takes away; lists and "
			  "rows are sent whole.")));
	json_key(json, S("propertyNames"));
	json_begin_object(json);
	json_key(json, S("enum"));
	json_begin_array(json);
	json_text(json, S("record"));
	for (size_t i = 0; i < kind->property_n; i++)
		json_text(json, kind->property[i].name);
	json_end_array(json);
	json_end_object(json);
	json_end_object(json);
}

static void write_kind_list(struct schema *s, const struct kind *kind)
{
	struct json *json = s->json;

	json_key(json, kind_word(s->v->mem, kind, "-list"));
	json_begin_object(json);
	write_label(s, kind->many, NULL);
	json_key_text(json, S("type"), S("object"));
	json_key(json, S("required"));
	json_begin_array(json);
	json_text(json, S("items"));
	json_text(json, S("next"));
	json_text(json, S("total"));
	json_end_array(json);
	json_key(json, S("properties"));
	json_begin_object(json);
	json_key(json, S("items"));
	json_begin_object(json);
	json_key_text(json, S("type"), S("array"));
	json_key(json, S("items"));
	api_ref(s->v, json, kind->name);
	json_end_object(json);
	json_key(json, S("next"));
	json_begin_object(json);
	json_key(json, S("type"));
	json_begin_array(json);
	json_text(json, S("string"));
	json_text(json, S("null"));
	json_end_array(json);
	json_end_object(json);
	json_key(json, S("total"));
	json_begin_object(json);
	json_key_text(json, S("type"), S("integer"));
	json_end_object(json);
	json_end_object(json);
	json_end_object(json);
}

static void write_link(struct schema *s, const struct kind *kind)
{
	struct json *json = s->json;

	json_key(json, str_join(s->v->mem, S("link-"), kind->name));
	json_begin_object(json);
	write_label(s, kind->label, NULL);
	json_key_text(json, S("description"),
		visit_text(s->v,
			_("The number of the record; it is given with its name and address, "
			  "and taken with or without them.")));
	json_key(json, S("oneOf"));
	json_begin_array(json);
	json_begin_object(json);
	json_key_text(json, S("type"), S("integer"));
	json_end_object(json);
	json_begin_object(json);
	json_key_text(json, S("type"), S("object"));
	json_key(json, S("required"));
	json_begin_array(json);
	json_text(json, S("id"));
	json_end_array(json);
	json_key(json, S("properties"));
	json_begin_object(json);
	json_key(json, S("id"));
	json_begin_object(json);
	json_key_text(json, S("type"), S("integer"));
	json_end_object(json);
	write_own(s, "name", "string", true);
	write_own(s, "url", "string", true);
	json_end_object(json);
	json_end_object(json);
	json_end_array(json);
	json_end_object(json);
}

// ---- closed lists: the words, and what they are called in the caller's language

struct word {
	struct str name, label;
};

static void write_words(struct schema *s, struct str name, const struct word *word, size_t n)
{
	struct json *json = s->json;

	json_key(json, name);
	json_begin_object(json);
	json_key_text(json, S("type"), S("string"));
	json_key(json, S("enum"));
	json_begin_array(json);
	for (size_t i = 0; i < n; i++)
		json_text(json, word[i].name);
	json_end_array(json);
	json_key(json, S("x-labels"));
	json_begin_object(json);
	for (size_t i = 0; i < n; i++)
		json_key_text(json, word[i].name, word[i].label);
	json_end_object(json);
	if (n)
		write_example(json, word[0].name);
	json_end_object(json);
}

static void write_lists(struct schema *s)
{
	struct arena *mem = s->v->mem;
	struct str lang = s->v->lang->code;
	struct word *country = NEW_ARRAY(mem, struct word, country_table_n);

	for (size_t i = 0; i < country_table_n; i++)
		country[i] = (struct word){country_table[i].iso2, country_name((int)i, lang)};
	write_words(s, S("country"), country, country_table_n);
	for (size_t i = 0; i < s->list_n; i++) {
		size_t n = *s->list[i]->n;
		struct word *word = NEW_ARRAY(mem, struct word, n);
		for (size_t k = 0; k < n; k++)
			word[k] = (struct word){
				s->list[i]->code[k].slug, code_name(&s->list[i]->code[k], lang)};
		write_words(s, list_name(mem, s->list[i]), word, n);
	}
}

static void write_states(struct schema *s, const struct kind *kind)
{
	struct arena *mem = s->v->mem;
	struct word *word = NEW_ARRAY(mem, struct word, kind->state_n);
	struct word *move = NEW_ARRAY(mem, struct word, kind->move_n);

	for (size_t i = 0; i < kind->state_n; i++)
		word[i] = (struct word){
			kind->state[i].name, visit_text(s->v, str_c(kind->state[i].label))};
	write_words(s, kind_word(mem, kind, "-state"), word, kind->state_n);
	for (size_t i = 0; i < kind->move_n; i++)
		move[i] = (struct word){
			kind->move[i].name, visit_text(s->v, str_c(kind->move[i].label))};
	write_words(s, kind_word(mem, kind, "-move"), move, kind->move_n);
}

void api_schemas(struct visit *v, struct json *json)
{
	struct schema s = {.v = v, .json = json};

	for (size_t i = 0; i < KIND_N; i++) {
		write_kind(&s, kind_list[i]);
		write_kind_whole(&s, kind_list[i]);
		write_kind_patch(&s, kind_list[i]);
		write_kind_list(&s, kind_list[i]);
		write_link(&s, kind_list[i]);
		write_states(&s, kind_list[i]);
	}
	write_lists(&s);
}
