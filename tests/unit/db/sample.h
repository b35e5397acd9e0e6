// SPDX-License-Identifier: EUPL-1.2
// sample — a small schema with its statements, and a folder of its own for each test.
#pragma once

#include "db/db.h"
#include "db/migrate.h"

struct visit_params {
	int64_t id;
	struct str place;
	int64_t guests; // DB_NULL: not counted
};

struct visit_id_params {
	int64_t id;
};

extern const struct db_statement visit_insert, visit_all, visit_by_id, visit_clear, visit_count;

// A test's place: a new folder, the name of a database in it, and memory.
struct sample {
	struct arena *mem;
	char folder[64];
	struct str url;
};

int sample_make(void **state);
int sample_drop(void **state);
#define SAMPLE_TEST(f) cmocka_unit_test_setup_teardown(f, sample_make, sample_drop)

// A name inside the test's folder.
struct str sample_file(const struct sample *sample, const char *name);

// Opens the sample's database and brings it to the newest step; the test fails when that fails.
struct db *sample_open(const struct sample *sample, enum db_mode mode);
struct db *sample_migrated(const struct sample *sample);

void sample_add(struct db *db, int64_t id, struct str place);
int64_t sample_count(struct db *db);

// Fails the test, printing the sentence, when `done` is false.
#define MUST(done, err)                             \
	do {                                        \
		if (!(done))                        \
			fail_msg("%s", (err)->msg); \
	} while (0)
