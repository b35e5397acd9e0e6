// SPDX-License-Identifier: EUPL-1.2
// api_openapi — the API described in OpenAPI 3.1: every address of the route table that begins with
// /api/v1, once for each kind of record that it takes.
#include "base/buf.h"
#include "model/kind_list.h"
#include "web/api.h"
#include "web/pages.h"

enum { TEXT_MAX = 4000 };

enum answer { ANSWERS_ANY, ANSWERS_LIST, ANSWERS_RECORD, ANSWERS_HISTORY };
enum takes { TAKES_NOTHING, TAKES_WHOLE, TAKES_PATCH, TAKES_WHY, TAKES_VERSION };

// What a handler does, for whoever calls it.
struct operation {
	page_handler *handle;
	const char *id;
	const char *summary; // English, marked for translation
	enum answer answer;
	enum takes takes;
	int status;
	bool is_tagged; // If-Match must say the version
};

static const struct operation operations[] = {
	{api_history_show, "history", N_("Every version of a record: who, when, what and why"),
		ANSWERS_HISTORY, TAKES_NOTHING, 200, false},
	{api_index_show, "index", N_("What kinds of records there are"), ANSWERS_ANY, TAKES_NOTHING,
		200, false},
	{api_list_show, "list", N_("Records of a kind: narrowed, in order, a part at a time"),
		ANSWERS_LIST, TAKES_NOTHING, 200, false},
	{api_move_make, "move", N_("Moves a record to another state"), ANSWERS_RECORD, TAKES_WHY,
		200, true},
	{api_openapi_show, "openapi", N_("This description"), ANSWERS_ANY, TAKES_NOTHING, 200,
		false},
	{api_publish_make, "publish",
		N_("Shows the public the record as it is now, with what belongs to it"),
		ANSWERS_RECORD, TAKES_NOTHING, 200, true},
	{api_record_create, "create", N_("Makes a record"), ANSWERS_RECORD, TAKES_WHOLE, 201,
		false},
	{api_record_delete, "delete", N_("Deletes a record; undo brings it back"), ANSWERS_RECORD,
		TAKES_NOTHING, 200, true},
	{api_record_patch, "patch", N_("Changes what is named, and nothing else"), ANSWERS_RECORD,
		TAKES_PATCH, 200, true},
	{api_record_put, "put", N_("Changes a record as a whole"), ANSWERS_RECORD, TAKES_WHOLE, 200,
		true},
	{api_record_show, "get", N_("One record, now or as of a date"), ANSWERS_RECORD,
		TAKES_NOTHING, 200, false},
	{api_undo_make, "undo", N_("Makes an earlier version the present one again"),
		ANSWERS_RECORD, TAKES_VERSION, 200, true},
};

static const struct operation *operation_of(page_handler *handle)
{
	for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
		if (operations[i].handle == handle)
			return &operations[i];
	return NULL;
}

struct telling {
	struct visit *v;
	struct json json;
	const struct kind *kind; // of the path that is being told; NULL: of no kind
	const struct route *route;
	const struct operation *operation;
};

static struct str name_of(const struct telling *t, const char *behind)
{
	return str_format(t->v->mem, "%" PRIstr "%s", STR(t->kind->name), behind);
}

static void key_begin(struct json *json, const char *name)
{
	json_key(json, str_c(name));
	json_begin_object(json);
}

// {"KEY": {"TYPE": {"schema": {"$ref": ...}}}}
static void write_content(struct telling *t, const char *type, struct str schema)
{
	key_begin(&t->json, "content");
	key_begin(&t->json, type);
	json_key(&t->json, S("schema"));
	api_ref(t->v, &t->json, schema);
	json_end_object(&t->json);
	json_end_object(&t->json);
}

// ---- parameters

struct parameter {
	struct str name, in, help;
	bool is_required;
	struct str type;   // of JSON Schema
	struct str schema; // instead of a type; empty: none
};

static void write_parameter(struct telling *t, const struct parameter *p)
{
	struct json *json = &t->json;

	json_begin_object(json);
	json_key_text(json, S("name"), p->name);
	json_key_text(json, S("in"), p->in);
	if (p->help.n)
		json_key_text(json, S("description"), p->help);
	json_key_bool(json, S("required"), p->is_required);
	json_key(json, S("schema"));
	if (p->schema.n) {
		api_ref(t->v, json, p->schema);
	} else {
		json_begin_object(json);
		json_key_text(json, S("type"), p->type);
		json_end_object(json);
	}
	json_end_object(json);
}

