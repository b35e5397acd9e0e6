// SPDX-License-Identifier: EUPL-1.2
// source — the pages that were imported, kept whole, and the publications they name.
#pragma once

#include "db/db.h"
#include "model/source.h"

// The page with this digest, or NULL.
bool source_by_its_digest(struct arena *mem, struct db *db, struct str digest,
	struct source **ret_source, struct err *err) MUST_CHECK;

// The page of that key, or NULL.
bool source_load(struct arena *mem, struct db *db, int64_t id, struct source **ret_source,
	struct err *err) MUST_CHECK;

bool source_list(
	struct arena *mem, struct db *db, struct sources *ret_sources, struct err *err) MUST_CHECK;

// `n` bytes from `offset` on (less at the end of the page), as they were given.
bool source_piece(struct arena *mem, struct db *db, int64_t id, int64_t offset, int64_t n,
	struct str *ret_bytes, struct err *err) MUST_CHECK;

// Keeps a page; its id is set. The caller holds the write transaction.
bool source_save(struct arena *mem, struct db *db, struct source *source, struct str bytes,
	const struct documents *documents, struct err *err) MUST_CHECK;

bool source_documents(struct arena *mem, struct db *db, struct documents *ret_documents,
	struct err *err) MUST_CHECK;
