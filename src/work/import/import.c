// SPDX-License-Identifier: EUPL-1.2
// import — reads a page into dossiers, then writes them in one transaction.
#include "work/import/import.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "format/digest.h"
#include "store/dossier.h"
#include "store/portfolio.h"
#include "store/search.h"
#include "store/source.h"
#include "work/desk/adopt.h"
#include "work/desk/propose.h"
#include "work/dossier_entry.h"
#include "work/search_text.h"
#include "work/read/read.h"

struct dossiers VEC_OF(struct dossier *);

// A page as read, not yet written.
struct reading {
	struct arena *mem;
	struct dossiers dossiers;
	struct map headings; // of the entries so far, by match key
	struct findings *findings;
	struct page_end end;
};

static bool take_entry(void *context, const struct entry *entry)
{
	struct reading *r = context;
	struct dossier *d = dossier_of_entry(r->mem, entry);

	d->action.position = (int64_t)r->dossiers.n + 1;
	VEC_ADD(r->mem, &r->dossiers, d);
	for (size_t i = 0; i < d->warnings.n; i++)
		VEC_ADD(r->mem, r->findings,
			((struct finding){
				.rule = d->warnings.p[i].rule,
				.severity = SEVERITY_WARNING,
				.message = d->warnings.p[i].message,
				.offset = (size_t)d->warnings.p[i].span_offset,
				.length = (size_t)d->warnings.p[i].span_length,
			}));
	return true;
}

static struct documents documents_of(struct arena *mem, const struct page_end *end)
{
	struct documents documents = {0};

	for (size_t i = 0; i < end->downloads.n; i++) {
		const struct page_download *d = &end->downloads.p[i];
		struct buf languages = buf_new(mem, 1000);
		for (size_t k = 0; k < d->languages.n; k++)
			buf_format(&languages, "%s%" PRIstr, k ? " " : "", STR(d->languages.p[k]));
		VEC_ADD(mem, &documents,
			((struct document){.title = d->title, .languages = buf_str(&languages)}));
	}
	return documents;
}

enum outcome { CREATED, UPDATED, UNCHANGED, PROPOSED };

// What was read, and its records for the desk.
static bool write_one(struct arena *mem, struct db *db, struct dossier *d,
	const struct import_options *options, struct err *err)
{
	const struct adopt_by by = {
		.at = options->now, .lang = S_INIT("en"), .is_accepted = options->accept};
	int64_t record;

	return dossier_save(mem, db, d, options->now, err) &&
		search_put(mem, db, d->action.id, search_text_of(mem, d), err) &&
		adopt_dossier(mem, db, d, &by, &record, err);
}

// What people changed or reviewed at the desk is theirs: what the page tells otherwise waits there.
static bool propose_one(struct arena *mem, struct db *db, const struct dossier *d,
	const struct import_options *options, enum outcome *ret_outcome, struct err *err)
{
	const struct adopt_by by = {.at = options->now, .lang = S_INIT("en")};
	int64_t n;

	if (!propose_dossier(mem, db, d, &by, &n, err))
		return false;
	*ret_outcome = n ? PROPOSED : UNCHANGED;
	return true;
}

static bool save_one(struct arena *mem, struct db *db, struct dossier *d,
	const struct import_options *options, enum outcome *ret_outcome, struct err *err)
{
	struct action *a = &d->action;
	struct str key = action_match_key(mem, a);
	struct action kept;
	bool is_desks = false;

	if (!dossier_match(mem, db, key, &kept, err))
		return false;
	bool is_same = kept.id && str_eq(kept.digest, a->digest);
	bool is_accepted = str_eq(kept.review, S("accepted"));
	if (is_same && (is_accepted || !options->accept)) {
		*ret_outcome = UNCHANGED;
		return true;
	}
	*ret_outcome = kept.id ? UPDATED : CREATED;
	if (is_same)
		return dossier_accept(db, kept.id, options->now, err) &&
			adopt_accept(mem, db, kept.id, options->now, err);
	if (kept.id && !adopt_is_desks(mem, db, kept.id, &is_desks, err))
		return false;
	a->id = kept.id;
	if (is_desks)
		return propose_one(mem, db, d, options, ret_outcome, err);
	a->review = options->accept ? S("accepted") : S("pending");
	return write_one(mem, db, d, options, err);
}

static void note_proposed(struct reading *r, const struct action *a)
{
	finding_add(r->mem, r->findings,
		(struct finding){.rule = S("entry.desk"),
			.severity = SEVERITY_WARNING,
			.offset = (size_t)a->span_offset,
			.length = (size_t)a->span_length},
		"entry %lld, \"%" PRIstr
		"\", reads otherwise than before, and the desk has changed or reviewed its record "
		"since: the record was left as it is; the differences wait for review at the desk",
		(long long)a->position, STR(a->heading));
}