static void write_query(struct telling *t, struct str name, struct str type, struct str help)
{
	write_parameter(
		t, &(struct parameter){.name = name, .in = S("query"), .help = help, .type = type});
}

static void write_filter(struct telling *t, const struct property *p, const struct property *rows)
{
	struct str name = rows
		? str_format(t->v->mem, "%" PRIstr ".%" PRIstr, STR(rows->name), STR(p->name))
		: p->name;

	if (p->flags & PROPERTY_FILTERED)
		write_query(t, name, S("string"), visit_text(t->v, str_c(p->label)));
}

// The words that lists of the kind can be put in order by.
static struct str sort_help(struct telling *t)
{
	struct buf text = buf_new(t->v->mem, TEXT_MAX);

	buf_add(&text, S("id, -id, changed, -changed"));
	for (size_t i = 0; i < t->kind->property_n; i++)
		if (t->kind->property[i].flags & PROPERTY_SORTED)
			buf_format(&text, ", %" PRIstr ", -%" PRIstr,
				STR(t->kind->property[i].name), STR(t->kind->property[i].name));
	return buf_str(&text);
}

static void write_list_parameters(struct telling *t)
{
	const struct kind *kind = t->kind;

	write_query(t, S("limit"), S("integer"), visit_text(t->v, _("At most 200; else 50")));
	write_query(t, S("cursor"), S("string"), visit_text(t->v, _("Out of “next”")));
	write_query(t, S("sort"), S("string"), sort_help(t));
	write_query(t, S("q"), S("string"), visit_text(t->v, _("Words of the name")));
	write_parameter(t,
		&(struct parameter){
			.name = S("state"), .in = S("query"), .schema = name_of(t, "-state")});
	for (size_t i = 0; i < kind->property_n; i++) {
		const struct property *p = &kind->property[i];
		write_filter(t, p, NULL);
		for (size_t k = 0; k < p->part_n; k++)
			write_filter(t, &p->part[k], p);
	}
}

static void write_header(struct telling *t, const char *name, bool is_required, struct str help)
{
	write_parameter(t,
		&(struct parameter){.name = str_c(name),
			.in = S("header"),
			.help = help,
			.is_required = is_required,
			.type = S("string")});
}

static void write_parameters(struct telling *t, size_t places)
{
	struct visit *v = t->v;

	json_key(&t->json, S("parameters"));
	json_begin_array(&t->json);
	if (places > 1)
		write_parameter(t,
			&(struct parameter){.name = S("id"),
				.in = S("path"),
				.is_required = true,
				.type = S("integer")});
	if (places > 2)
		write_parameter(t,
			&(struct parameter){.name = S("move"),
				.in = S("path"),
				.is_required = true,
				.schema = name_of(t, "-move")});
	if (t->operation->handle == api_list_show)
		write_list_parameters(t);
	if (t->operation->handle == api_record_show) {
		write_query(t, S("at"), S("string"),
			visit_text(v, _("A date: the record as it stood at its end")));
		write_header(t, "If-None-Match", false,
			visit_text(v, _("The record's ETag: 304 when nothing has changed")));
	}
	if (t->operation->is_tagged)
		write_header(t, "If-Match", true,
			visit_text(v, _("The record's ETag: 412 when somebody changed it since")));
	if (t->operation->handle == api_record_create)
		write_header(t, "Idempotency-Key", false,
			visit_text(v,
				_("A word of your own: asking again with it makes nothing "
				  "twice, for a week")));
	json_end_array(&t->json);
}

// ---- bodies

static void write_body(struct telling *t)
{
	static const char *const schema[] = {[TAKES_WHOLE] = "-whole", [TAKES_PATCH] = "-patch"};
	enum takes takes = t->operation->takes;
	bool is_patch = takes == TAKES_PATCH;

	if (takes == TAKES_NOTHING)
		return;
	key_begin(&t->json, "requestBody");
	json_key_bool(&t->json, S("required"), takes == TAKES_WHOLE || is_patch);
	write_content(t, is_patch ? "application/merge-patch+json" : "application/json",
		takes == TAKES_WHY               ? S("why")
			: takes == TAKES_VERSION ? S("to-version")
						 : name_of(t, schema[takes]));
	json_end_object(&t->json);
}

static void write_etag(struct json *json)
{
	key_begin(json, "headers");
	key_begin(json, "ETag");
	key_begin(json, "schema");
	json_key_text(json, S("type"), S("string"));
	json_end_object(json);
	json_end_object(json);
	json_end_object(json);
}

