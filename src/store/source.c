// SPDX-License-Identifier: EUPL-1.2
// source — the pages that were imported and the publications they name.
#include "store/source.h"

#include <string.h>

#include "model/part.h"
#include "store/document.sql.h"
#include "store/row.h"
#include "store/source.sql.h"

static const struct row_shape source_shape = {&source_fields, sizeof(struct source)};
static const struct row_shape document_shape = {&document_fields, sizeof(struct document)};

static bool load_one(struct arena *mem, struct db *db, const struct db_statement *statement,
	const void *params, struct source **ret_source, struct err *err)
{
	struct source *s = NEW(mem, struct source);
	bool found;

	if (!row_one(
		    mem, (struct row_query){db, statement, params}, &source_fields, s, &found, err))
		return false;
	*ret_source = found ? s : NULL;
	return true;
}

bool source_by_its_digest(struct arena *mem, struct db *db, struct str digest,
	struct source **ret_source, struct err *err)
{
	struct source_by_digest_params params = {.digest = digest};

	return load_one(mem, db, &source_by_digest, &params, ret_source, err);
}

bool source_load(
	struct arena *mem, struct db *db, int64_t id, struct source **ret_source, struct err *err)
{
	struct source_by_id_params params = {.id = id};

	return load_one(mem, db, &source_by_id, &params, ret_source, err);
}

bool source_list(struct arena *mem, struct db *db, struct sources *ret_sources, struct err *err)
{
	struct row_list list;

	if (!row_many(mem, (struct row_query){db, &source_all, NULL}, &source_shape, &list, err))
		return false;
	memcpy(ret_sources, &list, sizeof list);
	return true;
}

bool source_piece(struct arena *mem, struct db *db, int64_t id, int64_t offset, int64_t n,
	struct str *ret_bytes, struct err *err)
{
	struct source_bytes_params params = {.id = id, .from_byte = offset + 1, .byte_n = n};
	AUTO_CURSOR cursor = NULL;
	bool found;

	if (!db_query(db, &source_bytes, &params, &cursor, err) || !db_next(cursor, &found, err))
		return false;
	*ret_bytes = found ? str_copy(mem, db_text(cursor, 0)) : STR_EMPTY;
	return true;
}

bool source_save(struct arena *mem, struct db *db, struct source *source, struct str bytes,
	const struct documents *documents, struct err *err)
{
	struct source_insert_params params = {.bytes = bytes};

	row_bind(mem, &source_insert, &source_fields, source, &params);
	if (!db_run(db, &source_insert, &params, NULL, &source->id, err))
		return false;
	for (size_t i = 0; i < documents->n; i++) {
		const struct document *d = &documents->p[i];
		struct document_delete_same_params same = {
			.title = d->title, .languages = d->languages};
		struct document_insert_params insert = {
			.id = part_first(source->id) + (int64_t)i + 1, .source_id = source->id};
		if (!db_run(db, &document_delete_same, &same, NULL, NULL, err))
			return false;
		insert.title = d->title;
		insert.languages = d->languages;
		if (!db_run(db, &document_insert, &insert, NULL, NULL, err))
			return false;
	}
	return true;
}

bool source_documents(
	struct arena *mem, struct db *db, struct documents *ret_documents, struct err *err)
{
	struct row_list list;

	if (!row_many(
		    mem, (struct row_query){db, &document_all, NULL}, &document_shape, &list, err))
		return false;
	memcpy(ret_documents, &list, sizeof list);
	return true;
}
