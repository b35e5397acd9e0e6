// SPDX-License-Identifier: EUPL-1.2
// doctor — one function for each kind of fault.
#include "store/doctor.h"

#include "base/field.h"
#include "store/doctor.sql.h"
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

static const struct finding grave = {.severity = SEVERITY_CRITICAL};

static void fault(
	struct arena *mem, struct findings *findings, struct str rule, struct str sentence)
{
	struct finding finding = grave;

	finding.rule = rule;
	finding_add(mem, findings, finding, "%" PRIstr, STR(sentence));
}

static bool examine_engine(
	struct arena *mem, struct db *db, struct findings *findings, struct err *err)
{
	struct str words;

	if (!db_integrity(mem, db, &words, err))
		return false;
	if (words.n)
		fault(mem, findings, S("database.damaged"),
			str_format(mem, "the database file is damaged (%" PRIstr "): " RESTORE,
				STR(words)));
	return true;
}

// A statement that should answer nothing: a finding for each row, made by `tell`.
static bool examine_rows(struct arena *mem, struct db *db, const struct db_statement *statement,
	struct findings *findings,
	void (*tell)(struct arena *mem, const struct db_cursor *row, struct findings *findings),
	struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool more;

	if (!db_query(db, statement, NULL, &cursor, err))
		return false;
	for (;;) {
		if (!db_next(cursor, &more, err))
			return false;
		if (!more)
			return true;
		tell(mem, cursor, findings);
	}
}

static void tell_orphan(struct arena *mem, const struct db_cursor *row, struct findings *findings)
{
	fault(mem, findings, S("record.orphan"),
		str_format(mem, "%" PRIstr " %lld belongs to a record that is missing: " RESTORE,
			STR(db_text(row, 0)), (long long)db_int(row, 1)));
}

static void tell_span(struct arena *mem, const struct db_cursor *row, struct findings *findings)
{
	fault(mem, findings, S("claim.outside-source"),
		str_format(mem,
			"the %" PRIstr " of %" PRIstr " in action %" PRIstr
			" is said to stand outside its page: " RESTORE,
			STR(db_text(row, 2)), STR(db_text(row, 1)), STR(db_text(row, 3))));
}

static void tell_unsearched(
	struct arena *mem, const struct db_cursor *row, struct findings *findings)
{
	fault(mem, findings, S("search.missing"),
		str_format(mem, "search cannot find action %" PRIstr ": " RESTORE,
			STR(db_text(row, 1))));
}

static bool examine_digests(struct arena *mem, struct db *db,
	struct str (*digest)(struct arena *mem, struct str bytes), struct findings *findings,
	struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool more;

	if (!db_query(db, &doctor_sources, NULL, &cursor, err))
		return false;
	for (;;) {
		if (!db_next(cursor, &more, err))
			return false;
		if (!more)
			return true;
		struct str name = db_text(cursor, 1), kept = db_text(cursor, 2);
		if (!str_eq(digest(mem, db_text(cursor, 3)), kept))
			fault(mem, findings, S("source.changed"),
				str_format(mem,
					"the bytes of page %" PRIstr
					" are no longer those that were imported: " RESTORE,
					STR(name)));
	}
}

static bool examine_search(
	struct arena *mem, const struct doctor_counts *counts, struct findings *findings)
{
	if (counts->searched > counts->actions)
		fault(mem, findings, S("search.stale"),
			str_format(mem,
				"search knows %lld actions, the register holds %lld: " RESTORE,
				(long long)counts->searched, (long long)counts->actions));
	return true;
}

bool doctor_examine(struct arena *mem, struct db *db,
	struct str (*digest)(struct arena *mem, struct str bytes), struct findings *findings,
	struct doctor_counts *ret_counts, struct err *err)
{
	struct doctor_counts counts = {0};
	bool found;

	if (!examine_engine(mem, db, findings, err) ||
		!row_one(mem, (struct row_query){db, &doctor_counts, NULL}, &counts_fields, &counts,
			&found, err) ||
		!examine_rows(mem, db, &doctor_orphans, findings, tell_orphan, err) ||
		!examine_rows(mem, db, &doctor_spans, findings, tell_span, err) ||
		!examine_rows(mem, db, &doctor_unsearched, findings, tell_unsearched, err) ||
		!examine_digests(mem, db, digest, findings, err) ||
		!examine_search(mem, &counts, findings))
		return false;
	*ret_counts = counts;
	return true;
}
