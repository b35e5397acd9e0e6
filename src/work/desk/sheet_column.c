// SPDX-License-Identifier: EUPL-1.2
// sheet_column — the description of a kind as a row of headings.
#include "work/desk/sheet_column.h"

#include "base/utf8.h"
#include "format/sheet.h"

enum { CHOICE_N = 5, KNOWN_N = 40 };

static const struct {
	struct str path;
	enum sheet_role role;
	const char *label;
} special[] = {
	{S_INIT("id"), SHEET_ID, N_("Record no.")},
	{S_INIT("version"), SHEET_VERSION, N_("Version seen")},
	{S_INIT("state"), SHEET_STATE, N_("State")},
	{S_INIT("move"), SHEET_MOVE, N_("Step to make")},
};
enum { SPECIAL_N = sizeof special / sizeof *special };

static bool sees(const struct sheet_scope *scope, const struct property *property)
{
	return scope->classes >> property->class & 1u;
}

bool sheet_column_at(
	const struct sheet_scope *scope, struct str path, struct sheet_column *ret_column)
{
	struct sheet_column column = {.role = SHEET_NONE, .path = path};
	for (size_t i = 0; i < SPECIAL_N; i++)
		if (str_eq(special[i].path, path))
			column.role = special[i].role;
	if (column.role == SHEET_NONE && kind_path(scope->kind, path, &column.place) &&
		sees(scope, column.place.property) &&
		(!column.place.rows || sees(scope, column.place.rows)))
		column.role = SHEET_VALUE;
	*ret_column = column;
	return column.role != SHEET_NONE;
}

// ---- all paths of a kind

// How many rows or numbers to have of a property, and which languages.
struct extent {
	VEC(struct {
		const struct property *property;
		size_t most;
	})
	count;
	VEC(struct str) lang;
	size_t least; // of rows and numbers
};

struct making {
	struct arena *mem;
	const struct sheet_scope *scope;
	struct extent extent;
	struct sheet_columns columns;
};

static void extent_see(struct making *m, const struct property *property, size_t n)
{
	for (size_t i = 0; i < m->extent.count.n; i++)
		if (m->extent.count.p[i].property == property) {
			if (m->extent.count.p[i].most < n)
				m->extent.count.p[i].most = n;
			return;
		}
	VEC_NEW(m->mem, &m->extent.count)->property = property;
	m->extent.count.p[m->extent.count.n - 1].most = n;
}

static size_t extent_of(const struct making *m, const struct property *property)
{
	size_t most = m->extent.least;
	for (size_t i = 0; i < m->extent.count.n; i++)
		if (m->extent.count.p[i].property == property && m->extent.count.p[i].most > most)
			most = m->extent.count.p[i].most;
	return property->max && property->type == PROPERTY_ROWS && most > property->max
		? property->max
		: most;
}

static void lang_see(struct making *m, struct str lang)
{
	for (size_t i = 0; i < m->extent.lang.n; i++)
		if (str_eq(m->extent.lang.p[i], lang))
			return;
	VEC_ADD(m->mem, &m->extent.lang, lang);
}

static void record_see(struct making *m, const struct record *record)
{
	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		if (!kind_path(record->kind, record->p[i].path, &place))
			continue;
		if (place.rows)
			extent_see(m, place.rows, place.row);
		if (place.number)
			extent_see(m, place.property, place.number);
		if (place.lang.n)
			lang_see(m, place.lang);
	}
}

static struct making making_new(struct arena *mem, const struct sheet_scope *scope, size_t least)
{
	struct making m = {.mem = mem, .scope = scope, .extent = {.least = least}};
	for (size_t i = 0; i < lang_n; i++)
		lang_see(&m, lang_all[i]->code);
	return m;
}

static void column_add(struct making *m, struct str path)
{
	struct sheet_column column;
	if (sheet_column_at(m->scope, path, &column))
		VEC_ADD(m->mem, &m->columns, column);
}

// A property at a path, in all its numbers and languages.
static void property_add(struct making *m, const struct property *property, struct str path)
{
	if (property->flags & PROPERTY_TRANSLATED) {
		for (size_t i = 0; i < m->extent.lang.n; i++)
			column_add(m,
				str_format(m->mem, "%" PRIstr ".%" PRIstr, STR(path),
					STR(m->extent.lang.p[i])));
	} else if (property->flags & PROPERTY_MANY) {
		for (size_t i = 1; i <= extent_of(m, property); i++)
			column_add(m, str_format(m->mem, "%" PRIstr ".%zu", STR(path), i));
	} else {
		column_add(m, path);
	}
}

