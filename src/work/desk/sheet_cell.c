// SPDX-License-Identifier: EUPL-1.2
// sheet_cell — names, numbers and answers, to and fro.
#include "work/desk/sheet_cell.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "model/country.h"
#include "store/record.h"

#define DOT S(" · ")

// The records of a kind by their folded names.
struct sheet_targets {
	const struct kind *kind;
	struct map line; // struct named
};
struct named {
	int64_t id; // 0: several have this name
};

struct sheet_words sheet_words_new(
	struct arena *mem, struct db *db, const struct sheet_scope *scope)
{
	return (struct sheet_words){.mem = mem, .row = mem, .db = db, .scope = scope};
}

static bool may_name(const struct sheet_words *w, const struct kind *kind)
{
	return !(kind_name_classes(kind) & ~w->scope->classes);
}

// ---- to words

static bool link_words(
	struct sheet_words *w, struct str value, struct str *ret_words, struct err *err)
{
	const struct str *known = map_get(&w->name_of, value);
	struct record *record = NULL;
	int64_t id;
	*ret_words = known ? *known : value;
	if (known || !str_int(value, &id))
		return true;
	if (!record_load(w->row, w->db, id, &record, err))
		return false;
	if (record && may_name(w, record->kind))
		*ret_words = str_format(w->mem, "%" PRIstr " · %" PRIstr, STR(value),
			STR(record_name(w->mem, record, w->scope->lang->code)));
	struct str *kept = NEW(w->mem, struct str);
	*kept = *ret_words;
	map_put(w->mem, &w->name_of, str_copy(w->mem, value), kept);
	return true;
}

// ---- from words

static int code_by_name(
	const struct code_list *list, struct arena *mem, struct str folded, struct str lang)
{
	for (size_t i = 0; i < *list->n; i++)
		if (str_eq(utf8_fold(mem, code_name(&list->code[i], lang)), folded))
			return (int)i;
	return CODE_NONE;
}

// By its slug, then by its name in the person's language, then in the others.
static struct str code_find(struct sheet_words *w, const struct code_list *list, struct str cell)
{
	struct str folded = utf8_fold(w->mem, cell);
	int code = code_index(list, cell);
	if (code == CODE_NONE)
		code = code_by_name(list, w->mem, folded, w->scope->lang->code);
	for (size_t i = 0; i < lang_n && code == CODE_NONE; i++)
		code = code_by_name(list, w->mem, folded, lang_all[i]->code);
	return code == CODE_NONE ? cell : list->code[code].slug;
}

static struct str country_find(struct sheet_words *w, struct str cell)
{
	struct str folded = utf8_fold(w->mem, cell);
	if (cell.n == 2 && country_index(cell) != COUNTRY_NONE)
		return cell;
	for (size_t k = 0; k <= lang_n; k++)
		for (size_t i = 0; i < country_table_n; i++) {
			const struct lang *lang = k ? lang_all[k - 1] : w->scope->lang;
			struct str name = country_name((int)i, lang->code);
			if (str_eq(utf8_fold(w->mem, name), folded))
				return country_table[i].iso2;
		}
	return cell;
}

// A table says the same few names again and again. `list` NULL: countries.
static struct str name_read(struct sheet_words *w, const struct code_list *list, struct str cell)
{
	struct str key = str_format(
		w->mem, "%" PRIstr "\t%" PRIstr, STR(list ? list->name : S("country")), STR(cell));
	struct str *known = map_get(&w->value_of, key);
	if (!known) {
		known = NEW(w->mem, struct str);
		cell = str_copy(w->mem, cell);
		*known = list ? code_find(w, list, cell) : country_find(w, cell);
		map_put(w->mem, &w->value_of, key, known);
	}
	return *known;
}

// "1 200" and "١٢٠٠" are 1200.
static struct str number_read(struct arena *mem, struct str cell)
{
	struct str folded = utf8_fold(mem, cell);
	struct buf digits = buf_new(mem, cell.n * 4 + 1);
	for (size_t i = 0; i < folded.n; i++)
		if (folded.p[i] != ' ')
			buf_add_char(&digits, folded.p[i]);
	return buf_str(&digits);
}

static bool is_text_of(struct arena *mem, struct str folded, struct str english)
{
	for (size_t i = 0; i < lang_n; i++)
		if (str_eq(folded, utf8_fold(mem, lang_text(lang_all[i], english))))
			return true;
	return false;
}

static struct str flag_read(struct arena *mem, struct str cell)
{
	struct str folded = utf8_fold(mem, cell);
	if (str_eq(folded, S("true")) || str_eq(folded, S("1")) || str_eq(folded, S("x")) ||
		is_text_of(mem, folded, _("yes")))
		return S("true");
	if (str_eq(folded, S("false")) || str_eq(folded, S("0")) ||
		is_text_of(mem, folded, _("no")))
		return STR_EMPTY;
	return cell;
}

