// SPDX-License-Identifier: EUPL-1.2
// record — the values of one record of the desk, each a text under its path.

#include "model/record.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "model/country.h"
#include "base/vec.h"

enum { NAME_MAX_N = 400, DOCUMENT_MAX_N = 8 * 1024 * 1024, PATH_MAX_N = 200 };

struct record record_new(const struct kind *kind)
{
	return (struct record){.kind = kind};
}

static int order(size_t a, size_t b)
{
	return a < b ? -1 : a > b;
}

// Where a value stands among those of its kind: by the description, rows and numbers in order.
static int place_cmp(
	const struct kind *kind, const struct place_of_value *a, const struct place_of_value *b)
{
	const struct property *top_a = a->rows ? a->rows : a->property;
	const struct property *top_b = b->rows ? b->rows : b->property;
	int by = order((size_t)(top_a - kind->property), (size_t)(top_b - kind->property));
	if (!by && a->rows && b->rows) {
		by = order(a->row, b->row);
		if (!by)
			by = order((size_t)(a->property - a->rows->part),
				(size_t)(b->property - b->rows->part));
	}
	if (!by)
		by = order(a->number, b->number);
	return by ? by : str_cmp(a->lang, b->lang);
}

// The index of the path, or of the first value behind it; *ret_found tells which.
static size_t find(const struct record *record, struct str path, bool *ret_found)
{
	struct place_of_value wanted, here;
	size_t low = 0, high = record->n;
	*ret_found = false;
	if (!kind_path(record->kind, path, &wanted))
		return record->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int by = kind_path(record->kind, record->p[middle].path, &here)
			? place_cmp(record->kind, &here, &wanted)
			: 0;
		if (by == 0) {
			*ret_found = true;
			return middle;
		}
		if (by < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct str record_get(const struct record *record, struct str path)
{
	bool found;
	size_t i = find(record, path, &found);
	return found ? record->p[i].text : STR_EMPTY;
}

static struct str path_join(struct arena *mem, struct str name, struct str tail)
{
	return str_format(mem, "%" PRIstr ".%" PRIstr, STR(name), STR(tail));
}

struct str record_text(
	const struct record *record, struct arena *mem, struct str name, struct str lang)
{
	struct str text = record_get(record, path_join(mem, name, lang));
	if (text.n == 0)
		text = record_get(record, path_join(mem, name, S("en")));
	if (text.n)
		return text;
	struct str prefix = str_join(mem, name, S("."));
	for (size_t i = 0; i < record->n; i++)
		if (str_eq(record->p[i].path, name) || str_starts(record->p[i].path, prefix))
			return record->p[i].text;
	return STR_EMPTY;
}

struct period record_period(const struct record *record, struct str path)
{
	struct period period = {0};
	return period_parse(record_get(record, path), &period) ? period : (struct period){0};
}

size_t record_count(const struct record *record, struct str name)
{
	size_t most = 0;
	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		if (!kind_path(record->kind, record->p[i].path, &place))
			continue;
		if (place.rows && str_eq(place.rows->name, name))
			most = place.row > most ? place.row : most;
		else if (!place.rows && str_eq(place.property->name, name))
			most = place.number > most ? place.number : most;
	}
	return most;
}

bool record_set(struct arena *mem, struct record *record, struct str path, struct str text)
{
	struct place_of_value place;
	bool found;
	if (path.n > PATH_MAX_N || !kind_path(record->kind, path, &place))
		return false;
	size_t i = find(record, path, &found);
	if (text.n == 0) {
		for (size_t k = i; found && k + 1 < record->n; k++)
			record->p[k] = record->p[k + 1];
		record->n -= found;
		return true;
	}
	if (!found) {
		VEC_ADD(mem, record, ((struct value){path, text}));
		for (size_t k = record->n - 1; k > i; k--)
			record->p[k] = record->p[k - 1];
	}
	record->p[i] = (struct value){path, text};
	return true;
}

// Counts rows, or numbered values, that follow each other without a gap.
struct counter {
	const struct property *property;
	size_t seen, number;
};

static size_t count_on(struct counter *counter, const struct property *property, size_t number)
{
	if (counter->property != property)
		*counter = (struct counter){.property = property};
	if (counter->seen != number) {
		counter->seen = number;
		counter->number++;
	}
	return counter->number;
}

void record_close_gaps(struct arena *mem, struct record *record)
{
	struct counter rows = {0}, numbers = {0};
	size_t row_before = 0;
	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		struct value *value = &record->p[i];
		if (!kind_path(record->kind, value->path, &place) || !(place.row || place.number))
			continue;
		struct str path = place.property->name;
		if (place.row != row_before)
			numbers = (struct counter){0};
		row_before = place.row;
		if (place.rows)
			path = str_format(mem, "%" PRIstr ".%zu.%" PRIstr, STR(place.rows->name),
				count_on(&rows, place.rows, place.row), STR(path));
		if (place.number)
			path = str_format(mem, "%" PRIstr ".%zu", STR(path),
				count_on(&numbers, place.property, place.number));
		else if (place.lang.n)
			path = path_join(mem, path, place.lang);
		value->path = path;
	}
}