static void write_responses(struct telling *t)
{
	struct json *json = &t->json;
	enum answer answer = t->operation->answer;

	key_begin(json, "responses");
	json_key(json, str_of_int(t->v->mem, t->operation->status));
	json_begin_object(json);
	json_key_text(json, S("description"), visit_text(t->v, str_c(t->operation->summary)));
	if (answer == ANSWERS_RECORD || answer == ANSWERS_HISTORY)
		write_etag(json);
	write_content(t, "application/json",
		answer == ANSWERS_ANY               ? S("any")
			: answer == ANSWERS_HISTORY ? S("history")
			: answer == ANSWERS_LIST    ? name_of(t, "-list")
						    : t->kind->name);
	json_end_object(json);
	json_key(json, S("default"));
	json_begin_object(json);
	json_key_text(json, S("$ref"), S("#/components/responses/problem"));
	json_end_object(json);
	json_end_object(json);
}

// ---- paths

static void write_roles(struct telling *t)
{
	struct json *json = &t->json;

	json_key_text(json, S("x-right"), right_table[t->route->who].name);
	json_key(json, S("x-roles"));
	json_begin_array(json);
	for (size_t i = 0; i < ROLE_N; i++)
		if (right_roles[i].rights >> t->route->who & 1)
			json_text(json, right_roles[i].name);
	json_end_array(json);
}

// With a token; what is open to the public also without one.
static void write_security(struct telling *t)
{
	json_key(&t->json, S("security"));
	json_begin_array(&t->json);
	if (t->route->who == ANYONE) {
		json_begin_object(&t->json);
		json_end_object(&t->json);
	}
	json_begin_object(&t->json);
	json_key(&t->json, S("token"));
	json_begin_array(&t->json);
	json_end_array(&t->json);
	json_end_object(&t->json);
	json_end_array(&t->json);
}

static void write_operation(struct telling *t, size_t places)
{
	struct json *json = &t->json;
	static const char *const method[HTTP_OTHER] = {[HTTP_GET] = "get",
		[HTTP_POST] = "post",
		[HTTP_PUT] = "put",
		[HTTP_PATCH] = "patch",
		[HTTP_DELETE] = "delete"};

	key_begin(json, method[t->route->method]);
	json_key_text(json, S("operationId"),
		t->kind ? str_format(t->v->mem, "%s-%" PRIstr, t->operation->id, STR(t->kind->name))
			: str_c(t->operation->id));
	json_key_text(json, S("summary"), visit_text(t->v, str_c(t->operation->summary)));
	if (t->kind) {
		json_key(json, S("tags"));
		json_begin_array(json);
		json_text(json, visit_text(t->v, str_c(t->kind->many)));
		json_end_array(json);
	}
	write_security(t);
	write_roles(t);
	write_parameters(t, places);
	write_body(t);
	write_responses(t);
	json_end_object(json);
}

// "/api/v1/{}/{}/moves/{}" as "/api/v1/actions/{id}/moves/{move}"; *ret_places counts them.
static struct str path_of(struct telling *t, struct str pattern, size_t *ret_places)
{
	struct str_split split = {.rest = str_from(pattern, 1), .sep = '/'};
	struct buf path = buf_new(t->v->mem, TEXT_MAX);
	const struct str name[VISIT_ARG_MAX] = {
		t->kind ? t->kind->address : STR_EMPTY, S("{id}"), S("{move}")};
	struct str part;
	size_t places = 0;

	while (str_next(&split, &part)) {
		buf_add_char(&path, '/');
		bool is_place = str_eq(part, S("{}")) && places < VISIT_ARG_MAX;
		buf_add(&path, is_place ? name[places++] : part);
	}
	*ret_places = places;
	return buf_str(&path);
}

// All methods of one address; routes of one pattern follow each other.
static void write_path(struct telling *t, size_t first)
{
	size_t places;
	struct str path = path_of(t, routes[first].pattern, &places);

	json_key(&t->json, path);
	json_begin_object(&t->json);
	for (size_t i = first; i < route_n && str_eq(routes[i].pattern, routes[first].pattern);
		i++) {
		t->route = &routes[i];
		t->operation = operation_of(routes[i].handle);
		if (t->operation)
			write_operation(t, places);
	}
	json_end_object(&t->json);
}

