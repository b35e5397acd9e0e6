// SPDX-License-Identifier: EUPL-1.2
// entry_json — an entry as the JSON object that `attache read` prints (CONTRACTS.md).

#include "work/entry_json.h"

static void key_date(struct json *json, struct str key, struct date value)
{
	json_key(json, key);
	json_date(json, value);
}

// Every fact has a span, so its object is put together in one piece.
enum { SPAN_TEXT_MAX = 128 };

static char *put(char *p, struct str s)
{
	memcpy(p, s.p, s.n);
	return p + s.n;
}

// The span as a JSON object.
static struct str span_text(const struct span *span, char ret_text[static SPAN_TEXT_MAX])
{
	char *p = put(ret_text, S("{\"span\":["));
	p += str_print_int((int64_t)span->offset, p);
	*p++ = ',';
	p += str_print_int((int64_t)span->length, p);
	p = put(p, S("],\"certainty\":\""));
	p = put(p, certainty_name(span->certainty));
	p = put(p, S("\"}"));
	return (struct str){ret_text, (size_t)(p - ret_text)};
}

static void span_members(struct json *json, const struct span *span)
{
	char text[SPAN_TEXT_MAX];
	struct str object = span_text(span, text);
	json_ready_members(json, str_sub(object, 1, object.n - 1));
}

static void span_object(struct json *json, const struct span *span)
{
	char text[SPAN_TEXT_MAX];
	if (span->length)
		json_ready(json, span_text(span, text));
	else
		json_null(json);
}

static void activities(struct json *json, const struct entry *entry)
{
	json_key(json, S("activities"));
	json_begin_array(json);
	for (size_t i = 0; i < entry->activities.n; i++) {
		const struct entry_activity *a = &entry->activities.p[i];
		json_begin_object(json);
		json_key_text_or_null(json, S("type"), a->type);
		json_key_text_or_null(json, S("quote"), a->quote);
		json_key_text_or_null(json, S("date_raw"), a->date_raw);
		key_date(json, S("start"), a->period.start);
		key_date(json, S("end"), a->period.end);
		json_key_text_or_null(json, S("place"), a->place);
		json_key_text_or_null(json, S("iso2"), a->iso2);
		json_key_text_or_null(json, S("status"), a->is_planned ? S("planned") : S("held"));
		json_key_int(json, S("count"), a->count);
		span_members(json, &a->span);
		json_end_object(json);
	}
	json_end_array(json);
}

static void outputs(struct json *json, const struct entry *entry)
{
	json_key(json, S("outputs"));
	json_begin_array(json);
	for (size_t i = 0; i < entry->outputs.n; i++) {
		const struct entry_output *o = &entry->outputs.p[i];
		json_begin_object(json);
		json_key_text_or_null(json, S("type"), o->type);
		json_key_text_or_null(json, S("name"), o->name);
		json_key_text_or_null(json, S("status"), o->status);
		key_date(json, S("date"), o->date);
		span_members(json, &o->span);
		json_end_object(json);
	}
	json_end_array(json);
}

static void experts(struct json *json, const struct entry *entry)
{
	json_key(json, S("experts"));
	json_begin_array(json);
	for (size_t i = 0; i < entry->experts.n; i++) {
		const struct entry_expert *e = &entry->experts.p[i];
		json_begin_object(json);
		json_key_text_or_null(json, S("iso2"), e->iso2);
		json_key_text_or_null(json, S("kind"), e->kind);
		json_key_text_or_null(json, S("quote"), e->quote);
		span_members(json, &e->span);
		json_end_object(json);
	}
	json_end_array(json);
}

static void texts(struct json *json, struct str key, const struct entry_texts *list)
{
	json_key(json, key);
	json_begin_array(json);
	for (size_t i = 0; i < list->n; i++)
		json_text(json, list->p[i].text);
	json_end_array(json);
}

static void text_spans(struct json *json, struct str key, const struct entry_texts *list)
{
	json_key(json, key);
	json_begin_array(json);
	for (size_t i = 0; i < list->n; i++)
		span_object(json, &list->p[i].span);
	json_end_array(json);
}

static void participants(struct json *json, const struct entry *entry)
{
	json_key(json, S("participants"));
	if (entry->participants.count == 0) {
		json_null(json);
		return;
	}
	json_begin_object(json);
	json_key_int(json, S("count"), entry->participants.count);
	json_key_text_or_null(json, S("quote"), entry->participants.quote);
	span_members(json, &entry->participants.span);
	json_end_object(json);
}

static void warnings(struct json *json, const struct findings *list)
{
	json_key(json, S("warnings"));
	json_begin_array(json);
	for (size_t i = 0; i < list->n; i++) {
		const struct finding *w = &list->p[i];
		json_begin_object(json);
		json_key_text_or_null(json, S("rule"), w->rule);
		json_key_text_or_null(json, S("message"), w->message);
		json_key(json, S("span"));
		json_begin_array(json);
		json_int(json, (int64_t)w->offset);
		json_int(json, (int64_t)w->length);
		json_end_array(json);
		json_end_object(json);
	}
	json_end_array(json);
}

