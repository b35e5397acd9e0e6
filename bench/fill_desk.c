// SPDX-License-Identifier: EUPL-1.2
// fill_desk — a database as a facility has it after a century: fill_desk DATABASE N makes N records each of
// the first kinds of the menu and a few of the others, through the store as the program itself would. Always the same.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "model/code.h"
#include "model/country.h"
#include "model/kind_list.h"
#include "store/record.h"
#include "store/upgrade.h"

enum { BATCH_N = 500, FEW_N = 40, MANY_KINDS = 4, START = 1200000000, PUBLIC_OF_100 = 60 };

static const char *const words[] = {"border", "visa", "registry", "training", "strategy", "return",
	"labour", "asylum", "data", "workshop", "Ministère", "intérieur", "التدريب", "الهجرة",
	"passport", "diaspora", "remittances", "policy", "regional", "national", "officers",
	"legal", "framework", "protection", "children", "trafficking"};
enum { WORD_N = sizeof words / sizeof *words };

struct filling {
	struct db *db;
	struct arena *mem;
	uint64_t chance;
	int64_t at;
	int64_t first[KIND_N], n[KIND_N]; // records that there are to link to
};

static uint64_t next(struct filling *f, uint64_t below)
{
	f->chance = f->chance * 6364136223846793005u + 1442695040888963407u;
	return (f->chance >> 33) % below;
}

static struct str some_words(struct filling *f, size_t n)
{
	struct buf b = buf_new(f->mem, 4000);

	for (size_t i = 0; i < n; i++)
		buf_format(&b, "%s%s", i ? " " : "", words[next(f, WORD_N)]);
	return buf_str(&b);
}

static struct str some_period(struct filling *f)
{
	int year = 2005 + (int)next(f, 25), month = 1 + (int)next(f, 9);

	return str_format(
		f->mem, "%04d-%02d/%04d-%02d", year, month, year, month + (int)next(f, 3));
}

// A record of the kind; empty while there is none.
static struct str some_link(struct filling *f, struct str kind)
{
	for (size_t i = 0; i < KIND_N; i++)
		if (str_eq(kind_list[i]->name, kind) && f->n[i])
			return str_of_int(
				f->mem, f->first[i] + (int64_t)next(f, (uint64_t)f->n[i]));
	return STR_EMPTY;
}

static struct str some_value(struct filling *f, const struct property *p)
{
	switch (p->type) {
	case PROPERTY_LINE:
		return utf8_cut(some_words(f, 5), p->max ? p->max : PROPERTY_LINE_MAX);
	case PROPERTY_NUMBER:
		return str_of_int(f->mem, 1 + (int64_t)next(f, 90));
	case PROPERTY_PROSE:
		return some_words(f, 40);
	case PROPERTY_DATE:
		return str_sub(some_period(f), 0, 7); // its first month
	case PROPERTY_PERIOD:
		return some_period(f);
	case PROPERTY_CODE:
		return p->codes->code[next(f, *p->codes->n)].slug;
	case PROPERTY_COUNTRY:
		return country_table[next(f, country_table_n)].iso2;
	case PROPERTY_LINK:
		return some_link(f, p->target);
	default:
		return STR_EMPTY;
	}
}

// The value in its place, as the flags of the property want it.
static void put(struct filling *f, struct record *r, struct str name, const struct property *p)
{
	const char *tail = p->flags & PROPERTY_TRANSLATED ? ".en"
		: p->flags & PROPERTY_MANY                ? ".1"
							  : "";

	(void)record_set(
		f->mem, r, str_format(f->mem, "%" PRIstr "%s", STR(name), tail), some_value(f, p));
}

// Every property and one row of every list of rows, walked by the description.
static void fill_values(struct filling *f, struct record *r)
{
	for (size_t i = 0; i < r->kind->property_n; i++) {
		const struct property *p = &r->kind->property[i];
		put(f, r, p->name, p);
		for (size_t k = 0; k < p->part_n; k++)
			put(f, r,
				str_format(f->mem, "%" PRIstr ".1.%" PRIstr, STR(p->name),
					STR(p->part[k].name)),
				&p->part[k]);
	}
}

static bool make(struct filling *f, const struct kind *kind, int64_t *ret_id, struct err *err)
{
	struct record r = record_new(kind);
	struct record_edit edit = {.record = &r, .at = f->at++, .what = S("create")};
	bool saved;

	r.state = (int)next(f, kind->state_n);
	fill_values(f, &r);
	if (!record_save(f->mem, f->db, &edit, &saved, err))
		return false;
	*ret_id = r.id;
	return next(f, 100) >= PUBLIC_OF_100 || record_make_public(f->db, &r, f->at, err);
}

static bool make_many(struct filling *f, size_t kind, int64_t n, struct err *err)
{
	for (int64_t done = 0, id = 0; done < n; done += BATCH_N) {
		SCRATCH(mem);
		AUTO_TXN txn = {0};
		f->mem = mem;
		if (!db_begin(f->db, 1000, &txn, err))
			return false;
		for (int64_t i = done; i < n && i < done + BATCH_N; i++) {
			if (!make(f, kind_list[kind], &id, err))
				return false;
			f->first[kind] = i == 0 ? id : f->first[kind];
		}
		if (!db_commit(&txn, err))
			return false;
	}
	f->n[kind] = n;
	fprintf(stderr, "%lld %s\n", (long long)n, kind_list[kind]->many);
	return true;
}

static bool fill(struct str database, int64_t n, struct err *err)
{
	AUTO_DB db = NULL;
	struct filling f = {.chance = 1, .at = START};
	int64_t steps;

	if (!db_open(database, DB_CREATE, &db, err) || !upgrade_run(db, START, &steps, err))
		return false;
	f.db = db;
	for (int parts = 0; parts < 2; parts++)
		for (size_t i = KIND_N; i-- > 0;)
			if ((kind_whole(kind_list[i]) != NULL) == (parts == 1) &&
				!make_many(&f, i, i < MANY_KINDS ? n : FEW_N, err))
				return false;
	return true;
}

int main(int argc, char **argv)
{
	struct err err;
	int64_t n;

	if (argc != 3 || !str_int(str_c(argv[2]), &n) || n < 1) {
		fprintf(stderr, "usage: fill_desk DATABASE N\n");
		return 2;
	}
	if (fill(str_c(argv[1]), n, &err))
		return 0;
	fprintf(stderr, "fill_desk: %s\n", err.msg);
	return 1;
}