// A code does not name by itself what a text names already.
static void name_add(struct buf *name, const struct property *property, struct str text)
{
	if (!text.n)
		return;
	if (name->n)
		buf_add(name, property->flags & PROPERTY_TRANSLATED ? S(" · ") : S(" "));
	buf_add(name, str_sub(text, 0, NAME_MAX_N / 2));
}

struct str record_name(struct arena *mem, const struct record *record, struct str lang)
{
	const struct kind *kind = record->kind;
	struct buf name = buf_new(mem, NAME_MAX_N);
	for (size_t i = 0; i < kind->property_n; i++) {
		const struct property *p = &kind->property[i];
		if (p->flags & PROPERTY_NAMES && p->type != PROPERTY_CODE)
			name_add(&name, p, record_text(record, mem, p->name, lang));
	}
	for (size_t i = 0; i < kind->property_n && name.n == 0; i++) {
		const struct property *p = &kind->property[i];
		struct str code = record_get(record, p->name);
		if (p->flags & PROPERTY_NAMES && p->type == PROPERTY_CODE && code.n)
			name_add(&name, p, code_name_of(p->codes, code, lang));
	}
	if (name.n == 0)
		return record->kind->is_single ? str_c(record->kind->label)
					       : str_of_int(mem, record->id);
	return buf_str(&name);
}

int64_t record_owner(const struct record *record)
{
	const struct property *owner = kind_owner(record->kind);
	int64_t id = 0;

	if (!owner || !str_int(record_get(record, owner->name), &id))
		return 0;
	return id;
}

static void wrong(struct arena *mem, struct findings *findings, struct str path, struct str message)
{
	finding_add(mem, findings, (struct finding){.rule = path, .severity = SEVERITY_ERROR},
		"%" PRIstr, STR(message));
}

static size_t text_max(const struct property *property)
{
	if (property->max)
		return property->max;
	return property->type == PROPERTY_PROSE ? PROPERTY_PROSE_MAX : PROPERTY_LINE_MAX;
}

static bool is_number(struct str text)
{
	int64_t value;
	return str_int(text, &value) && value >= 0;
}

static bool is_country(struct str text)
{
	return text.n == 2 && country_index(text) != COUNTRY_NONE;
}

// One @ with something before it and a point behind it, no blanks: what RFC 5321 lets a mailbox of
// the world look like; whether it exists only a mail can tell.
static bool is_email(struct str text)
{
	size_t at = str_find_char(text, '@', 0);
	return at != STR_NONE && at > 0 && str_find_char(text, '@', at + 1) == STR_NONE &&
		str_find_char(text, '.', at + 2) != STR_NONE && text.p[text.n - 1] != '.' &&
		str_find_char(text, ' ', 0) == STR_NONE && text.n <= 254;
}

static bool is_digest(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (!char_is_digit(text.p[i]) && (text.p[i] < 'a' || text.p[i] > 'f'))
			return false;
	return text.n == 64;
}