static void write_paths(struct telling *t)
{
	key_begin(&t->json, "paths");
	for (size_t i = 0; i < route_n; i++) {
		struct str pattern = routes[i].pattern;
		bool is_first = !i || !str_eq(routes[i - 1].pattern, pattern);
		bool has_kind = str_starts(pattern, S(API_ROOT "{}"));
		if (!api_is(pattern) || !is_first)
			continue;
		t->kind = NULL;
		if (!has_kind)
			write_path(t, i);
		for (size_t k = 0; has_kind && k < KIND_N; k++) {
			t->kind = kind_list[k];
			write_path(t, i);
		}
	}
	json_end_object(&t->json);
}

// ---- what all paths share

static void write_member(struct json *json, const char *name, const char *type)
{
	key_begin(json, name);
	json_key_text(json, S("type"), str_c(type));
	json_end_object(json);
}

static void write_problem_schema(struct json *json)
{
	key_begin(json, "problem");
	json_key_text(json, S("type"), S("object"));
	key_begin(json, "properties");
	write_member(json, "type", "string");
	write_member(json, "title", "string");
	write_member(json, "status", "integer");
	write_member(json, "detail", "string");
	write_member(json, "version", "integer");
	key_begin(json, "errors");
	json_key_text(json, S("type"), S("array"));
	key_begin(json, "items");
	json_key_text(json, S("type"), S("object"));
	key_begin(json, "properties");
	write_member(json, "path", "string");
	write_member(json, "message", "string");
	json_end_object(json);
	json_end_object(json);
	json_end_object(json);
	json_end_object(json);
	json_end_object(json);
}

static void write_history_schema(struct json *json)
{
	static const char *const member[] = {"at", "who", "what", "why", "state"};

	key_begin(json, "history");
	json_key_text(json, S("type"), S("object"));
	key_begin(json, "properties");
	key_begin(json, "items");
	json_key_text(json, S("type"), S("array"));
	key_begin(json, "items");
	json_key_text(json, S("type"), S("object"));
	key_begin(json, "properties");
	write_member(json, "version", "integer");
	for (size_t i = 0; i < sizeof member / sizeof *member; i++) {
		key_begin(json, member[i]);
		json_end_object(json);
	}
	write_member(json, "changes", "array");
	json_end_object(json);
	json_end_object(json);
	json_end_object(json);
	json_end_object(json);
	json_end_object(json);
}

static void write_small_schemas(struct json *json)
{
	write_member(json, "any", "object");
	key_begin(json, "why");
	json_key_text(json, S("type"), S("object"));
	key_begin(json, "properties");
	write_member(json, "why", "string");
	json_end_object(json);
	json_end_object(json);
	key_begin(json, "to-version");
	json_key_text(json, S("type"), S("object"));
	key_begin(json, "properties");
	write_member(json, "version", "integer");
	json_end_object(json);
	json_end_object(json);
}

static void write_components(struct telling *t)
{
	struct json *json = &t->json;

	key_begin(json, "components");
	key_begin(json, "securitySchemes");
	key_begin(json, "token");
	json_key_text(json, S("type"), S("http"));
	json_key_text(json, S("scheme"), S("bearer"));
	json_end_object(json);
	json_end_object(json);
	key_begin(json, "responses");
	key_begin(json, "problem");
	json_key_text(json, S("description"), visit_text(t->v, _("What is wrong (RFC 9457)")));
	write_content(t, "application/problem+json", S("problem"));
	json_end_object(json);
	json_end_object(json);
	key_begin(json, "schemas");
	write_problem_schema(json);
	write_history_schema(json);
	write_small_schemas(json);
	api_schemas(t->v, json);
	json_end_object(json);
	json_end_object(json);
}

bool api_openapi_show(struct visit *v, struct err *err)
{
	struct telling t = {.v = v, .json = json_new(&v->out)};
	struct json *json = &t.json;

	json_begin_object(json);
	json_key_text(json, S("openapi"), S("3.1.0"));
	key_begin(json, "info");
	json_key_text(json, S("title"), S("Attaché"));
	json_key_text(json, S("version"), S("1"));
	json_key_text(json, S("description"),
		visit_text(v,
			_("Records of the facility: actions, activities, outputs and what "
			  "belongs to them. Without a token: what is published.")));
	json_end_object(json);
	json_key(json, S("servers"));
	json_begin_array(json);
	json_begin_object(json);
	json_key_text(json, S("url"), v->origin);
	json_end_object(json);
	json_end_array(json);
	write_paths(&t);
	write_components(&t);
	json_end_object(json);
	return api_send(v, NULL, err);
}
