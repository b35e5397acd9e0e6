// SPDX-License-Identifier: EUPL-1.2
// sample — a database of its own for each test, and records to put into it.
#include "sample.h"

#include <ftw.h>
#include <stdio.h>
#include <unistd.h>

#include "store/upgrade.h"
#include "format/digest.h"

enum { SAMPLE_MEMORY = 256 * 1024 * 1024 };

int sample_make(void **state)
{
	struct arena *mem = arena_new(SAMPLE_MEMORY);
	struct sample *s = NEW(mem, struct sample);
	int64_t steps;
	struct err err;

	*s = (struct sample){.mem = mem, .folder = "/tmp/attache-test-XXXXXX"};
	assert_non_null(mkdtemp(s->folder));
	s->url = str_format(mem, "%s/some.db", s->folder);
	MUST(db_open(s->url, DB_CREATE, &s->db, &err), &err);
	MUST(upgrade_run(s->db, 1000, &steps, &err), &err);
	*state = s;
	return 0;
}

static int drop_one(const char *path, const struct stat *about, int type, struct FTW *where)
{
	(void)about;
	(void)type;
	(void)where;
	return remove(path);
}

int sample_drop(void **state)
{
	struct sample *s = *state;

	db_close(s->db);
	nftw(s->folder, drop_one, 8, FTW_DEPTH | FTW_PHYS);
	arena_free(s->mem);
	return 0;
}

struct db_txn sample_begin(const struct sample *s)
{
	struct db_txn txn = {NULL};
	struct err err;

	MUST(db_begin(s->db, 5000, &txn, &err), &err);
	return txn;
}

void sample_commit(struct db_txn *txn)
{
	struct err err;

	MUST(db_commit(txn, &err), &err);
}

int64_t sample_page(const struct sample *s, struct str name, struct str bytes)
{
	AUTO_TXN txn = sample_begin(s);
	struct documents none = {0};
	struct source page = {.digest = digest_of(s->mem, bytes),
		.name = name,
		.size = (int64_t)bytes.n,
		.region = S("sub-saharan-africa"),
		.funder = S("European Union"),
		.as_of = {2016, 3, 0},
		.unread_share = 125,
		.imported_at = 1000};
	struct err err;

	MUST(source_save(s->mem, s->db, &page, bytes, &none, &err), &err);
	sample_commit(&txn);
	return page.id;
}

static void add_activities(struct arena *mem, struct dossier *d)
{
	VEC_ADD(mem, &d->activities,
		((struct activity){.type = S("assessment-mission"),
			.quote = S("assessment mission to Lomé"),
			.date_raw = S("March 2012"),
			.period = {.start = {2012, 3, 0}},
			.place = S("Lomé"),
			.iso2 = S("TG"),
			.status = S("held"),
			.number = 1}));
	VEC_ADD(mem, &d->activities,
		((struct activity){.type = S("study-visit"),
			.quote = S("two study visits"),
			.date_raw = STR_EMPTY,
			.place = STR_EMPTY,
			.iso2 = STR_EMPTY,
			.status = S("planned"),
			.number = 2}));
}

static void add_others(struct arena *mem, struct dossier *d)
{
	VEC_ADD(mem, &d->outputs,
		((struct output){.type = S("strategy"),
			.name = S("National Strategy"),
			.status = S("adopted"),
			.status_date = {2013, 5, 0}}));
	VEC_ADD(mem, &d->experts,
		((struct expert_provision){.iso2 = S("FR"),
			.kind = S("national-administration"),
			.quote = S("French administration")}));
	VEC_ADD(mem, &d->organisations,
		((struct organisation_role){.role = S("partner"), .name = S("ICMPD")}));
	VEC_ADD(mem, &d->countries,
		((struct country_role){.iso2 = S("TG"), .role = S("beneficiary")}));
	VEC_ADD(mem, &d->countries, ((struct country_role){.iso2 = S("ML"), .role = S("host")}));
	VEC_ADD(mem, &d->themes, ((struct theme_link){.slug = S("labour-migration")}));
	VEC_ADD(mem, &d->claims,
		((struct claim){.record = S("action"),
			.field = S("place"),
			.value = S("Togo"),
			.span_offset = 0,
			.span_length = 4,
			.certainty = S("stated"),
			.rule = S("heading.place")}));
	VEC_ADD(mem, &d->warnings,
		((struct warning){.rule = S("R02"),
			.message = S("a dash was lost"),
			.span_offset = 2,
			.span_length = 3}));
}

struct dossier *sample_dossier(
	const struct sample *s, int64_t source_id, struct str place, struct str title)
{
	struct dossier *d = NEW(s->mem, struct dossier);

	d->action = (struct action){.digest = S("d1"),
		.source_id = source_id,
		.position = 1,
		.heading = title,
		.place = place,
		.place_kind = S("country"),
		.iso2 = S("TG"),
		.title = title,
		.objective = S("To develop a policy."),
		.summary = S("A mission took place."),
		.duration_raw = S("March 2012June 2013"),
		.period = {.start = {2012, 3, 0}, .end = {2013, 6, 0}},
		.duration_damaged = true,
		.requester = S("Ministry of Labour"),
		.requester_kind = S("named-body"),
		.participants = 250,
		.participants_quote = S("Over 250 participants"),
		.span_length = 10,
		.review = S("pending")};
	add_activities(s->mem, d);
	add_others(s->mem, d);
	return d;
}

void sample_save(const struct sample *s, struct dossier *d, int64_t now)
{
	AUTO_TXN txn = sample_begin(s);
	struct err err;

	MUST(dossier_save(s->mem, s->db, d, now, &err), &err);
	sample_commit(&txn);
}

struct dossier *sample_load(const struct sample *s, int64_t id)
{
	struct dossier *d;
	struct err err;

	MUST(dossier_by_id(s->mem, s->db, id, true, &d, &err), &err);
	assert_non_null(d);
	return d;
}

static void run(const struct sample *s, struct str sql)
{
	struct db_statement statement = {.name = S_INIT("spoil"), .sql = sql, .index = DB_UNLISTED};
	struct err err;

	MUST(db_run(s->db, &statement, NULL, NULL, NULL, &err), &err);
}

void sample_spoil(const struct sample *s, struct str sql)
{
	run(s, S("PRAGMA foreign_keys = OFF"));
	AUTO_TXN txn = sample_begin(s);
	run(s, sql);
	sample_commit(&txn);
	run(s, S("PRAGMA foreign_keys = ON"));
}

int64_t sample_number(const struct sample *s, struct str sql)
{
	struct db_statement statement = {
		.name = S_INIT("number"), .sql = sql, .rows = DB_ONE_OR_NONE, .index = DB_UNLISTED};
	AUTO_CURSOR cursor = NULL;
	struct err err;
	bool more;

	MUST(db_query(s->db, &statement, NULL, &cursor, &err), &err);
	MUST(db_next(cursor, &more, &err), &err);
	assert_true(more);
	return db_int(cursor, 0);
}
