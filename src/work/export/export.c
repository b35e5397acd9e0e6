// SPDX-License-Identifier: EUPL-1.2
// export — walks the actions once and hands each to the writer of the format.
#include "work/export/export.h"

#include "base/buf.h"
#include "base/clock.h"
#include "format/csv_write.h"
#include "format/json_write.h"
#include "store/dossier.h"
#include "store/portfolio.h"
#include "store/source.h"
#include "work/dossier_entry.h"
#include "work/entry_json.h"

enum { LIST_MAX = 1024 * 1024, DOSSIER_MEMORY_MAX = 512 * 1024 * 1024 };

struct exporting {
	struct db *db;
	const struct lang *lang;
	struct out *out;
	struct sources sources;
	enum export_format format;
};

static struct str source_name(const struct exporting *x, int64_t id)
{
	for (size_t i = 0; i < x->sources.n; i++)
		if (x->sources.p[i].id == id)
			return x->sources.p[i].name;
	return STR_EMPTY;
}

static struct str action_url(struct arena *mem, const struct lang *lang, struct str slug)
{
	return str_format(mem, "/%" PRIstr "/actions/%" PRIstr, STR(lang->code), STR(slug));
}

static void write_dossier(struct arena *mem, struct out *o, const struct dossier *dossier,
	struct str source, const struct lang *lang)
{
	const struct action *a = &dossier->action;
	struct json json = json_new(o);

	json_begin_object(&json);
	json_key_int(&json, S("id"), a->id);
	json_key_text(&json, S("slug"), a->slug);
	json_key_text(&json, S("url"), action_url(mem, lang, a->slug));
	json_key_text(&json, S("review"), a->review);
	entry_json_members(&json, source, dossier_as_entry(mem, dossier));
	json_end_object(&json);
}

// The values of one list, joined: FR|BE|NL.
#define JOINED(mem, list, member) \
	join((mem), (list).p, (list).n, sizeof *(list).p, offsetof(__typeof__(*(list).p), member))

static struct str join(struct arena *mem, const void *list, size_t n, size_t size, size_t offset)
{
	struct buf b = buf_new(mem, LIST_MAX);

	for (size_t i = 0; i < n; i++) {
		const struct str *value = (const void *)((const char *)list + i * size + offset);
		if (i)
			buf_add_char(&b, '|');
		buf_add(&b, *value);
	}
	return buf_str(&b);
}

static struct str countries_of(struct arena *mem, const struct dossier *d, struct str role)
{
	struct buf b = buf_new(mem, LIST_MAX);

	for (size_t i = 0; i < d->countries.n; i++)
		if (str_eq(d->countries.p[i].role, role))
			buf_format(&b, "%s%" PRIstr, b.n ? "|" : "", STR(d->countries.p[i].iso2));
	return buf_str(&b);
}

// Columns behind those of the action's own fields.
static const struct str list_columns[] = {S_INIT("url"), S_INIT("themes"),
	S_INIT("countries_beneficiary"), S_INIT("countries_host"), S_INIT("countries_participant"),
	S_INIT("experts"), S_INIT("partners"), S_INIT("activity_types"), S_INIT("activity_dates"),
	S_INIT("outputs")};

static struct str periods_of(struct arena *mem, const struct dossier *d)
{
	struct buf b = buf_new(mem, LIST_MAX);

	for (size_t i = 0; i < d->activities.n; i++)
		buf_format(&b, "%s%" PRIstr, i ? "|" : "",
			STR(period_edtf(mem, d->activities.p[i].period)));
	return buf_str(&b);
}

static struct str partners_of(struct arena *mem, const struct dossier *d)
{
	struct buf b = buf_new(mem, LIST_MAX);

	for (size_t i = 0; i < d->organisations.n; i++)
		if (str_eq(d->organisations.p[i].role, S("partner")))
			buf_format(
				&b, "%s%" PRIstr, b.n ? "|" : "", STR(d->organisations.p[i].name));
	return buf_str(&b);
}

static void write_csv_row(struct arena *mem, const struct exporting *x, const struct dossier *d)
{
	struct csv csv = csv_new(x->out);

	csv_fields(&csv, &action_fields, &d->action);
	csv_text(&csv, action_url(mem, x->lang, d->action.slug));
	csv_text(&csv, JOINED(mem, d->themes, slug));
	csv_text(&csv, countries_of(mem, d, S("beneficiary")));
	csv_text(&csv, countries_of(mem, d, S("host")));
	csv_text(&csv, countries_of(mem, d, S("participant")));
	csv_text(&csv, JOINED(mem, d->experts, iso2));
	csv_text(&csv, partners_of(mem, d));
	csv_text(&csv, JOINED(mem, d->activities, type));
	csv_text(&csv, periods_of(mem, d));
	csv_text(&csv, JOINED(mem, d->outputs, name));
	csv_end_row(&csv);
}

static void write_csv_header(struct out *o)
{
	struct csv csv = csv_new(o);

	csv_header(&csv, &action_fields);
	for (size_t i = 0; i < sizeof list_columns / sizeof *list_columns; i++)
		csv_text(&csv, list_columns[i]);
	csv_end_row(&csv);
}

static bool write_one(const struct exporting *x, int64_t id, bool is_first, struct err *err)
{
	struct arena *mem CLEANUP(arena_free_at) = arena_new(DOSSIER_MEMORY_MAX);
	struct dossier *d;

	if (!dossier_by_id(mem, x->db, id, true, &d, err))
		return false;
	if (!d)
		return true;
	if (x->format == EXPORT_CSV) {
		write_csv_row(mem, x, d);
		return true;
	}
	if (x->format == EXPORT_JSON && !is_first)
		out_write(x->out, S(",\n"));
	write_dossier(mem, x->out, d, source_name(x, d->action.source_id), x->lang);
	if (x->format == EXPORT_JSONL)
		out_char(x->out, '\n');
	return true;
}

static bool write_head(struct arena *mem, const struct exporting *x, struct err *err)
{
	struct portfolio *portfolio;

	if (x->format == EXPORT_CSV)
		write_csv_header(x->out);
	if (x->format != EXPORT_JSON)
		return true;
	if (!portfolio_load(mem, x->db, &portfolio, err))
		return false;
	out_format(x->out, "{\"changed\":\"%" PRIstr "\",\"actions\":[\n",
		STR(clock_rfc3339(mem, portfolio->changed_at)));
	return true;
}

bool export_portfolio(struct db *db, enum export_format format, const struct lang *lang,
	struct out *o, struct err *err)
{
	SCRATCH(tmp);
	struct exporting x = {.db = db, .lang = lang, .out = o, .format = format};
	struct action_ids ids;

	if (!dossier_public_ids(tmp, db, &ids, err) || !source_list(tmp, db, &x.sources, err) ||
		!write_head(tmp, &x, err))
		return false;
	for (size_t i = 0; i < ids.n; i++)
		if (!write_one(&x, ids.p[i], i == 0, err))
			return false;
	if (format == EXPORT_JSON)
		out_write(o, S("\n]}\n"));
	return true;
}