// What is wrong with a text that should be of the property's type; empty when nothing is.
static struct str type_fault(const struct property *property, struct str text)
{
	struct date date;
	struct period period;
	switch (property->type) {
	case PROPERTY_LINE:
		return str_find_char(text, '\n', 0) == STR_NONE ? STR_EMPTY
								: S(N_("Write it in one line."));
	case PROPERTY_NUMBER:
	case PROPERTY_LINK:
	case PROPERTY_RECORD:
		return is_number(text) ? STR_EMPTY : S(N_("Write a whole number, in digits."));
	case PROPERTY_FLAG:
		return str_eq(text, S("true")) ? STR_EMPTY : S(N_("Tick the box, or leave it."));
	case PROPERTY_DATE:
		return date_parse(text, &date)
			? STR_EMPTY
			: S(N_("Write a date as year, year-month or year-month-day: 2014-03."));
	case PROPERTY_PERIOD:
		return period_parse(text, &period)
			? STR_EMPTY
			: S(N_("Write a date or two parted by a slash: 2014-03/2014-05, 2014-03/.."));
	case PROPERTY_CODE:
		return code_index(property->codes, text) != CODE_NONE
			? STR_EMPTY
			: S(N_("Choose one of the list."));
	case PROPERTY_COUNTRY:
		return is_country(text) ? STR_EMPTY : S(N_("Choose a country of the list."));
	case PROPERTY_ADDRESS:
		return str_starts(text, S("https://")) || str_starts(text, S("http://"))
			? STR_EMPTY
			: S(N_("Write the whole address, with https:// in front."));
	case PROPERTY_EMAIL:
		return is_email(text) ? STR_EMPTY
				      : S(N_("Write an e-mail address: name@example.org."));
	case PROPERTY_FILE:
		return is_digest(text) ? STR_EMPTY : S(N_("Attach the file again."));
	case PROPERTY_PROSE:
	case PROPERTY_ROWS:
		break;
	}
	return STR_EMPTY;
}

static void value_check(
	struct arena *mem, const struct record *record, size_t i, struct findings *findings)
{
	const struct value *value = &record->p[i];
	struct place_of_value place;
	if (!kind_path(record->kind, value->path, &place)) {
		wrong(mem, findings, value->path, S(N_("This record has no such field.")));
		return;
	}
	struct str fault = type_fault(place.property, value->text);
	if (!utf8_is_valid(value->text, NULL))
		fault = S(N_("These bytes are no text in UTF-8."));
	else if (value->text.n > text_max(place.property))
		fault = S(N_("This text is too long for the field: shorten it."));
	else if (place.row > (place.rows && place.rows->max ? place.rows->max : PROPERTY_ROWS_MAX))
		fault = S(N_("There are more rows than this record can hold."));
	if (fault.n)
		wrong(mem, findings, value->path, fault);
}

static bool has_value(const struct record *record, const struct property *rows, size_t row,
	const struct property *property)
{
	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		if (kind_path(record->kind, record->p[i].path, &place) && place.rows == rows &&
			place.row == row && place.property == property)
			return true;
	}
	return false;
}

static void required_check(
	struct arena *mem, const struct record *record, struct findings *findings)
{
	const struct kind *kind = record->kind;
	for (size_t i = 0; i < kind->property_n; i++) {
		const struct property *property = &kind->property[i];
		bool is_rows = property->type == PROPERTY_ROWS;
		size_t row_n = is_rows ? record_count(record, property->name) : 0;
		for (size_t row = 1; row <= row_n; row++)
			for (size_t k = 0; k < property->part_n; k++) {
				const struct property *part = &property->part[k];
				if (part->flags & PROPERTY_REQUIRED &&
					!has_value(record, property, row, part))
					wrong(mem, findings,
						str_format(mem, "%" PRIstr ".%zu.%" PRIstr,
							STR(property->name), row, STR(part->name)),
						S(N_("This must be filled in.")));
			}
		bool is_there = is_rows ? row_n > 0 : has_value(record, NULL, 0, property);
		if (property->flags & PROPERTY_REQUIRED && !is_there)
			wrong(mem, findings, property->name, S(N_("This must be filled in.")));
	}
}

void record_check(struct arena *mem, const struct record *record, struct findings *findings)
{
	size_t before = findings->n;
	required_check(mem, record, findings);
	for (size_t i = 0; i < record->n; i++)
		value_check(mem, record, i, findings);
	if (record->kind->rule && findings->n == before)
		record->kind->rule(mem, record, findings);
}

void record_check_move(struct arena *mem, const struct record *record, const struct move *move,
	struct findings *findings)
{
	struct str_split split = {.rest = str_c(move->needs), .sep = ' '};
	struct str name;
	while (split.rest.n && str_next(&split, &name)) {
		const struct property *property = property_named(
			record->kind->property, record->kind->property_n, name);
		bool is_there = property &&
			(property->type == PROPERTY_ROWS ? record_count(record, name) > 0
							 : has_value(record, NULL, 0, property));
		if (!is_there)
			wrong(mem, findings, name,
				S(N_("This must be filled in before that step.")));
	}
}

