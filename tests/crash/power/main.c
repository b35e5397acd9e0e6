// SPDX-License-Identifier: EUPL-1.2
// power — what is left of saved records when the power is cut at any moment.
//
// Each round saves records one after the other through the program's own data layer, cuts the power
// at a random operation of the disk, and opens what is left. The two dishonest disks are the
// control: were nothing lost on them, the rounds would prove nothing.
#include "check.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "db/migrate.h"
#include "disk.h"
#include "model/kind_list.h"
#include "store/record.h"

enum {
	SAVES = 30,
	SAVES_A_CONNECTION = 7,
	ROUNDS_USUAL = 1000,
	ROUNDS_CONTROL = 60,
	NOON = 1456833600
};
enum { TEMPLATE_MAX = 64 * 1024 * 1024 };

struct place {
	char folder[64], left[80], url[96], left_url[96];
	struct str template; // an empty register
};

struct outcome {
	int rounds, lost, damaged;
};

#define MUST(call, err)                                        \
	do {                                                   \
		if (!(call))                                   \
			fail_msg("%s: %s", #call, (err)->msg); \
	} while (0)

static void file_put(const char *path, struct str bytes)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_true(fwrite(bytes.p, 1, bytes.n, file) == bytes.n);
	assert_int_equal(fclose(file), 0);
}

static void forget(const char *db)
{
	const char *endings[] = {"", "-wal", "-shm", "-lock", "-journal"};
	char path[128];

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		snprintf(path, sizeof path, "%s%s", db, endings[i]);
		unlink(path);
	}
}

static void place_make(struct arena *mem, struct place *place)
{
	struct db *db;
	int64_t steps;
	struct err err;

	*place = (struct place){.folder = "/tmp/attache-power-XXXXXX"};
	assert_non_null(mkdtemp(place->folder));
	snprintf(place->left, sizeof place->left, "%s/left", place->folder);
	assert_int_equal(mkdir(place->left, 0700), 0);
	snprintf(place->url, sizeof place->url, "%s/some.db", place->folder);
	snprintf(place->left_url, sizeof place->left_url, "%s/some.db", place->left);
	MUST(db_open(str_c(place->url), DB_CREATE, &db, &err), &err);
	MUST(migrate_run(db, NOON, &steps, &err), &err);
	db_close(db);
	MUST(file_read(mem, str_c(place->url), TEMPLATE_MAX, &place->template, &err), &err);
}

static void place_drop(const struct place *place)
{
	forget(place->url);
	forget(place->left_url);
	rmdir(place->left);
	rmdir(place->folder);
}

static struct str name_of(struct arena *mem, int number)
{
	return str_format(mem, "Ministry number %d", number);
}

// Saves one record; false when the disk did not take it.
static bool save(struct arena *mem, struct db *db, int number)
{
	struct record record = record_new(&kind_organisation);
	struct record_edit edit = {.record = &record, .at = NOON + number, .what = S("create")};
	bool is_saved = false;
	struct err err;
	AUTO_TXN txn = {NULL};

	assert_true(record_set(mem, &record, S("name.en"), name_of(mem, number)));
	return db_begin(db, 1000, &txn, &err) && record_save(mem, db, &edit, &is_saved, &err) &&
		db_commit(&txn, &err) && is_saved;
}

// Saves until the power goes or all are saved; answers how many were acknowledged.
static int save_all(struct arena *mem, const struct place *place)
{
	struct db *db = NULL;
	int saved = 0;
	struct err err;

	while (saved < SAVES) {
		if (saved % SAVES_A_CONNECTION == 0) {
			db_close(db);
			db = NULL;
			if (!db_open(str_c(place->url), DB_WRITE, &db, &err))
				return saved;
		}
		if (!save(mem, db, saved))
			break;
		saved++;
	}
	db_close(db);
	return saved;
}

static bool is_sound(struct arena *mem, struct db *db)
{
	struct findings findings = {0};
	struct str words;
	struct err err;

	return db_integrity(mem, db, &words, &err) && !words.n &&
		record_chain_check(mem, db, &findings, &err) && findings.n == 0;
}

static void look(struct arena *mem, const struct place *place, int saved, struct outcome *outcome)
{
	struct db *db = NULL;
	struct record_lines lines;
	struct record_query query = {.kind = &kind_organisation, .sort = S("")};
	struct err err;

	bool is_open = db_open(str_c(place->left_url), DB_WRITE, &db, &err);
	if (!is_open || !is_sound(mem, db) || !record_list(mem, db, &query, &lines, &err)) {
		outcome->damaged++;
		db_close(db);
		return;
	}
	int found = 0;
	for (int number = 0; number < saved; number++)
		for (size_t i = 0; i < lines.n; i++)
			found += str_eq(lines.p[i].name, name_of(mem, number));
	outcome->lost += found != saved;
	db_close(db);
}

static void round_play(const struct place *place, enum disk_kind kind, long cut_at,
	unsigned long seed, struct outcome *outcome)
{
	struct arena *mem = arena_new(CHECK_MEMORY);

	forget(place->url);
	forget(place->left_url);
	file_put(place->url, place->template);
	disk_begin(kind, cut_at, seed);
	int saved = save_all(mem, place);
	assert_true(disk_end(place->left));
	look(mem, place, saved, outcome);
	outcome->rounds++;
	arena_free(mem);
}

// How many operations a round has that nothing disturbs.
static long operations_of(const struct place *place)
{
	struct outcome calm = {0};

	round_play(place, DISK_HONEST, 0, 1, &calm);
	assert_int_equal(calm.lost + calm.damaged, 0);
	return disk_operations();
}

static struct outcome rounds_play(struct arena *mem, enum disk_kind kind, int rounds)
{
	struct place place;
	struct outcome outcome = {0};
	unsigned long chance = 20260101;

	place_make(mem, &place);
	long operations = operations_of(&place);
	for (int i = 0; i < rounds; i++) {
		chance = chance * 6364136223846793005UL + 1442695040888963407UL;
		long cut_at = 1 + (long)((chance >> 33) % (unsigned long)operations);
		round_play(&place, kind, cut_at, chance, &outcome);
	}
	place_drop(&place);
	print_message("%d cuts: %d with something lost, %d damaged\n", outcome.rounds, outcome.lost,
		outcome.damaged);
	return outcome;
}

static void nothing_saved_is_lost_and_nothing_damaged(void **state)
{
	const char *rounds = getenv("ROUNDS");
	struct outcome outcome = rounds_play(
		*state, DISK_HONEST, rounds ? (int)strtol(rounds, NULL, 10) : ROUNDS_USUAL);

	assert_int_equal(outcome.lost, 0);
	assert_int_equal(outcome.damaged, 0);
}

static void a_log_that_is_synced_late_loses_in_most_rounds(void **state)
{
	struct outcome outcome = rounds_play(*state, DISK_LAZY_LOG, ROUNDS_CONTROL);

	assert_true(outcome.lost * 2 > outcome.rounds);
	assert_int_equal(outcome.damaged, 0);
}

static void a_disk_that_never_syncs_damages_in_most_rounds(void **state)
{
	struct outcome outcome = rounds_play(*state, DISK_LYING, ROUNDS_CONTROL);

	assert_true(outcome.damaged * 2 > outcome.rounds);
}

int main(void)
{
	const struct CMUnitTest power[] = {
		TEST(nothing_saved_is_lost_and_nothing_damaged),
		TEST(a_log_that_is_synced_late_loses_in_most_rounds),
		TEST(a_disk_that_never_syncs_damages_in_most_rounds),
	};

	return cmocka_run_group_tests(power, NULL, NULL);
}
