// SPDX-License-Identifier: EUPL-1.2
// portfolio — one statement for each kind of row, each merged into the array by the action's key.
#include "store/portfolio.h"

#include "base/utf8.h"
#include "model/action.h"
#include "model/code.h"
#include "model/country.h"
#include "model/kind_list.h"
#include "model/part.h"
#include "model/source.h"
#include "store/portfolio.sql.h"
#include "store/record.h"
#include "store/row.h"

struct number_row {
	int64_t number, changed_at;
};
static const struct field number_table[] = {
	FIELD(number_row, number), FIELD(number_row, changed_at)};
static const struct fields number_fields = FIELDS(version, number_table);

static bool read_version(struct db *db, struct number_row *ret_row, struct err *err)
{
	SCRATCH(tmp);
	bool found;

	if (!row_one(tmp, (struct row_query){db, &portfolio_version_now, NULL}, &number_fields,
		    ret_row, &found, err))
		return false;
	return found ||
		err_set(err, ERR_DB,
			"the database has lost its version number; run `attache doctor`");
}

bool portfolio_version_read(struct db *db, int64_t *ret_number, struct err *err)
{
	struct number_row row = {0};

	if (!read_version(db, &row, err))
		return false;
	*ret_number = row.number;
	return true;
}

bool portfolio_version_move(struct db *db, int64_t now, struct err *err)
{
	struct portfolio_version_bump_params params = {.changed_at = now};

	return db_run(db, &portfolio_version_bump, &params, NULL, NULL, err);
}

// One kind of row and what it does to its action.
struct layer {
	const struct db_statement *statement;
	struct row_shape shape;
	void (*apply)(struct arena *mem, struct portfolio_action *a, const void *record);
};

static void apply_theme(struct arena *mem, struct portfolio_action *a, const void *record)
{
	(void)mem;
	const struct theme_link *t = record;

	bitset_add(&a->themes, code_index(&code_themes, t->slug));
}

static void apply_country(struct arena *mem, struct portfolio_action *a, const void *record)
{
	(void)mem;
	const struct country_role *c = record;
	int country = country_index(c->iso2);

	if (str_eq(c->role, S("beneficiary")))
		bitset_add(&a->beneficiary, country);
	else if (str_eq(c->role, S("host")))
		bitset_add(&a->host, country);
	else
		bitset_add(&a->participant, country);
}

static void apply_activity(struct arena *mem, struct portfolio_action *a, const void *record)
{
	const struct activity *x = record;
	int type = code_index(&code_activity_types, x->type);
	struct portfolio_activity activity = {
		.type = type,
		.family = code_family(type),
		.type_slug = type == CODE_NONE ? str_copy(mem, x->type)
					       : activity_type_table[type].slug,
		.is_planned = str_eq(x->status, S("planned")),
		.number = x->number,
		.period = x->period,
	};

	if (period_is_known(x->period)) {
		activity.first_day = period_first_day(x->period);
		activity.last_day = period_last_day(x->period, a->as_of);
	}
	VEC_ADD(mem, &a->activities, activity);
	bitset_add(&a->types, type);
	a->activity_n += x->number;
	if (str_eq(x->status, S("held")))
		a->held_n += x->number;
	else
		a->planned_n += x->number;
}

static void apply_expert(struct arena *mem, struct portfolio_action *a, const void *record)
{
	(void)mem;
	const struct expert_provision *e = record;

	bitset_add(&a->lender, country_index(e->iso2));
	a->expert_n++;
}

static void apply_output(struct arena *mem, struct portfolio_action *a, const void *record)
{
	(void)mem;
	const struct output *o = record;

	bitset_add(&a->output_types, code_index(&code_output_types, o->type));
	a->output_n++;
}

static const struct layer layers[] = {
	{&portfolio_themes, {&theme_link_fields, sizeof(struct theme_link)}, apply_theme},
	{&portfolio_countries, {&country_role_fields, sizeof(struct country_role)}, apply_country},
	{&portfolio_activities, {&activity_fields, sizeof(struct activity)}, apply_activity},
	{&portfolio_experts, {&expert_provision_fields, sizeof(struct expert_provision)},
		apply_expert},
	{&portfolio_outputs, {&output_fields, sizeof(struct output)}, apply_output},
};

