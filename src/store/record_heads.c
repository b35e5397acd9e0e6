// SPDX-License-Identifier: EUPL-1.2
// record_heads — whether what stands beside a record's document is what the document says.
#include "store/record.h"
#include "store/record.sql.h"

static void tell(struct arena *mem, struct findings *findings, int64_t id, const char *what)
{
	finding_add(mem, findings,
		(struct finding){.rule = S("record.head"), .severity = SEVERITY_CRITICAL},
		"record %lld %s: save it once more at the desk, or restore the last backup with "
		"`attache restore`",
		(long long)id, what);
}

// id, kind, name, document, owner_id
static void head_check(const struct db_cursor *row, struct findings *findings, struct arena *mem)
{
	SCRATCH(tmp);
	const struct kind *kind = kind_named(db_text(row, 1));
	struct record record = {.id = 0};
	struct str lost;
	int64_t id = db_int(row, 0);

	if (!kind || !record_read(tmp, kind, db_text(row, 3), &record, &lost)) {
		tell(mem, findings, id, "is of no kind, or its document cannot be read");
		return;
	}
	// The name was made before a new record had its number.
	bool is_named = str_eq(db_text(row, 2), record_name(tmp, &record, S("en")));
	record.id = id;
	if (!is_named && !str_eq(db_text(row, 2), record_name(tmp, &record, S("en"))))
		tell(mem, findings, id, "has another name in lists than in its document");
	if (db_int(row, 4) != record_owner(&record))
		tell(mem, findings, id, "is listed as a part of another than its document says");
}

bool record_heads_check(
	struct arena *mem, struct db *db, struct findings *findings, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool more;

	if (!db_query(db, &record_head_all, NULL, &cursor, err))
		return false;
	for (;;) {
		if (!db_next(cursor, &more, err))
			return false;
		if (!more)
			return true;
		head_check(cursor, findings, mem);
	}
}
