// SPDX-License-Identifier: EUPL-1.2
// api_read — JSON that came in becomes the values of a record: a walk over what was sent, against the
// description of its kind.
//
// Nothing is guessed: a value of another type than the field's is told by its path, as is a field
// that there is not, or that the caller may not see.
#include "web/api.h"

struct reading {
	struct arena *mem;
	const struct record_reach *reach;
	const struct record *before;
	enum api_mode mode;
	struct record record;
	struct findings *findings;
	bool is_closed;
};

static void wrong(struct reading *r, struct str path, struct str english)
{
	finding_add(r->mem, r->findings, (struct finding){.rule = path, .severity = SEVERITY_ERROR},
		"%" PRIstr, STR(english));
}

static struct str path_join(struct arena *mem, struct str path, struct str name)
{
	return path.n ? str_format(mem, "%" PRIstr ".%" PRIstr, STR(path), STR(name)) : name;
}

static struct str path_number(struct arena *mem, struct str path, size_t number)
{
	return str_format(mem, "%" PRIstr ".%zu", STR(path), number);
}

// Takes away what stands at the path and behind it.
static void clear(struct reading *r, struct str path)
{
	size_t n = 0;

	for (size_t i = 0; i < r->record.n; i++) {
		struct str here = r->record.p[i].path;
		bool is_in = str_starts(here, path) && (here.n == path.n || here.p[path.n] == '.');
		if (!is_in)
			r->record.p[n++] = r->record.p[i];
	}
	r->record.n = n;
}

static void put(struct reading *r, struct str path, struct str text)
{
	if (!record_set(r->mem, &r->record, path, text))
		wrong(r, path, S(N_("This record has no such field.")));
}

// What is said to somebody who sent a value of another type.
static struct str type_sentence(const struct property *p)
{
	switch (p->type) {
	case PROPERTY_NUMBER:
		return S(N_("Send a whole number, without quotes."));
	case PROPERTY_FLAG:
		return S(N_("Send true or false."));
	case PROPERTY_LINK:
		return S(N_("Send the number of a record, or an object that has it as “id”."));
	case PROPERTY_ROWS:
		return S(N_("Send a list of objects: [{…}, {…}]."));
	default:
		return S(N_("Send a text, in quotes."));
	}
}

// A value itself, as a record keeps it; null is nothing.
static bool scalar_read(struct reading *r, const struct property *p, const struct json_node *node,
	struct str *ret_text)
{
	const struct json_node *id = p->type == PROPERTY_LINK && node->type == JSON_READ_OBJECT
		? json_read_member(node, S("id"))
		: node;
	enum json_type wanted = p->type == PROPERTY_FLAG                 ? JSON_READ_BOOL
		: p->type == PROPERTY_NUMBER || p->type == PROPERTY_LINK ? JSON_READ_INT
									 : JSON_READ_TEXT;

	*ret_text = STR_EMPTY;
	if (node->type == JSON_READ_NULL)
		return true;
	if (!id || id->type != wanted)
		return false;
	if (wanted == JSON_READ_INT)
		*ret_text = str_of_int(r->mem, id->number);
	else if (wanted == JSON_READ_BOOL)
		*ret_text = id->number ? S("true") : STR_EMPTY;
	else
		*ret_text = str_trim(id->text);
	return true;
}

static void one_read(
	struct reading *r, const struct property *p, const struct json_node *node, struct str path)
{
	struct str text;

	if (scalar_read(r, p, node, &text))
		put(r, path, text);
	else
		wrong(r, path, type_sentence(p));
}

static size_t count(const struct json_node *array)
{
	size_t n = 0;

	for (const struct json_node *at = array->child; at; at = at->next)
		n++;
	return n;
}

static void many_read(
	struct reading *r, const struct property *p, const struct json_node *node, struct str path)
{
	size_t n = 0;

	if (node->type != JSON_READ_ARRAY && node->type != JSON_READ_NULL) {
		wrong(r, path, S(N_("Send a list: [..., ...].")));
		return;
	}
	if (count(node) > PROPERTY_ROWS_MAX) {
		wrong(r, path, S(N_("There are more rows than this record can hold.")));
		return;
	}
	clear(r, path);
	for (const struct json_node *at = node->child; at; at = at->next)
		one_read(r, p, at, path_number(r->mem, path, ++n));
}

static void translated_read(
	struct reading *r, const struct property *p, const struct json_node *node, struct str path)
{
	if (node->type != JSON_READ_OBJECT && node->type != JSON_READ_NULL) {
		wrong(r, path,
			S(N_("Send an object with a text for each language: {\"en\": ...}.")));
		return;
	}
	if (node->type == JSON_READ_NULL || r->mode == API_WHOLE)
		clear(r, path);
	for (const struct json_node *at = node->child; at; at = at->next)
		one_read(r, p, at, path_join(r->mem, path, at->name));
}

static void value_read(
	struct reading *r, const struct property *p, const struct json_node *node, struct str path)
{
	if (p->flags & PROPERTY_MANY)
		many_read(r, p, node, path);
	else if (p->flags & PROPERTY_TRANSLATED)
		translated_read(r, p, node, path);
	else
		one_read(r, p, node, path);
}

// The property of that name that the caller sees; what there is not, or is not his, is told.
static const struct property *named(struct reading *r, const struct property *property, size_t n,
	struct str path, struct str name)
{
	const struct property *p = property_named(property, n, name);