static struct portfolio_action *find(struct portfolio *p, int64_t id)
{
	const struct portfolio_action *a = portfolio_find(p, id);

	return a ? &p->action[a->index] : NULL;
}

static bool apply_layer(struct arena *mem, struct db *db, struct portfolio *p,
	const struct layer *layer, struct err *err)
{
	SCRATCH(tmp);
	struct row_list list;

	if (!row_many(
		    tmp, (struct row_query){db, layer->statement, NULL}, &layer->shape, &list, err))
		return false;
	for (size_t i = 0; i < list.n; i++) {
		const char *record = list.p + i * layer->shape.size;
		// Every part begins with its own key and its action's.
		struct portfolio_action *a = find(p, ((const int64_t *)(const void *)record)[1]);
		if (a)
			layer->apply(mem, a, record);
	}
	return true;
}

static void set_period(struct portfolio_action *a, struct period period)
{
	a->period = period;
	bool is_told = period_is_known(period) || date_is_known(period.end);
	a->status = period.open ? STATUS_ONGOING : is_told ? STATUS_ENDED : STATUS_UNKNOWN;
	if (!period_is_known(period))
		return;
	a->first_day = period_first_day(period);
	a->last_day = period_last_day(period, a->as_of);
}

static const struct source *source_of(const struct sources *sources, int64_t id)
{
	for (size_t i = 0; i < sources->n; i++)
		if (sources->p[i].id == id)
			return &sources->p[i];
	return NULL;
}

static unsigned kind_of(struct str place_kind)
{
	if (str_eq(place_kind, S("country")))
		return KIND_COUNTRY;
	return str_eq(place_kind, S("region")) ? KIND_REGION : KIND_ORGANISATION;
}

static unsigned has_of(const struct portfolio_action *a)
{
	return (a->held_n ? HAS_HELD : 0) | (a->planned_n ? HAS_PLANNED : 0) |
		(a->output_n ? HAS_OUTPUTS : 0) | (a->expert_n ? HAS_EXPERTS : 0) |
		(a->participants ? HAS_PARTICIPANTS : 0) |
		(bitset_is_empty(&a->host) ? 0 : HAS_HOST);
}

static void add_action(struct arena *mem, struct portfolio *p, const struct action *row,
	const struct sources *sources)
{
	const struct source *source = source_of(sources, row->source_id);
	struct portfolio_action *a = &p->action[p->n];

	*a = (struct portfolio_action){
		.index = p->n++,
		.id = row->id,
		.source_id = row->source_id,
		.changed_at = row->changed_at,
		.slug = row->slug,
		.place = row->place,
		.title = row->title,
		.place_kind = row->place_kind,
		.iso2 = row->iso2,
		.country = country_index(row->iso2),
		.kind = kind_of(row->place_kind),
		.phase = row->phase,
		.is_pending = str_eq(row->review, S("pending")),
		.participants = row->participants,
		.as_of = source ? source->as_of : (struct date){0},
	};
	struct str place = row->place;
	// "The Gambia" sorts under G (domain.md R16).
	if (a->country != COUNTRY_NONE)
		place = country_table[a->country].sort_en;
	a->sort_place = utf8_fold(mem, place);
	set_period(a, row->period);
	// An action for one country is of that country's regions, wherever it is told.
	if (source && source->region.n && !row->iso2.n)
		bitset_add(&a->regions, code_index(&code_regions, source->region));
}

static void add_regions(struct portfolio *p)
{
	for (size_t r = 0; r < region_table_n; r++) {
		struct bitset members = code_region_countries((int)r);
		for (size_t i = 0; i < p->n; i++)
			if (bitset_meets(&p->action[i].beneficiary, &members))
				bitset_add(&p->action[i].regions, (int)r);
	}
}

static void sum_up(struct portfolio *p, const struct sources *sources)
{
	for (size_t i = 0; i < p->n; i++) {
		struct portfolio_action *a = &p->action[i];
		a->has = has_of(a);
		if (!a->first_day)
			continue;
		int first = date_of_day(a->first_day).year, last = date_of_day(a->last_day).year;
		if (!p->year_first || first < p->year_first)
			p->year_first = first;
		if (last > p->year_last)
			p->year_last = last;
	}
	for (size_t i = 0; i < sources->n; i++) {
		struct date as_of = sources->p[i].as_of;
		if (date_cmp(as_of, p->as_of) > 0)
			p->as_of = as_of;
		if (date_is_known(as_of) &&
			(!date_is_known(p->as_of_first) || date_cmp(as_of, p->as_of_first) < 0))
			p->as_of_first = as_of;
		if (sources->p[i].funder.n)
			p->funder = sources->p[i].funder;
	}
}

