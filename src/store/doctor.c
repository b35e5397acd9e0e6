// SPDX-License-Identifier: EUPL-1.2
// doctor — one function for each kind of fault.
#include "store/doctor.h"

#include "base/field.h"
#include "store/account.h"
#include "store/doctor.sql.h"
#include "store/record.h"
#include "store/row.h"

static const struct field counts_table[] = {
	FIELD(doctor_counts, sources),
	FIELD(doctor_counts, actions),
	FIELD(doctor_counts, activities),
	FIELD(doctor_counts, outputs),
	FIELD(doctor_counts, experts),
	FIELD(doctor_counts, claims),
	FIELD(doctor_counts, searched),
};
static const struct fields counts_fields = FIELDS(counts, counts_table);

// What mends all of it. The same page again would not: it is taken for unchanged.
#define RESTORE "restore the last backup with `attache restore`"

// What is examined, and what every kind of fault is told to.
struct examination {
	struct arena *mem;
	struct db *db;
	struct findings *findings;
	struct str (*digest)(struct arena *mem, struct str bytes);
};

static void fault(const struct examination *x, struct str rule, struct str sentence)
{
	finding_add(x->mem, x->findings,
		(struct finding){.rule = rule, .severity = SEVERITY_CRITICAL}, "%" PRIstr,
		STR(sentence));
}

static bool examine_engine(const struct examination *x, struct err *err)
{
	struct str words;

	if (!db_integrity(x->mem, x->db, &words, err))
		return false;
	if (words.n)
		fault(x, S("database.damaged"),
			str_format(x->mem, "the database file is damaged (%" PRIstr "): " RESTORE,
				STR(words)));
	return true;
}

// Shows each row of the statement to `tell`, which makes a finding of it where there is one.
static bool examine_rows(const struct examination *x, const struct db_statement *statement,
	void (*tell)(const struct examination *x, const struct db_cursor *row), struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool more;

	if (!db_query(x->db, statement, NULL, &cursor, err))
		return false;
	for (;;) {
		if (!db_next(cursor, &more, err))
			return false;
		if (!more)
			return true;
		tell(x, cursor);
	}
}

static void tell_orphan(const struct examination *x, const struct db_cursor *row)
{
	fault(x, S("record.orphan"),
		str_format(x->mem, "%" PRIstr " %lld belongs to a record that is missing: " RESTORE,
			STR(db_text(row, 0)), (long long)db_int(row, 1)));
}

static void tell_span(const struct examination *x, const struct db_cursor *row)
{
	fault(x, S("claim.outside-source"),
		str_format(x->mem,
			"the %" PRIstr " of %" PRIstr " in action %" PRIstr
			" is said to stand outside its page: " RESTORE,
			STR(db_text(row, 2)), STR(db_text(row, 1)), STR(db_text(row, 3))));
}

static void tell_unsearched(const struct examination *x, const struct db_cursor *row)
{
	fault(x, S("search.missing"),
		str_format(x->mem, "search cannot find action %" PRIstr ": " RESTORE,
			STR(db_text(row, 1))));
}

static void tell_changed_page(const struct examination *x, const struct db_cursor *row)
{
	struct str name = db_text(row, 1), kept = db_text(row, 2), bytes = db_text(row, 3);

	if (!str_eq(x->digest(x->mem, bytes), kept))
		fault(x, S("source.changed"),
			str_format(x->mem,
				"the bytes of page %" PRIstr
				" are no longer those that were imported: " RESTORE,
				STR(name)));
}

static void examine_search(const struct examination *x, const struct doctor_counts *counts)
{
	if (counts->searched > counts->actions)
		fault(x, S("search.stale"),
			str_format(x->mem,
				"search knows %lld actions, the register holds %lld: " RESTORE,
				(long long)counts->searched, (long long)counts->actions));
}

bool doctor_examine(struct arena *mem, struct db *db,
	struct str (*digest)(struct arena *mem, struct str bytes), struct findings *findings,
	struct doctor_counts *ret_counts, struct err *err)
{
	const struct examination x = {mem, db, findings, digest};
	struct doctor_counts counts = {0};
	bool found;

	if (!examine_engine(&x, err) ||
		!row_one(mem, (struct row_query){db, &doctor_counts, NULL}, &counts_fields, &counts,
			&found, err) ||
		!examine_rows(&x, &doctor_orphans, tell_orphan, err) ||
		!examine_rows(&x, &doctor_spans, tell_span, err) ||
		!examine_rows(&x, &doctor_unsearched, tell_unsearched, err) ||
		!examine_rows(&x, &doctor_sources, tell_changed_page, err) ||
		!record_chain_check(mem, db, findings, err) ||
		!record_heads_check(mem, db, findings, err) ||
		!account_chain_check(mem, db, findings, err))
		return false;
	examine_search(&x, &counts);
	*ret_counts = counts;
	return true;
}