// Two entries of one page under one heading, however it is spelt, would overwrite each other, so
// the second is refused.
static bool is_repeated(struct reading *r, const struct action *a)
{
	struct str key = action_match_key(r->mem, a);

	if (map_get(&r->headings, key))
		return true;
	map_put(r->mem, &r->headings, key, r);
	return false;
}

static void note_repeated(struct reading *r, const struct action *a)
{
	finding_add(r->mem, r->findings,
		(struct finding){.rule = S("entry.repeated"),
			.severity = SEVERITY_ERROR,
			.offset = (size_t)a->span_offset,
			.length = (size_t)a->span_length},
		"entry %lld, \"%" PRIstr
		"\", has the place, phase and title of an earlier entry of "
		"this page and was refused; give one of them its ordinal",
		(long long)a->position, STR(a->heading));
}

static bool save_all(struct reading *r, struct db *db, int64_t source_id,
	const struct import_options *options, struct import_report *report, bool *ret_changed,
	struct err *err)
{
	for (size_t i = 0; i < r->dossiers.n; i++) {
		struct dossier *d = r->dossiers.p[i];
		enum outcome outcome;
		d->action.source_id = source_id;
		if (is_repeated(r, &d->action)) {
			note_repeated(r, &d->action);
			report->refused++;
			continue;
		}
		if (!save_one(r->mem, db, d, options, &outcome, err))
			return false;
		report->created += outcome == CREATED;
		report->updated += outcome == UPDATED;
		report->unchanged += outcome == UNCHANGED || outcome == PROPOSED;
		*ret_changed |= outcome != UNCHANGED;
		if (outcome == PROPOSED)
			note_proposed(r, &d->action);
	}
	return true;
}

// The page itself: kept once, however often it is given.
static bool save_source(struct reading *r, struct db *db, const struct import_file *file,
	int64_t now, int64_t *ret_id, bool *ret_new, struct err *err)
{
	struct documents documents = documents_of(r->mem, &r->end);
	struct source *kept;
	struct source fresh = {
		.digest = digest_of(r->mem, file->bytes),
		.name = file_name(file->name),
		.size = (int64_t)file->bytes.n,
		.region = r->end.region,
		.funder = r->end.funder.text,
		.as_of = r->end.as_of,
		.unread_share = (int64_t)(r->end.unread_share * 10000 + 0.5),
		.imported_at = now,
	};

	if (!source_by_its_digest(r->mem, db, fresh.digest, &kept, err))
		return false;
	if (!kept && !source_save(r->mem, db, &fresh, file->bytes, &documents, err))
		return false;
	*ret_id = kept ? kept->id : fresh.id;
	*ret_new = !kept;
	return true;
}

static bool write_page(struct reading *r, struct db *db, const struct import_file *file,
	const struct import_options *options, struct import_report *report, struct err *err)
{
	struct import_report counted = *report;
	AUTO_TXN txn = {0};
	int64_t source_id;
	bool changed;

	if (!db_begin(db, IMPORT_WAIT_MS, &txn, err) ||
		!save_source(r, db, file, options->now, &source_id, &changed, err) ||
		!save_all(r, db, source_id, options, &counted, &changed, err))
		return false;
	// A page that changes nothing leaves the database byte for byte as it was.
	if (changed && (!portfolio_version_move(db, options->now, err) || !db_commit(&txn, err)))
		return false;
	*report = counted;
	return true;
}

bool import_page(struct arena *mem, struct db *db, const struct import_file *file,
	const struct import_options *options, struct import_report *report,
	struct findings *findings, struct err *err)
{
	struct reading r = {.mem = mem, .findings = findings};
	struct read_options read_options = {
		.file = file->name, .as_of = options->as_of, .lexicon = options->lexicon};
	struct read_sink sink = {take_entry, &r};
	size_t before_n = findings->n;

	report->files++;
	if (file->bytes.n > IMPORT_PAGE_MAX)
		return err_set(err, ERR_LIMIT,
			"this file is longer than %d MB, which no page is; nothing was imported",
			IMPORT_PAGE_MAX / 1024 / 1024);
	if (!read_page(mem, file->bytes, &read_options, &sink, &r.end, err))
		return false;
	for (size_t i = 0; i < r.end.warnings.n; i++)
		VEC_ADD(mem, findings, r.end.warnings.p[i]);
	report->entries += (int64_t)r.dossiers.n;
	if (!r.dossiers.n)
		return err_set(err, ERR_INPUT,
			"no action was found on this page; nothing was imported (an action is a line "
			"\"Place: Title\" or the page's name with at least one labelled line under it, "
			"as \"Summary:\" or \"Duration:\", or an item of a list that begins with a "
			"place)");
	if (!write_page(&r, db, file, options, report, err)) {
		report->refused += (int64_t)r.dossiers.n;
		return false;
	}
	report->warnings += (int64_t)(findings->n - before_n);
	return true;
}
