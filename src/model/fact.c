// SPDX-License-Identifier: EUPL-1.2
// fact — what a page told of a record: one value, with its place on the page and what was decided.

#include "model/fact.h"

#include "base/buf.h"

enum { DOCUMENT_MAX_N = 8 * 1024 * 1024 };

static const struct field fact_table[] = {
	FIELD(fact, id),
	FIELD(fact, record_id),
	FIELD(fact, read_id),
	FIELD(fact, source_id),
	FIELD(fact, path),
	FIELD(fact, text),
	FIELD(fact, was),
	FIELD(fact, is_change),
	FIELD(fact, claim_record),
	FIELD(fact, claim_field),
	FIELD(fact, claim_number),
	FIELD(fact, span_offset),
	FIELD(fact, span_length),
	FIELD(fact, certainty),
	FIELD(fact, rule),
	FIELD(fact, state),
	FIELD(fact, chosen),
	FIELD(fact, account_id),
	FIELD(fact, decided_at),
	FIELD(fact, why),
};
const struct fields fact_fields = FIELDS(fact, fact_table);

static struct str head_of(struct str path)
{
	size_t dot = str_find_char(path, '.', 0);
	return dot == STR_NONE ? path : str_sub(path, 0, dot);
}

const struct property *fact_property(const struct kind *kind, struct str path)
{
	return property_named(kind->property, kind->property_n, head_of(path));
}

static bool is_listed(const struct property *property)
{
	return property->type == PROPERTY_ROWS || property->flags & PROPERTY_MANY;
}

static struct str numbered(struct arena *mem, const struct property *property, size_t number)
{
	return str_format(mem, "%" PRIstr ".%zu", STR(property->name), number);
}

// The values of one row as lines `name TAB value`; empty when there is no such row.
static struct str row_text(
	struct arena *mem, const struct record *record, const struct property *rows, size_t number)
{
	struct str prefix = str_join(mem, numbered(mem, rows, number), S("."));
	struct record row = record_new(record->kind);
	struct buf text = buf_new(mem, DOCUMENT_MAX_N);
	struct str line;
	for (size_t i = 0; i < record->n; i++)
		if (str_starts(record->p[i].path, prefix))
			(void)record_set(mem, &row, record->p[i].path, record->p[i].text);
	struct str_split lines = {.rest = record_document(mem, &row), .sep = '\n'};
	while (lines.rest.n && str_next(&lines, &line)) {
		buf_add(&text, str_from(line, prefix.n));
		buf_add_char(&text, '\n');
	}
	return buf_str(&text);
}

static struct str item_text(
	struct arena *mem, const struct record *record, const struct property *p, size_t number)
{
	if (p->type == PROPERTY_ROWS)
		return row_text(mem, record, p, number);
	return record_get(record, numbered(mem, p, number));
}

static void row_put(struct arena *mem, struct record *record, const struct property *rows,
	size_t number, struct str text)
{
	struct str prefix = str_join(mem, numbered(mem, rows, number), S("."));
	struct buf document = buf_new(mem, DOCUMENT_MAX_N);
	struct str_split lines = {.rest = text, .sep = '\n'};
	struct record row;
	struct str line, lost;
	for (size_t i = 0; i < rows->part_n; i++)
		(void)record_set(mem, record, str_join(mem, prefix, rows->part[i].name), STR_EMPTY);
	while (lines.rest.n && str_next(&lines, &line)) {
		buf_add(&document, prefix);
		buf_add(&document, line);
		buf_add_char(&document, '\n');
	}
	if (!record_read(mem, record->kind, buf_str(&document), &row, &lost))
		return;
	for (size_t i = 0; i < row.n; i++)
		(void)record_set(mem, record, row.p[i].path, row.p[i].text);
}

struct units fact_units(struct arena *mem, const struct record *record)
{
	struct units units = {0};
	for (size_t i = 0; i < record->kind->property_n; i++) {
		const struct property *p = &record->kind->property[i];
		size_t n = is_listed(p) ? record_count(record, p->name) : 0;
		if (p->flags & PROPERTY_BELONGS)
			continue;
		for (size_t number = 1; number <= n; number++)
			VEC_ADD(mem, &units,
				((struct value){numbered(mem, p, number),
					item_text(mem, record, p, number)}));
		for (size_t k = 0; !is_listed(p) && k < record->n; k++)
			if (str_eq(head_of(record->p[k].path), p->name))
				VEC_ADD(mem, &units, record->p[k]);
	}
	return units;
}

size_t fact_number(struct arena *mem, const struct record *record, struct str path, struct str text)
{
	const struct property *p = fact_property(record->kind, path);
	size_t n = p && is_listed(p) && text.n ? record_count(record, p->name) : 0;
	for (size_t number = 1; number <= n; number++)
		if (str_eq(item_text(mem, record, p, number), text))
			return number;
	return 0;
}

struct str fact_now(
	struct arena *mem, const struct record *record, struct str path, struct str text)
{
	const struct property *p = fact_property(record->kind, path);
	if (!path.n)
		return record->deleted_at ? STR_EMPTY : text;
	if (p && is_listed(p))
		return fact_number(mem, record, path, text) ? text : STR_EMPTY;
	return record_get(record, path);
}

void fact_put(struct arena *mem, struct record *record, struct str path, struct str before,
	struct str after)
{
	const struct property *p = fact_property(record->kind, path);
	if (!p)
		return;
	if (!is_listed(p)) {
		(void)record_set(mem, record, path, after);
		return;
	}
	size_t number = fact_number(mem, record, path, before);
	// What is there already need not be added once more.
	if (!number && (!after.n || fact_number(mem, record, path, after)))
		return;
	if (!number)
		number = record_count(record, p->name) + 1;
	if (p->type == PROPERTY_ROWS)
		row_put(mem, record, p, number, after);
	else
		(void)record_set(mem, record, numbered(mem, p, number), after);
	record_close_gaps(mem, record);
}

struct str fact_present(struct arena *mem, const struct record *record, const struct fact *fact)
{
	struct str now = fact_now(mem, record, fact->path, fact->chosen);
	if (!fact->path.n)
		return record->deleted_at ? STR_EMPTY : fact->text.n ? fact->text : fact->was;
	if (!fact->chosen.n || !now.n)
		now = fact_now(mem, record, fact->path, fact->text);
	return now.n ? now : fact_now(mem, record, fact->path, fact->was);
}

// Takes the unit with this text, or of this path when it is a single value, out of the list.
static void unit_drop(
	struct units *units, const struct property *p, struct str path, struct str text)
{
	for (size_t i = 0; i < units->n; i++) {
		bool is_it = p && is_listed(p) ? str_eq(units->p[i].text, text) &&
				str_eq(head_of(units->p[i].path), p->name)
					       : str_eq(units->p[i].path, path);
		if (!is_it)
			continue;
		for (size_t k = i; k + 1 < units->n; k++)
			units->p[k] = units->p[k + 1];
		units->n--;
		return;
	}
}

struct units fact_replay(struct arena *mem, const struct kind *kind, const struct facts *facts)
{
	struct units units = {0};
	for (size_t i = 0; i < facts->n; i++) {
		const struct fact *fact = &facts->p[i];
		if (str_eq(fact->state, S("superseded")))
			continue;
		unit_drop(&units, fact_property(kind, fact->path), fact->path, fact->was);
		if (fact->text.n)
			VEC_ADD(mem, &units, ((struct value){fact->path, fact->text}));
	}
	return units;
}