static bool targets_load(struct sheet_words *w, const struct kind *kind,
	struct sheet_targets **ret_targets, struct err *err)
{
	struct record_query query = {.kind = kind};
	struct record_lines lines;
	for (size_t i = 0; i < w->target.n; i++)
		if (w->target.p[i]->kind == kind) {
			*ret_targets = w->target.p[i];
			return true;
		}
	if (!record_list(w->mem, w->db, &query, &lines, err))
		return false;
	struct sheet_targets *targets = NEW(w->mem, struct sheet_targets);
	targets->kind = kind;
	for (size_t i = 0; i < lines.n; i++) {
		struct str key = utf8_fold(w->mem, lines.p[i].name);
		struct named *named = map_get(&targets->line, key);
		if (named) {
			named->id = 0;
			continue;
		}
		named = NEW(w->mem, struct named);
		named->id = lines.p[i].id;
		map_put(w->mem, &targets->line, key, named);
	}
	VEC_ADD(w->mem, &w->target, targets);
	*ret_targets = targets;
	return true;
}

static bool link_by_name(struct sheet_words *w, const struct kind *kind, struct str cell,
	struct str *ret_value, struct str *ret_wrong, struct err *err)
{
	struct sheet_targets *targets;
	*ret_value = cell;
	*ret_wrong = S(N_("Write the number of the record."));
	if (!may_name(w, kind))
		return true;
	if (!targets_load(w, kind, &targets, err))
		return false;
	const struct named *named = map_get(&targets->line, utf8_fold(w->row, cell));
	*ret_wrong = !named      ? S(N_("No record has this name: write its number."))
		: named->id == 0 ? S(N_("Several records have this name: write the number."))
				 : STR_EMPTY;
	if (named && named->id)
		*ret_value = str_of_int(w->mem, named->id);
	return true;
}

static bool link_read(struct sheet_words *w, const struct property *property, struct str cell,
	struct str *ret_value, struct str *ret_wrong, struct err *err)
{
	const struct kind *kind = kind_named(property->target);
	struct str number = number_read(w->row, str_sub(cell, 0, str_find(cell, DOT, 0)));
	struct record *record = NULL;
	int64_t id;
	if (!str_int(number, &id))
		return link_by_name(w, kind, cell, ret_value, ret_wrong, err);
	if (!record_load(w->row, w->db, id, &record, err))
		return false;
	*ret_value = number;
	if (!record || record->kind != kind || record->deleted_at)
		*ret_wrong = S(N_("There is no record of this number to link to."));
	return true;
}

// What a spreadsheet puts into a cell that it could not work out.
static bool is_fault(struct str cell)
{
	static const struct str faults[] = {S_INIT("#REF!"), S_INIT("#N/A"), S_INIT("#VALUE!"),
		S_INIT("#NAME?"), S_INIT("#DIV/0!"), S_INIT("#NULL!"), S_INIT("#NUM!")};
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		if (str_eq(cell, faults[i]))
			return true;
	return false;
}

bool sheet_words_write(struct sheet_words *w, const struct property *property, struct str value,
	struct str *ret_words, struct err *err)
{
	struct str words = value;
	*ret_words = value;
	if (!value.n)
		return true;
	if (property->type == PROPERTY_LINK)
		return link_words(w, value, ret_words, err);
	if (property->type == PROPERTY_CODE)
		words = code_name_of(property->codes, value, w->scope->lang->code);
	if (property->type == PROPERTY_COUNTRY && country_index(value) != COUNTRY_NONE)
		words = country_name(country_index(value), w->scope->lang->code);
	// A name that stands for another value too is not written.
	struct str again = property->type == PROPERTY_CODE ? name_read(w, property->codes, words)
		: property->type == PROPERTY_COUNTRY       ? name_read(w, NULL, words)
							   : value;
	*ret_words = str_eq(again, value) ? words : value;
	return true;
}

struct str sheet_short(struct arena *mem, struct str words)
{
	if (words.n <= SHEET_SHORT_MAX || utf8_count(words) <= SHEET_SHORT_MAX)
		return words;
	return str_format(mem, "[%zu]", words.n);
}

bool sheet_words_read(struct sheet_words *w, const struct property *property, struct str cell,
	struct str *ret_value, struct str *ret_wrong, struct err *err)
{
	struct str text = str_trim(cell);
	*ret_value = text;
	*ret_wrong = STR_EMPTY;
	if (is_fault(text))
		*ret_wrong = S(N_("The spreadsheet could not work this cell out."));
	if (!text.n || ret_wrong->n)
		return true;
	switch (property->type) {
	case PROPERTY_NUMBER:
		*ret_value = number_read(w->row, text);
		break;
	case PROPERTY_DATE:
	case PROPERTY_PERIOD:
		*ret_value = utf8_fold(w->row, text);
		break;
	case PROPERTY_FLAG:
		*ret_value = flag_read(w->row, text);
		break;
	case PROPERTY_CODE:
		*ret_value = name_read(w, property->codes, text);
		break;
	case PROPERTY_COUNTRY:
		*ret_value = name_read(w, NULL, text);
		break;
	case PROPERTY_LINK:
		return link_read(w, property, text, ret_value, ret_wrong, err);
	default:
		break;
	}
	return true;
}
