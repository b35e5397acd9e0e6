// SPDX-License-Identifier: EUPL-1.2
// document_data — downloads and outputs as JSON and CSV: rows of one shape, told apart by `kind`.
#include "base/buf.h"
#include "format/csv_write.h"
#include "format/json_write.h"
#include "model/code.h"
#include "web/document_list.h"
#include "web/links.h"

// A row of either kind; empty texts are what the kind does not have.
struct item {
	struct str id, url, kind, title, type, status, date, action;
	const struct download *download; // its languages and pages; NULL: none
};

static struct item download_item(struct visit *v, const struct download *d)
{
	struct str id = str_format(v->mem, "document-%lld", (long long)d->id);
	struct str path = str_format(v->mem, "/documents#%" PRIstr, STR(id));

	return (struct item){
		.id = id,
		.url = str_join(v->mem, v->origin, link_to(v->mem, v->lang, path)),
		.kind = S("download"),
		.title = d->title,
		.type = STR_EMPTY,
		.status = STR_EMPTY,
		.date = STR_EMPTY,
		.action = STR_EMPTY,
		.download = d,
	};
}

static struct item output_item(struct visit *v, const struct output_row *r)
{
	return (struct item){
		.id = str_format(v->mem, "output-%lld", (long long)r->output->id),
		.url = str_join(v->mem, v->origin, r->url),
		.kind = S("output"),
		.title = r->output->name,
		.type = r->output->type,
		.status = r->output->status,
		.date = date_iso(v->mem, r->output->status_date),
		.action = r->action->slug,
	};
}

static struct item published_item(struct visit *v, const struct published *p)
{
	bool is_ours = str_starts(p->url, S("/"));

	return (struct item){
		.id = str_format(v->mem, "record-%lld", (long long)p->id),
		.url = is_ours ? str_join(v->mem, v->origin, p->url) : p->url,
		.kind = S("document"),
		.title = p->name,
		.type = STR_EMPTY,
		.status = STR_EMPTY,
		.date = STR_EMPTY,
		.action = STR_EMPTY,
	};
}

static struct item item_of(struct visit *v, const struct document_data *data, size_t i)
{
	if (i < data->published->n)
		return published_item(v, &data->published->p[i]);
	i -= data->published->n;
	if (i < data->downloads->n)
		return download_item(v, &data->downloads->p[i]);
	return output_item(v, &data->rows->p[i - data->downloads->n]);
}

// "ar en fr"; names of files joined by "; ".
static struct str languages_of(struct arena *mem, const struct download *d)
{
	struct buf b = buf_new(mem, BITSET_MAX * 8);

	for (int i = d ? bitset_next(&d->languages, 0) : -1; i >= 0;
		i = bitset_next(&d->languages, i + 1))
		buf_format(&b, "%s%" PRIstr, b.n ? " " : "", STR(language_table[i].slug));
	return buf_str(&b);
}

static struct str pages_of(struct arena *mem, const struct download *d)
{
	struct str pages = STR_EMPTY;

	for (size_t i = 0; d && i < d->pages.n; i++)
		pages = i ? str_format(mem, "%" PRIstr "; %" PRIstr, STR(pages), STR(d->pages.p[i]))
			  : d->pages.p[i];
	return pages;
}

static void json_texts(struct json *json, const struct item *item)
{
	const struct {
		struct str key, value;
	} members[] = {
		{S("id"), item->id},
		{S("url"), item->url},
		{S("kind"), item->kind},
		{S("title"), item->title},
		{S("type"), item->type},
		{S("status"), item->status},
		{S("date"), item->date},
		{S("action"), item->action},
	};

	for (size_t i = 0; i < sizeof members / sizeof *members; i++)
		json_key_text_or_null(json, members[i].key, members[i].value);
}

static void json_item(struct json *json, const struct item *item)
{
	const struct download *d = item->download;

	json_begin_object(json);
	json_texts(json, item);
	json_key(json, S("languages"));
	json_begin_array(json);
	for (int i = d ? bitset_next(&d->languages, 0) : -1; i >= 0;
		i = bitset_next(&d->languages, i + 1))
		json_text(json, language_table[i].slug);
	json_end_array(json);
	json_key(json, S("pages"));
	json_begin_array(json);
	for (size_t i = 0; d && i < d->pages.n; i++)
		json_text(json, d->pages.p[i]);
	json_end_array(json);
	json_end_object(json);
}

bool document_data_json(struct visit *v, const struct document_data *data, struct err *err)
{
	struct json json = json_new(&v->out);

	json_begin_object(&json);
	json_key_int(&json, S("total"),
		(int64_t)(data->published->n + data->downloads->n + data->rows->n));
	json_key_int(&json, S("page"), data->page);
	json_key_int(&json, S("pages"), data->page_n);
	json_key(&json, S("items"));
	json_begin_array(&json);
	for (size_t i = data->from; i < data->to; i++) {
		struct item item = item_of(v, data, i);
		json_item(&json, &item);
	}
	json_end_array(&json);
	json_end_object(&json);
	out_char(&v->out, '\n');
	return visit_send(v, S("application/json; charset=utf-8"), err);
}

bool document_data_csv(struct visit *v, const struct document_data *data, struct err *err)
{
	static const char *const columns[] = {"id", "url", "kind", "title", "type", "status",
		"date", "action", "languages", "pages"};
	struct csv csv = csv_new(&v->out);

	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		csv_text(&csv, str_c(columns[i]));
	csv_end_row(&csv);
	for (size_t i = 0; i < data->published->n + data->downloads->n + data->rows->n; i++) {
		struct item item = item_of(v, data, i);
		const struct str cells[] = {item.id, item.url, item.kind, item.title, item.type,
			item.status, item.date, item.action, languages_of(v->mem, item.download),
			pages_of(v->mem, item.download)};
		for (size_t k = 0; k < sizeof cells / sizeof *cells; k++)
			csv_text(&csv, cells[k]);
		csv_end_row(&csv);
	}
	v->response->filename = S("documents.csv");
	return visit_send(v, S("text/csv; charset=utf-8"), err);
}
