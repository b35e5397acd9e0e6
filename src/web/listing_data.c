// SPDX-License-Identifier: EUPL-1.2
// listing_data — a list of actions as JSON and as CSV: the same members, in the same order.
#include "format/csv_write.h"
#include "format/json_write.h"
#include "model/code.h"
#include "model/country.h"
#include "web/links.h"
#include "web/listing.h"

// Codes of a set, in the order of their list.
struct codes VEC_OF(struct str);

static struct codes countries_of(struct arena *mem, const struct bitset *set)
{
	struct codes codes = {0};

	for (int i = bitset_next(set, 0); i >= 0; i = bitset_next(set, i + 1))
		VEC_ADD(mem, &codes, country_table[i].iso2);
	return codes;
}

static struct codes themes_of(struct arena *mem, const struct bitset *set)
{
	struct codes codes = {0};

	for (int i = bitset_next(set, 0); i >= 0; i = bitset_next(set, i + 1))
		VEC_ADD(mem, &codes, theme_table[i].slug);
	return codes;
}

struct item {
	const struct portfolio_action *action;
	struct str url, heading, review;
	struct codes themes, countries, experts;
};

// Headings are told in English, as the pages print them.
static struct item item_of(struct visit *v, const struct portfolio_action *a)
{
	return (struct item){
		.action = a,
		.url = str_join(v->mem, v->origin, link_action(v->mem, v->lang, a->slug)),
		.heading = parts_heading(v->mem, lang_all[0], a),
		.review = a->is_pending ? S("pending") : S("accepted"),
		.themes = themes_of(v->mem, &a->themes),
		.countries = countries_of(v->mem, &a->beneficiary),
		.experts = countries_of(v->mem, &a->lender),
	};
}

static void json_codes(struct json *json, struct str key, const struct codes *codes)
{
	json_key(json, key);
	json_begin_array(json);
	for (size_t i = 0; i < codes->n; i++)
		json_text(json, codes->p[i]);
	json_end_array(json);
}

static void json_item(struct json *json, const struct item *item)
{
	const struct portfolio_action *a = item->action;

	json_begin_object(json);
	json_key_int(json, S("id"), a->id);
	json_key_text_or_null(json, S("url"), item->url);
	json_key_text_or_null(json, S("slug"), a->slug);
	json_key_text_or_null(json, S("heading"), item->heading);
	json_key_text_or_null(json, S("place"), a->place);
	json_key_int_or_null(json, S("phase"), a->phase);
	json_key_text_or_null(json, S("title"), a->title);
	json_key_text_or_null(json, S("iso2"), a->iso2);
	json_key(json, S("period"));
	json_period(json, a->period);
	json_key_bool(json, S("ongoing"), a->period.open);
	json_codes(json, S("themes"), &item->themes);
	json_codes(json, S("countries"), &item->countries);
	json_codes(json, S("experts"), &item->experts);
	json_key_int(json, S("activities"), a->activity_n);
	json_key_int(json, S("outputs"), a->output_n);
	json_key_text_or_null(json, S("review"), item->review);
	json_end_object(json);
}

static void write_json(struct visit *v, const struct listing *l)
{
	struct json json = json_new(&v->out);

	json_begin_object(&json);
	json_key_int(&json, S("total"), (int64_t)l->hits.n);
	json_key_int(&json, S("page"), (int64_t)l->page);
	json_key_int(&json, S("pages"), (int64_t)l->page_n);
	json_key(&json, S("items"));
	json_begin_array(&json);
	for (size_t i = l->from; i < l->to; i++) {
		struct item item = item_of(v, &v->portfolio->action[l->hits.p[i]]);
		json_item(&json, &item);
	}
	json_end_array(&json);
	json_end_object(&json);
	out_char(&v->out, '\n');
}

static void csv_codes(struct visit *v, struct csv *csv, const struct codes *codes)
{
	struct str joined = STR_EMPTY;

	for (size_t i = 0; i < codes->n; i++)
		joined = i
			? str_format(v->mem, "%" PRIstr " %" PRIstr, STR(joined), STR(codes->p[i]))
			: codes->p[i];
	csv_text(csv, joined);
}

static void csv_item(struct visit *v, struct csv *csv, const struct item *item)
{
	const struct portfolio_action *a = item->action;

	csv_int(csv, a->id);
	csv_text(csv, item->url);
	csv_text(csv, a->slug);
	csv_text(csv, item->heading);
	csv_text(csv, a->place);
	csv_text(csv, a->phase ? str_format(v->mem, "%lld", (long long)a->phase) : STR_EMPTY);
	csv_text(csv, a->title);
	csv_text(csv, a->iso2);
	csv_text(csv, period_edtf(v->mem, a->period));
	csv_text(csv, a->period.open ? S("true") : S("false"));
	csv_codes(v, csv, &item->themes);
	csv_codes(v, csv, &item->countries);
	csv_codes(v, csv, &item->experts);
	csv_int(csv, a->activity_n);
	csv_int(csv, a->output_n);
	csv_text(csv, item->review);
	csv_end_row(csv);
}

static void write_csv(struct visit *v, const struct listing *l)
{
	static const struct str columns[] = {S_INIT("id"), S_INIT("url"), S_INIT("slug"),
		S_INIT("heading"), S_INIT("place"), S_INIT("phase"), S_INIT("title"),
		S_INIT("iso2"), S_INIT("period"), S_INIT("ongoing"), S_INIT("themes"),
		S_INIT("countries"), S_INIT("experts"), S_INIT("activities"), S_INIT("outputs"),
		S_INIT("review")};
	struct csv csv = csv_new(&v->out);

	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		csv_text(&csv, columns[i]);
	csv_end_row(&csv);
	for (size_t i = 0; i < l->hits.n; i++) {
		struct item item = item_of(v, &v->portfolio->action[l->hits.p[i]]);
		csv_item(v, &csv, &item);
	}
}

bool listing_data(struct visit *v, const struct listing *l, struct err *err)
{
	if (l->format == VISIT_JSON) {
		write_json(v, l);
		return visit_send(v, S("application/json; charset=utf-8"), err);
	}
	write_csv(v, l);
	v->response->filename = S("actions.csv");
	return visit_send(v, S("text/csv; charset=utf-8"), err);
}