static void rows_add(struct making *m, const struct property *rows)
{
	for (size_t row = 1; row <= extent_of(m, rows); row++)
		for (size_t k = 0; k < rows->part_n; k++)
			property_add(m, &rows->part[k],
				str_format(m->mem, "%" PRIstr ".%zu.%" PRIstr, STR(rows->name), row,
					STR(rows->part[k].name)));
}

static void values_add(struct making *m)
{
	const struct kind *kind = m->scope->kind;
	for (size_t i = 0; i < kind->property_n; i++) {
		const struct property *property = &kind->property[i];
		if (property->type == PROPERTY_ROWS)
			rows_add(m, property);
		else
			property_add(m, property, property->name);
	}
}

bool sheet_columns_make(struct arena *mem, const struct sheet_scope *scope,
	const struct record *record, size_t record_n, struct sheet_columns *ret_columns,
	struct err *err)
{
	struct making m = making_new(mem, scope, 1);
	for (size_t i = 0; i < record_n; i++)
		record_see(&m, &record[i]);
	column_add(&m, S("id"));
	column_add(&m, S("version"));
	column_add(&m, S("state"));
	values_add(&m);
	if (m.columns.n > SHEET_COLUMNS_MAX)
		return err_set(err, ERR_LIMIT, "these records have more than %d columns",
			SHEET_COLUMNS_MAX);
	*ret_columns = m.columns;
	return true;
}

struct sheet_columns sheet_columns_choice(struct arena *mem, const struct sheet_scope *scope)
{
	struct making m = making_new(mem, scope, CHOICE_N);
	for (size_t i = 0; i < SPECIAL_N; i++)
		column_add(&m, special[i].path);
	values_add(&m);
	return m.columns;
}

// ---- headings

static struct str special_label(const struct lang *lang, enum sheet_role role)
{
	for (size_t i = 0; i < SPECIAL_N; i++)
		if (special[i].role == role)
			return lang_text(lang, str_c(special[i].label));
	return STR_EMPTY;
}

struct str sheet_column_label(
	struct arena *mem, const struct lang *lang, const struct sheet_column *column)
{
	const struct place_of_value *place = &column->place;
	if (column->role != SHEET_VALUE)
		return special_label(lang, column->role);
	struct str label = lang_text(lang, str_c(place->property->label));
	if (place->rows)
		label = str_format(mem, "%" PRIstr " %zu, %" PRIstr,
			STR(lang_text(lang, str_c(place->rows->label))), place->row, STR(label));
	if (place->number)
		label = str_format(mem, "%" PRIstr " %zu", STR(label), place->number);
	if (place->lang.n)
		label = str_format(mem, "%" PRIstr " (%" PRIstr ")", STR(label),
			STR(code_name_of(&code_languages, place->lang, lang->code)));
	return label;
}

static void heading_add(struct arena *mem, struct sheet_headings *headings, struct str heading,
	struct sheet_column *column)
{
	struct str key = utf8_fold(mem, str_trim(heading));
	if (!map_get(&headings->column, key))
		map_put(mem, &headings->column, key, column);
}

struct sheet_headings sheet_headings_make(struct arena *mem, const struct sheet_scope *scope)
{
	struct sheet_headings headings = {0};
	struct making m = making_new(mem, scope, KNOWN_N);
	for (size_t i = 0; i < SPECIAL_N; i++)
		column_add(&m, special[i].path);
	values_add(&m);
	// Paths first, then the person's own language: where two read alike, that is what was meant.
	for (size_t i = 0; i < m.columns.n; i++)
		heading_add(mem, &headings, m.columns.p[i].path, &m.columns.p[i]);
	for (size_t k = 0; k <= lang_n; k++)
		for (size_t i = 0; i < m.columns.n; i++)
			heading_add(mem, &headings,
				sheet_column_label(
					mem, k ? lang_all[k - 1] : scope->lang, &m.columns.p[i]),
				&m.columns.p[i]);
	return headings;
}

bool sheet_heading_find(struct arena *mem, const struct sheet_scope *scope,
	const struct sheet_headings *headings, struct str heading, struct sheet_column *ret_column)
{
	struct str text = str_trim(heading);
	if (text.n && sheet_column_at(scope, text, ret_column))
		return true;
	const struct sheet_column *known = map_get(&headings->column, utf8_fold(mem, text));
	*ret_column = known ? *known : (struct sheet_column){.role = SHEET_NONE};
	return known != NULL;
}
