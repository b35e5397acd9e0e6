// SPDX-License-Identifier: EUPL-1.2
// sample — a database of its own for each test, and records to put into it.
#pragma once

#include "check.h"
#include "db/db.h"
#include "store/dossier.h"
#include "store/source.h"

struct sample {
	struct arena *mem;
	char folder[64];
	struct str url;
	struct db *db; // migrated, empty, open for writing
};

int sample_make(void **state);
int sample_drop(void **state);

// A test whose state is a struct sample.
#define SAMPLE_TEST(f) cmocka_unit_test_setup_teardown(f, sample_make, sample_drop)

// Fails the test, printing the sentence, when `done` is false.
#define MUST(done, err)                             \
	do {                                        \
		if (!(done))                        \
			fail_msg("%s", (err)->msg); \
	} while (0)

// A write transaction of the test's own: AUTO_TXN txn = sample_begin(s); ... sample_commit(&txn).
struct db_txn sample_begin(const struct sample *s);
void sample_commit(struct db_txn *txn);

// Keeps a page of these bytes, digest and all, and answers its key.
int64_t sample_page(const struct sample *s, struct str name, struct str bytes);

// An action of that place and title with a part of every kind, on a page; not saved yet.
struct dossier *sample_dossier(
	const struct sample *s, int64_t source_id, struct str place, struct str title);

// Saves it at the instant `now`, in a transaction of its own.
void sample_save(const struct sample *s, struct dossier *d, int64_t now);

// The action with all its parts and claims; the test fails when there is none.
struct dossier *sample_load(const struct sample *s, int64_t id);

// Runs SQL that the program itself would never run, as a hand or a fault of the disk might;
// references between records are not looked at.
void sample_spoil(const struct sample *s, struct str sql);

// The number that a statement of the test's own answers.
int64_t sample_number(const struct sample *s, struct str sql);