static bool load_actions(struct arena *mem, struct db *db, struct portfolio *p,
	struct sources *ret_sources, struct err *err)
{
	static const struct row_shape source_shape = {&source_fields, sizeof(struct source)};
	static const struct row_shape action_shape = {&action_fields, sizeof(struct action)};
	struct row_list sources, actions;

	if (!row_many(mem, (struct row_query){db, &portfolio_sources, NULL}, &source_shape,
		    &sources, err) ||
		!row_many(mem, (struct row_query){db, &portfolio_actions, NULL}, &action_shape,
			&actions, err))
		return false;
	*ret_sources = (struct sources){
		(struct source *)(void *)sources.p, sources.n, sources.room};
	p->action = NEW_ARRAY(mem, struct portfolio_action, actions.n + 1);
	for (size_t i = 0; i < actions.n; i++)
		add_action(mem, p, (const struct action *)(void *)actions.p + i, ret_sources);
	return true;
}

// ---- records of the desk

// A copy of a table of codes that names can be put into.
static struct code *codes_copy(struct arena *mem, const struct code_list *list)
{
	struct code *copy = NEW_ARRAY(mem, struct code, *list->n + 1);
	for (size_t i = 0; i < *list->n; i++)
		copy[i] = list->code[i];
	return copy;
}

// A term of the desk with the code of the list says what it is called; its plural goes with it.
static void codes_name(struct arena *mem, struct code *code, size_t n, const struct record *record,
	const char *name)
{
	struct str slug = record_get(record, S("code"));
	for (size_t i = 0; i < n && slug.n; i++) {
		struct {
			struct str lang, *text;
		} texts[] = {{S("en"), &code[i].name_en}, {S("fr"), &code[i].name_fr},
			{S("ar"), &code[i].name_ar}, {S("es"), &code[i].name_es},
			{S("pt"), &code[i].name_pt}, {S("ru"), &code[i].name_ru}};
		if (!str_eq(code[i].slug, slug))
			continue;
		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
			struct str text = record_get(
				record, str_format(mem, "%s.%" PRIstr, name, STR(texts[k].lang)));
			if (text.n)
				*texts[k].text = text;
		}
	}
}

static bool load_records(struct arena *mem, struct db *db, struct portfolio *p, struct err *err)
{
	struct record *settings;
	for (size_t i = 0; i < KIND_N; i++)
		if (!kind_list[i]->in_tables && kind_list[i]->publishing != PUBLISHED_NEVER &&
			!record_published(mem, db, kind_list[i], &p->showcase, err))
			return false;
	if (!record_single(mem, db, &kind_setting, &settings, err))
		return false;
	p->settings = settings;
	struct code *theme = codes_copy(mem, &code_themes);
	struct code *region = codes_copy(mem, &code_regions);
	p->themes = (struct code_list){code_themes.name, theme, code_themes.n};
	p->regions = (struct code_list){code_regions.name, region, code_regions.n};
	for (size_t i = 0; i < p->showcase.n; i++) {
		const struct record *record = p->showcase.p[i].record;
		if (record->kind == &kind_theme)
			codes_name(mem, theme, theme_table_n, record, "label");
		else if (record->kind == &kind_region)
			codes_name(mem, region, region_table_n, record, "name");
	}
	return true;
}

bool portfolio_load(
	struct arena *mem, struct db *db, struct portfolio **ret_portfolio, struct err *err)
{
	struct portfolio *p = NEW(mem, struct portfolio);
	struct number_row now = {0};
	struct sources sources;

	if (!read_version(db, &now, err) || !load_actions(mem, db, p, &sources, err))
		return false;
	p->version = now.number;
	p->changed_at = now.changed_at;
	for (size_t i = 0; i < sizeof layers / sizeof *layers; i++)
		if (!apply_layer(mem, db, p, &layers[i], err))
			return false;
	if (!load_records(mem, db, p, err))
		return false;
	add_regions(p);
	sum_up(p, &sources);
	*ret_portfolio = p;
	return true;
}