struct str record_document(struct arena *mem, const struct record *record)
{
	struct buf text = buf_new(mem, DOCUMENT_MAX_N);
	for (size_t i = 0; i < record->n; i++) {
		buf_add(&text, record->p[i].path);
		buf_add_char(&text, '\t');
		struct str value = record->p[i].text;
		for (size_t k = 0; k < value.n; k++) {
			const char *escape = value.p[k] == '\n' ? "\\n"
				: value.p[k] == '\t'            ? "\\t"
				: value.p[k] == '\\'            ? "\\\\"
								: NULL;
			if (escape)
				buf_add(&text, str_c(escape));
			else
				buf_add_char(&text, value.p[k]);
		}
		buf_add_char(&text, '\n');
	}
	return buf_str(&text);
}

// The text without its escapes. False when one of them is unknown.
static bool unescape(struct arena *mem, struct str escaped, struct str *ret_text)
{
	if (str_find_char(escaped, '\\', 0) == STR_NONE) {
		*ret_text = escaped;
		return true;
	}
	char *p = arena_alloc(mem, escaped.n);
	size_t n = 0;
	for (size_t i = 0; i < escaped.n; i++) {
		char c = escaped.p[i];
		if (c == '\\') {
			if (++i == escaped.n)
				return false;
			c = escaped.p[i];
			if (c != '\\' && c != 'n' && c != 't')
				return false;
			c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
		}
		p[n++] = c;
	}
	*ret_text = (struct str){p, n};
	return true;
}

bool record_read(struct arena *mem, const struct kind *kind, struct str document,
	struct record *ret_record, struct str *ret_lost)
{
	struct record record = record_new(kind);
	struct buf lost = buf_new(mem, DOCUMENT_MAX_N);
	struct str_split lines = {.rest = document, .sep = '\n'};
	struct str line, text;
	while (lines.rest.n && str_next(&lines, &line)) {
		size_t tab = str_find_char(line, '\t', 0);
		if (tab == STR_NONE || !unescape(mem, str_from(line, tab + 1), &text))
			return false;
		if (record_set(mem, &record, str_sub(line, 0, tab), text))
			continue;
		buf_add(&lost, line);
		buf_add_char(&lost, '\n');
	}
	*ret_record = record;
	*ret_lost = buf_str(&lost);
	return true;
}

struct changes record_compare(
	struct arena *mem, const struct record *before, const struct record *after)
{
	struct changes changes = {0};
	size_t i = 0, k = 0;
	while (i < before->n || k < after->n) {
		struct place_of_value a = {0}, b = {0};
		int by = i == before->n ? 1 : k == after->n ? -1 : 0;
		if (!by && kind_path(before->kind, before->p[i].path, &a) &&
			kind_path(after->kind, after->p[k].path, &b))
			by = place_cmp(before->kind, &a, &b);
		struct change change = {.path = by <= 0 ? before->p[i].path : after->p[k].path,
			.before = by <= 0 ? before->p[i].text : STR_EMPTY,
			.after = by >= 0 ? after->p[k].text : STR_EMPTY};
		if (!str_eq(change.before, change.after))
			VEC_ADD(mem, &changes, change);
		i += by <= 0;
		k += by >= 0;
	}
	return changes;
}

struct record record_merge(struct arena *mem, const struct record *base, const struct record *mine,
	const struct record *theirs, struct changes *ret_both)
{
	struct changes changes = record_compare(mem, base, mine);
	struct changes both = {0};
	struct record merged = *theirs;
	merged.p = NEW_ARRAY(mem, struct value, theirs->n);
	merged.room = theirs->n;
	for (size_t i = 0; i < theirs->n; i++)
		merged.p[i] = theirs->p[i];
	for (size_t i = 0; i < changes.n; i++) {
		const struct change *change = &changes.p[i];
		struct str now = record_get(theirs, change->path);
		if (str_eq(now, change->after))
			continue;
		if (str_eq(now, change->before))
			(void)record_set(mem, &merged, change->path, change->after);
		else
			VEC_ADD(mem, &both, ((struct change){change->path, now, change->after}));
	}
	*ret_both = both;
	return merged;
}
