// SPDX-License-Identifier: EUPL-1.2
// published — records that the portal shows as they stand, with the files they hold.
#include "web/published.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "model/kind_list.h"
#include "store/kept_file.h"
#include "store/record.h"
#include "store/record_origin.h"
#include "web/desk_record.h"
#include "web/file_words.h"

// The file, or the address elsewhere, that stands first in the description.
static bool way_fill(
	struct visit *v, const struct record *record, struct published *published, struct err *err)
{
	for (size_t i = 0; i < record->kind->property_n && !published->url.n; i++) {
		const struct property *p = &record->kind->property[i];
		struct str value = record_get(record, p->name);
		struct kept_file *file = NULL;
		if (p->class != FIELD_PUBLIC || !value.n)
			continue;
		if (p->type == PROPERTY_ADDRESS)
			published->url = value;
		if (p->type == PROPERTY_FILE && !kept_file_find(v->mem, v->db, value, &file, err))
			return false;
		if (file) {
			published->url = file_url_public(v->mem, file);
			published->note = file_words(v->mem, v->lang, file);
		}
	}
	return true;
}

static bool fact_add(struct visit *v, const struct property *p, struct str value,
	struct published *published, struct err *err)
{
	struct str words;

	if (!value.n)
		return true;
	if (!desk_record_words(v, p, value, &words, err))
		return false;
	VEC_ADD(v->mem, &published->fact, words);
	return true;
}

// The values that lists show besides the name.
static bool facts_fill(
	struct visit *v, const struct record *record, struct published *published, struct err *err)
{
	for (size_t i = 0; i < record->kind->property_n; i++) {
		const struct property *p = &record->kind->property[i];
		size_t n = p->flags & PROPERTY_MANY ? record_count(record, p->name) : 0;
		if (p->class != FIELD_PUBLIC || !(p->flags & PROPERTY_LISTED) ||
			p->flags & PROPERTY_NAMES)
			continue;
		if (!(p->flags & PROPERTY_MANY) &&
			!fact_add(v, p, record_text(record, v->mem, p->name, v->lang->code),
				published, err))
			return false;
		for (size_t k = 1; k <= n; k++) {
			struct str path = str_format(v->mem, "%" PRIstr ".%zu", STR(p->name), k);
			if (!fact_add(v, p, record_get(record, path), published, err))
				return false;
		}
	}
	return true;
}

static bool add(struct visit *v, int64_t id, struct published_list *list, struct err *err)
{
	struct published published = {.id = id, .url = STR_EMPTY, .note = STR_EMPTY};
	struct record *record;
	bool is_shown;

	if (!record_is_shown(v->mem, v->db, id, v->now, &is_shown, err))
		return false;
	if (!is_shown)
		return true;
	if (!record_load(v->mem, v->db, id, &record, err))
		return false;
	if (kind_name_classes(record->kind) & ~(1U << FIELD_PUBLIC))
		return true;
	published.name = record_name(v->mem, record, v->lang->code);
	if (!way_fill(v, record, &published, err) || !facts_fill(v, record, &published, err))
		return false;
	VEC_ADD(v->mem, list, published);
	return true;
}

static int cmp_names(const void *a, const void *b)
{
	const struct published *x = a, *y = b;

	return str_cmp(x->name, y->name);
}

static void sort(struct published_list *list)
{
	if (list->n)
		qsort(list->p, list->n, sizeof *list->p, cmp_names);
}

static bool holds_files(const struct kind *kind)
{
	for (size_t i = 0; i < kind->property_n; i++)
		if (kind->property[i].type == PROPERTY_FILE &&
			kind->property[i].class == FIELD_PUBLIC)
			return kind->publishing == PUBLISHED_ON_SAVE;
	return false;
}

bool published_all(struct visit *v, struct published_list *ret_list, struct err *err)
{
	struct published_list list = {0};

	for (size_t i = 0; i < KIND_N; i++) {
		const struct record_query query = {.kind = kind_list[i]};
		struct record_lines lines;
		if (!holds_files(kind_list[i]))
			continue;
		if (!record_list(v->mem, v->db, &query, &lines, err))
			return false;
		for (size_t k = 0; k < lines.n; k++)
			if (!add(v, lines.p[k].id, &list, err))
				return false;
	}
	sort(&list);
	*ret_list = list;
	return true;
}

// The records of the kind that link to this one in a public field.
static bool linked_add(struct visit *v, const struct kind *kind, int64_t record_id,
	struct published_list *list, struct err *err)
{
	for (size_t i = 0; i < kind->property_n; i++) {
		const struct property *p = &kind->property[i];
		const struct record_filter filter = {p->name, str_of_int(v->mem, record_id)};
		const struct record_query query = {.kind = kind, .filter = &filter, .filter_n = 1};
		struct record_lines lines;
		if (p->type != PROPERTY_LINK || p->class != FIELD_PUBLIC ||
			!str_eq(p->target, kind_action.name))
			continue;
		if (!record_list(v->mem, v->db, &query, &lines, err))
			return false;
		for (size_t k = 0; k < lines.n; k++)
			if (!add(v, lines.p[k].id, list, err))
				return false;
	}
	return true;
}

bool published_of_action(
	struct visit *v, int64_t action_id, struct published_list *ret_list, struct err *err)
{
	struct published_list list = {0};
	struct record_origins origins;

	if (!record_origin_list(v->mem, v->db, action_id, &origins, err))
		return false;
	for (size_t i = 0; i < origins.n; i++)
		for (size_t k = 0; str_eq(origins.p[i].part, S("action")) && k < KIND_N; k++)
			if (holds_files(kind_list[k]) &&
				!linked_add(v, kind_list[k], origins.p[i].record_id, &list, err))
				return false;
	sort(&list);
	*ret_list = list;
	return true;
}