// The span of a value that is read off another: the country from the place.
static struct span derived(struct span span, struct str value)
{
	span.certainty = CERTAINTY_INFERRED;
	span.length = value.n ? span.length : 0;
	return span;
}

static void facts(struct json *json, const struct entry *entry)
{
	struct span kind = derived(entry->place.span, entry->place_kind);
	struct span iso2 = derived(entry->place.span, entry->iso2);
	struct span ongoing = entry->end_span;
	struct span requester_kind = derived(entry->requester.span, entry->requester_kind);
	ongoing.length = entry->period.open ? ongoing.length : 0;
	struct span end = entry->end_span;
	end.length = entry->period.open ? 0 : end.length;
	const struct {
		struct str key;
		const struct span *span;
	} scalars[] = {
		{S("heading"), &entry->heading.span},
		{S("place"), &entry->place.span},
		{S("place_kind"), &kind},
		{S("iso2"), &iso2},
		{S("phase"), &entry->phase_span},
		{S("title"), &entry->title.span},
		{S("objective"), &entry->objective.span},
		{S("summary"), &entry->summary.span},
		{S("duration_raw"), &entry->duration_raw.span},
		{S("start"), &entry->start_span},
		{S("end"), &end},
		{S("ongoing"), &ongoing},
		{S("requester"), &entry->requester.span},
		{S("requester_kind"), &requester_kind},
	};
	json_key(json, S("facts"));
	json_begin_object(json);
	for (size_t i = 0; i < sizeof scalars / sizeof *scalars; i++) {
		json_key(json, scalars[i].key);
		span_object(json, scalars[i].span);
	}
	text_spans(json, S("themes"), &entry->themes);
	text_spans(json, S("partners"), &entry->partners);
	text_spans(json, S("countries_involved"), &entry->countries_involved);
	json_end_object(json);
}

static void scalars_write(struct json *json, struct str file, const struct entry *entry)
{
	json_key_text_or_null(json, S("file"), file);
	json_key_text_or_null(json, S("heading"), entry->heading.text);
	json_key_text_or_null(json, S("place"), entry->place.text);
	json_key_text_or_null(json, S("place_kind"), entry->place_kind);
	json_key_text_or_null(json, S("iso2"), entry->iso2);
	json_key_int_or_null(json, S("phase"), entry->phase);
	json_key_text_or_null(json, S("title"), entry->title.text);
	texts(json, S("themes"), &entry->themes);
	json_key_text_or_null(json, S("objective"), entry->objective.text);
	json_key_text_or_null(json, S("summary"), entry->summary.text);
	json_key_text_or_null(json, S("duration_raw"), entry->duration_raw.text);
	key_date(json, S("start"), entry->period.start);
	key_date(json, S("end"), entry->period.end);
	json_key_bool(json, S("ongoing"), entry->period.open);
	json_key_bool(json, S("duration_damaged"), entry->duration_damaged);
	json_key_bool(json, S("duration_ambiguous"), entry->duration_ambiguous);
}

void entry_json_members(struct json *json, struct str file, const struct entry *entry)
{
	scalars_write(json, file, entry);
	activities(json, entry);
	outputs(json, entry);
	experts(json, entry);
	texts(json, S("partners"), &entry->partners);
	json_key_text_or_null(json, S("requester"), entry->requester.text);
	json_key_text_or_null(json, S("requester_kind"), entry->requester_kind);
	texts(json, S("countries_involved"), &entry->countries_involved);
	participants(json, entry);
	warnings(json, &entry->warnings);
	facts(json, entry);
}

void entry_json_page_end(struct json *json, struct str file, const struct page_end *end)
{
	json_begin_object(json);
	json_key_text_or_null(json, S("file"), file);
	json_key(json, S("downloads"));
	json_begin_array(json);
	for (size_t i = 0; i < end->downloads.n; i++) {
		const struct page_download *d = &end->downloads.p[i];
		json_begin_object(json);
		json_key_text_or_null(json, S("title"), d->title);
		json_key(json, S("languages"));
		json_begin_array(json);
		for (size_t k = 0; k < d->languages.n; k++)
			json_text(json, d->languages.p[k]);
		json_end_array(json);
		span_members(json, &d->span);
		json_end_object(json);
	}
	json_end_array(json);
	json_key_text_or_null(json, S("funder"), end->funder.text);
	key_date(json, S("as_of"), end->as_of);
	json_key(json, S("unread_share"));
	json_real(json, end->unread_share, 4);
	if (end->warnings.n)
		warnings(json, &end->warnings);
	json_end_object(json);
}
