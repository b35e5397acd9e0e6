// SPDX-License-Identifier: EUPL-1.2
// showcase — the records that the public sees, with nothing in them that it may not see.

#include "model/showcase.h"

#include "base/utf8.h"

enum { SLUG_MAX = 60 };

struct record *exhibit_copy(struct arena *mem, const struct record *record)
{
	struct record *copy = NEW(mem, struct record);
	*copy = *record;
	copy->p = NULL;
	copy->n = copy->room = 0;
	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		if (kind_path(record->kind, record->p[i].path, &place) &&
			place.property->class == FIELD_PUBLIC &&
			(!place.rows || place.rows->class == FIELD_PUBLIC))
			VEC_ADD(mem, copy, record->p[i]);
	}
	return copy;
}

struct showcase showcase_of(const struct showcase *list, const struct kind *kind)
{
	size_t from = 0, to;
	while (from < list->n && list->p[from].record->kind != kind)
		from++;
	for (to = from; to < list->n && list->p[to].record->kind == kind;)
		to++;
	return (struct showcase){list->n ? list->p + from : NULL, to - from, to - from};
}

const struct exhibit *showcase_find(
	const struct showcase *list, const struct kind *kind, int64_t id)
{
	struct showcase own = showcase_of(list, kind);
	size_t low = 0, high = own.n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (own.p[middle].record->id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < own.n && own.p[low].record->id == id ? &own.p[low] : NULL;
}

const struct exhibit *showcase_at(
	const struct showcase *list, const struct kind *kind, struct str slug)
{
	size_t from = slug.n;
	int64_t id;
	while (from && slug.p[from - 1] != '-')
		from--;
	if (!str_int(str_from(slug, from), &id))
		return NULL;
	return showcase_find(list, kind, id);
}

struct str exhibit_slug(struct arena *mem, const struct record *record)
{
	struct str words = utf8_slug(mem, record_name(mem, record, S("en")), SLUG_MAX);
	return str_format(
		mem, "%" PRIstr "%s%lld", STR(words), words.n ? "-" : "", (long long)record->id);
}

struct str exhibit_path(struct arena *mem, const struct record *record)
{
	struct str pattern = record->kind->shown_at;
	size_t hole = str_find(pattern, S("{}"), 0);
	if (hole == STR_NONE)
		return pattern;
	return str_join(mem, str_sub(pattern, 0, hole), exhibit_slug(mem, record));
}

const struct record *showcase_one(const struct showcase *list, const struct kind *kind)
{
	struct showcase own = showcase_of(list, kind);
	// The first state is that of what is in use.
	for (size_t i = 0; i < own.n; i++)
		if (own.p[i].record->state == 0)
			return own.p[i].record;
	return NULL;
}

struct str exhibit_text(
	const struct record *record, struct arena *mem, const char *name, struct str lang)
{
	return record ? record_text(record, mem, str_c(name), lang) : STR_EMPTY;
}