	if (!p)
		wrong(r, path, S(N_("This record has no such field.")));
	if (!p || record_reach_sees(r->reach, p))
		return p;
	wrong(r, path, S(N_("This field is not open to you.")));
	r->is_closed = true;
	return NULL;
}

// Rows are sent whole, so whoever does not see all that is in them cannot send them.
static bool hides_parts(struct reading *r, const struct property *rows)
{
	for (size_t i = 0; i < rows->part_n; i++)
		if (!record_reach_sees(r->reach, &rows->part[i]))
			return record_count(r->before, rows->name) > 0;
	return false;
}

static void rows_read(struct reading *r, const struct property *rows, const struct json_node *node)
{
	size_t most = rows->max ? rows->max : PROPERTY_ROWS_MAX, row = 0;

	if (node->type != JSON_READ_ARRAY && node->type != JSON_READ_NULL) {
		wrong(r, rows->name, type_sentence(rows));
		return;
	}
	if (count(node) > most) {
		wrong(r, rows->name, S(N_("There are more rows than this record can hold.")));
		return;
	}
	if (hides_parts(r, rows)) {
		wrong(r, rows->name, S(N_("This field is not open to you.")));
		r->is_closed = true;
		return;
	}
	clear(r, rows->name);
	for (const struct json_node *at = node->child; at; at = at->next) {
		struct str path = path_number(r->mem, rows->name, ++row);
		if (at->type != JSON_READ_OBJECT)
			wrong(r, path, type_sentence(rows));
		for (const struct json_node *m = at->type == JSON_READ_OBJECT ? at->child : NULL; m;
			m = m->next) {
			struct str inner = path_join(r->mem, path, m->name);
			const struct property *part = named(
				r, rows->part, rows->part_n, inner, m->name);
			if (part)
				value_read(r, part, m, inner);
		}
	}
}

// "record" holds what the register itself says: it may come back as it was given, and not change.
static void head_read(struct reading *r, const struct json_node *head)
{
	const struct json_node *id = json_read_member(head, S("id"));
	const struct json_node *state = json_read_member(head, S("state"));
	const struct json_node *why = json_read_member(head, S("why"));
	const struct record *b = r->before;

	if (head->type != JSON_READ_OBJECT)
		wrong(r, S("record"), S(N_("Send an object, or leave it out.")));
	if (id && (id->type != JSON_READ_INT || id->number != b->id))
		wrong(r, S("record.id"), S(N_("The number of a record does not change.")));
	if (state && !str_eq(state->text, b->kind->state[b->state].name))
		wrong(r, S("record.state"),
			S(N_("The state is changed by a move: POST to …/moves/NAME.")));
	if (why && why->type != JSON_READ_TEXT && why->type != JSON_READ_NULL)
		wrong(r, S("record.why"), S(N_("Send a text, in quotes.")));
}

// What the caller may see and has not named.
static void rest_clear(struct reading *r, const struct json_node *body)
{
	const struct kind *kind = r->before->kind;

	for (size_t i = 0; i < kind->property_n; i++) {
		const struct property *p = &kind->property[i];
		bool is_kept = !record_reach_sees(r->reach, p) ||
			(p->type == PROPERTY_ROWS && hides_parts(r, p));
		if (!is_kept && !json_read_member(body, p->name))
			clear(r, p->name);
	}
}

// A field that is closed in this state may be sent as it is.
static void closed_check(struct reading *r)
{
	struct changes changes = record_compare(r->mem, r->before, &r->record);
	uint32_t bit = STATE_BIT(r->before->state);

	for (size_t i = 0; i < changes.n; i++) {
		struct place_of_value place;
		if (kind_path(r->before->kind, changes.p[i].path, &place) &&
			(place.property->closed_in & bit ||
				(place.rows && place.rows->closed_in & bit)))
			wrong(r, changes.p[i].path,
				S(N_("This cannot be changed in the record's present state.")));
	}
}

struct record api_read(struct arena *mem, const struct api_change *change, bool *ret_is_closed,
	struct findings *findings)
{
	const struct record *before = change->before;
	struct reading r = {mem, change->reach, before, change->mode, *before, findings, false};

	r.record.p = NEW_ARRAY(mem, struct value, before->n);
	r.record.room = before->n;
	for (size_t i = 0; i < before->n; i++)
		r.record.p[i] = before->p[i];
	if (change->mode == API_WHOLE)
		rest_clear(&r, change->body);
	for (const struct json_node *m = change->body->child; m; m = m->next) {
		const struct property *p;
		if (str_eq(m->name, S("record"))) {
			head_read(&r, m);
			continue;
		}
		p = named(&r, before->kind->property, before->kind->property_n, m->name, m->name);
		if (p && p->type == PROPERTY_ROWS)
			rows_read(&r, p, m);
		else if (p)
			value_read(&r, p, m, m->name);
	}
	record_close_gaps(mem, &r.record);
	closed_check(&r);
	*ret_is_closed = r.is_closed;
	return r.record;
}

struct str api_why(const struct json_node *body)
{
	const struct json_node *why = json_read_member(
		json_read_member(body, S("record")), S("why"));

	return why ? str_trim(why->text) : STR_EMPTY;
}
