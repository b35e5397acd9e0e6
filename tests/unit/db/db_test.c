// SPDX-License-Identifier: EUPL-1.2
// db_test — the promises of db/db.h.
#include "db/db.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "sample.h"
#include "tests.h"

static void put_file(struct sample *s, struct str path, struct str bytes)
{
	int fd = open(str_z(s->mem, path), O_WRONLY | O_CREAT | O_TRUNC, 0644);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes.p, bytes.n), bytes.n);
	close(fd);
}

static void what_was_written_is_read_back(void **state)
{
	AUTO_DB db = sample_migrated(*state);
	AUTO_TXN txn = {NULL};
	AUTO_CURSOR cursor = NULL;
	struct visit_params lome = {7, S("Lomé"), 12}, dakar = {8, S("Dakar"), DB_NULL};
	int64_t changed, id;
	bool row;
	struct err err;

	MUST(db_begin(db, 1000, &txn, &err), &err);
	MUST(db_run(db, &visit_insert, &lome, &changed, &id, &err), &err);
	assert_int_equal(changed, 1);
	assert_int_equal(id, 7);
	MUST(db_run(db, &visit_insert, &dakar, NULL, NULL, &err), &err);
	MUST(db_commit(&txn, &err), &err);

	MUST(db_query(db, &visit_all, NULL, &cursor, &err), &err);
	assert_int_equal(db_column_n(cursor), 3);
	assert_true(str_eq(db_column_name(cursor, 1), S("place")));
	MUST(db_next(cursor, &row, &err), &err);
	assert_true(row);
	assert_true(str_eq(db_text(cursor, 1), S("Lomé")));
	assert_int_equal(db_int(cursor, 2), 12);
	MUST(db_next(cursor, &row, &err), &err);
	assert_true(row);
	assert_int_equal(db_text(cursor, 2).n, 0);
	MUST(db_next(cursor, &row, &err), &err);
	assert_false(row);
	MUST(db_next(cursor, &row, &err), &err);
	assert_false(row);
}

static void an_uncommitted_transaction_leaves_nothing(void **state)
{
	AUTO_DB db = sample_migrated(*state);
	struct visit_params visit = {1, S("Accra"), 3};
	struct err err;

	{
		AUTO_TXN txn = {NULL};
		MUST(db_begin(db, 1000, &txn, &err), &err);
		MUST(db_run(db, &visit_insert, &visit, NULL, NULL, &err), &err);
	}
	assert_int_equal(sample_count(db), 0);
	sample_add(db, 2, S("Praia"));
	assert_int_equal(sample_count(db), 1);
}

static void writing_needs_a_transaction(void **state)
{
	AUTO_DB db = sample_migrated(*state);
	struct visit_params visit = {1, S("Accra"), 3};
	struct err err;

	assert_false(db_run(db, &visit_insert, &visit, NULL, NULL, &err));
	assert_int_equal(err.kind, ERR_DB);
	assert_non_null(strstr(err.msg, "visit_insert writes and needs an open transaction"));
}

static void transactions_do_not_nest(void **state)
{
	AUTO_DB db = sample_migrated(*state);
	AUTO_TXN outer = {NULL};
	AUTO_TXN inner = {NULL};
	struct err err;

	MUST(db_begin(db, 1000, &outer, &err), &err);
	assert_false(db_begin(db, 1000, &inner, &err));
	assert_int_equal(err.kind, ERR_DB);
	MUST(db_commit(&outer, &err), &err);
}

static void a_second_writer_waits_and_then_says_so(void **state)
{
	AUTO_DB first = sample_migrated(*state);
	AUTO_DB second = sample_open(*state, DB_WRITE);
	AUTO_TXN txn = {NULL};
	AUTO_TXN other = {NULL};
	struct err err;

	MUST(db_begin(first, 0, &txn, &err), &err);
	assert_false(db_begin(second, 20, &other, &err));
	assert_int_equal(err.kind, ERR_CONFLICT);
	assert_non_null(strstr(err.msg, "another import or edit is writing"));
	MUST(db_commit(&txn, &err), &err);
	MUST(db_begin(second, 20, &other, &err), &err);
}

static void readers_never_wait(void **state)
{
	AUTO_DB writer = sample_migrated(*state);
	AUTO_DB reader = sample_open(*state, DB_READ);
	AUTO_TXN txn = {NULL};
	struct visit_params visit = {1, S("Accra"), 3};
	struct err err;

	MUST(db_begin(writer, 0, &txn, &err), &err);
	MUST(db_run(writer, &visit_insert, &visit, NULL, NULL, &err), &err);
	assert_int_equal(sample_count(reader), 0);
	MUST(db_commit(&txn, &err), &err);
	assert_int_equal(sample_count(reader), 1);
}

static void a_reader_cannot_write(void **state)
{
	db_close(sample_migrated(*state));
	AUTO_DB reader = sample_open(*state, DB_READ);
	AUTO_TXN txn = {NULL};
	struct err err;

	assert_false(db_begin(reader, 0, &txn, &err));
	assert_non_null(strstr(err.msg, "reading only"));
	assert_false(db_run(reader, &visit_clear, NULL, NULL, NULL, &err));
}

static void a_snapshot_stays_at_its_moment_until_renewed(void **state)
{
	AUTO_DB writer = sample_migrated(*state);
	AUTO_DB reader = sample_open(*state, DB_READ);
	struct err err;

	MUST(db_snapshot_renew(reader, &err), &err);
	sample_add(writer, 1, S("Accra"));
	assert_int_equal(sample_count(reader), 0);
	MUST(db_snapshot_renew(reader, &err), &err);
	assert_int_equal(sample_count(reader), 1);
	sample_add(writer, 2, S("Praia"));
	MUST(db_snapshot_renew(reader, &err), &err);
	assert_int_equal(sample_count(reader), 2);
}

static void the_version_moves_with_every_commit_of_anybody(void **state)
{
	AUTO_DB writer = sample_migrated(*state);
	AUTO_DB reader = sample_open(*state, DB_READ);
	struct err err;

	MUST(db_snapshot_renew(reader, &err), &err);
	for (int64_t id = 1; id < 20; id++) {
		int64_t before = db_version(reader);
		assert_int_equal(db_version(reader), before);
		sample_add(writer, id, S("Accra"));
		assert_int_not_equal(db_version(reader), before);
	}
	int64_t before = db_version(reader);
	db_close(writer);
	writer = sample_open(*state, DB_WRITE);
	sample_add(writer, 100, S("Praia"));
	assert_int_not_equal(db_version(reader), before);
}

static void the_same_statement_may_run_inside_itself(void **state)
{
	AUTO_DB db = sample_migrated(*state);
	AUTO_CURSOR outer = NULL;
	bool row = true;
	int64_t pairs = 0;
	struct err err;

	for (int64_t id = 1; id <= 3; id++)
		sample_add(db, id, S("Accra"));
	MUST(db_query(db, &visit_all, NULL, &outer, &err), &err);
	for (;;) {
		MUST(db_next(outer, &row, &err), &err);
		if (!row)
			break;
		AUTO_CURSOR inner = NULL;
		MUST(db_query(db, &visit_all, NULL, &inner, &err), &err);
		MUST(db_next(inner, &row, &err), &err);
		while (row) {
			pairs++;
			MUST(db_next(inner, &row, &err), &err);
		}
	}
	assert_int_equal(pairs, 9);
}

static void a_second_row_of_the_same_key_is_a_conflict(void **state)
{
	AUTO_DB db = sample_migrated(*state);
	AUTO_TXN txn = {NULL};
	struct visit_params visit = {1, S("Accra"), 3};
	struct err err;

	sample_add(db, 1, S("Accra"));
	MUST(db_begin(db, 0, &txn, &err), &err);
	assert_false(db_run(db, &visit_insert, &visit, NULL, NULL, &err));
	assert_int_equal(err.kind, ERR_CONFLICT);
	assert_non_null(strstr(err.msg, "visit.id"));
}

static void a_missing_database_is_made_only_when_asked(void **state)
{
	struct sample *s = *state;
	struct db *db = NULL;
	struct err err;

	assert_false(db_open(s->url, DB_READ, &db, &err));
	assert_int_equal(err.kind, ERR_IO);
	assert_non_null(strstr(err.msg, "there is no database"));
	assert_false(db_open(s->url, DB_WRITE, &db, &err));
	assert_int_equal(access(str_z(s->mem, sample_file(s, "some.db-lock")), F_OK), -1);
	db_close(sample_migrated(s));
	db_close(sample_open(s, DB_READ));
}

static void the_url_may_name_the_engine(void **state)
{
	struct sample *s = *state;

	db_close(sample_migrated(s));
	s->url = str_join(s->mem, S("sqlite:"), s->url);
	AUTO_DB db = sample_open(s, DB_READ);
	assert_int_equal(sample_count(db), 0);
}

static void files_of_others_are_refused(void **state)
{
	static const char foreign[] = "PRAGMA application_id = 1; CREATE TABLE x (y)";
	struct sample *s = *state;
	struct db *db = NULL;
	struct err err;
	char *command = str_z(
		s->mem, str_format(s->mem, "%" PRIstr, STR(sample_file(s, "foreign.db"))));

	put_file(
		s, s->url, S("This is a letter from the ministry, and rather a long one at that."));
	assert_false(db_open(s->url, DB_WRITE, &db, &err));
	assert_int_equal(err.kind, ERR_DB);
	assert_non_null(strstr(err.msg, "is not a database"));

	pid_t child = fork();
	if (child == 0) {
		execlp("sqlite3", "sqlite3", command, foreign, NULL);
		_exit(77);
	}
	int status;
	waitpid(child, &status, 0);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
		skip();
	assert_false(db_open(sample_file(s, "foreign.db"), DB_READ, &db, &err));
	assert_int_equal(err.kind, ERR_DB);
	assert_non_null(strstr(err.msg, "of another program"));
	assert_false(db_open(sample_file(s, "."), DB_READ, &db, &err));
	assert_non_null(strstr(err.msg, "is not a file"));
}

static void a_damaged_file_is_called_damaged(void **state)
{
	struct sample *s = *state;
	struct db *db = sample_migrated(s);
	struct str words;
	struct err err;
	char noise[4096];

	for (int64_t id = 1; id < 400; id++)
		sample_add(db, id, S("a place with a name long enough to fill a few pages"));
	MUST(db_integrity(s->mem, db, &words, &err), &err);
	assert_int_equal(words.n, 0);
	db_close(db);

	int fd = open(str_z(s->mem, s->url), O_WRONLY);
	memset(noise, 0x5a, sizeof noise);
	for (off_t page = 2; page < 8; page++)
		assert_int_equal(pwrite(fd, noise, sizeof noise, page * 4096), sizeof noise);
	close(fd);
	AUTO_DB damaged = sample_open(s, DB_READ);
	MUST(db_integrity(s->mem, damaged, &words, &err), &err);
	assert_true(words.n > 0);
}

static void the_log_comes_home_when_a_writer_closes(void **state)
{
	struct sample *s = *state;
	struct stat about;

	db_close(sample_migrated(s));
	assert_int_equal(stat(str_z(s->mem, sample_file(s, "some.db-wal")), &about), 0);
	assert_int_equal(about.st_size, 0);
}

static void a_long_log_is_brought_home_behind_a_commit(void **state)
{
	struct sample *s = *state;
	AUTO_DB db = sample_migrated(s);
	struct stat about;
	char *big = arena_alloc(s->mem, 1024 * 1024);

	memset(big, 'x', 1024 * 1024);
	for (int64_t id = 1; id <= 40; id++)
		sample_add(db, id, (struct str){big, 1024 * 1024});
	assert_int_equal(stat(str_z(s->mem, sample_file(s, "some.db-wal")), &about), 0);
	assert_true(about.st_size < 8 * 1024 * 1024);
}

static void a_backup_is_whole_and_overwrites_nothing(void **state)
{
	struct sample *s = *state;
	AUTO_DB db = sample_migrated(s);
	struct str copy = sample_file(s, "copy.db");
	struct err err;

	sample_add(db, 1, S("Accra"));
	MUST(db_backup(db, copy, &err), &err);
	assert_false(db_backup(db, copy, &err));
	assert_int_equal(err.kind, ERR_IO);
	assert_non_null(strstr(err.msg, "overwrites nothing"));

	AUTO_DB reader = sample_open(s, DB_READ);
	MUST(db_backup(reader, sample_file(s, "copy2.db"), &err), &err);
	s->url = sample_file(s, "copy2.db");
	AUTO_DB restored = sample_open(s, DB_READ);
	assert_int_equal(sample_count(restored), 1);
}

// Runs `try` as a user who may read the folder but not write it; answers its exit status.
static int as_reader_of_folder(struct sample *s, int (*try)(struct sample *s))
{
	int status;

	chmod(s->folder, 0555);
	pid_t child = fork();
	if (child == 0)
		_exit(getuid() == 0 && setuid(65534) != 0 ? 77 : try(s));
	waitpid(child, &status, 0);
	chmod(s->folder, 0755);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static int count_as_reader(struct sample *s)
{
	struct db *db = NULL;
	struct err err;

	if (!db_open(s->url, DB_READ, &db, &err))
		return 99;
	int n = (int)sample_count(db);
	db_close(db);
	return n;
}

static int open_to_write(struct sample *s)
{
	struct db *db = NULL;
	struct err err;

	return !db_open(s->url, DB_WRITE, &db, &err) && err.kind == ERR_IO ? 42 : 1;
}

static int make_new(struct sample *s)
{
	struct db *db = NULL;
	struct err err;

	return !db_open(sample_file(s, "new.db"), DB_CREATE, &db, &err) && err.kind == ERR_IO ? 42
											      : 1;
}

static void a_read_only_folder_can_be_read(void **state)
{
	struct sample *s = *state;
	struct db *db = sample_migrated(s);

	sample_add(db, 1, S("Accra"));
	db_close(db);
	chmod(str_z(s->mem, s->url), 0644);
	unlink(str_z(s->mem, sample_file(s, "some.db-wal")));
	unlink(str_z(s->mem, sample_file(s, "some.db-shm")));
	assert_int_equal(as_reader_of_folder(s, count_as_reader), 1);
	assert_int_equal(as_reader_of_folder(s, open_to_write), 42);
	assert_int_equal(as_reader_of_folder(s, make_new), 42);
}

static int fill_disk(struct sample *s)
{
	struct db *db = sample_migrated(s);
	struct err err = {.kind = ERR_NONE};
	char *big = arena_alloc(s->mem, 64 * 1024);
	struct visit_params visit = {0, {memset(big, 'x', 64 * 1024), 64 * 1024}, 1};
	bool done = true;

	while (done) {
		AUTO_TXN txn = {NULL};
		visit.id++;
		done = db_begin(db, 0, &txn, &err) &&
			db_run(db, &visit_insert, &visit, NULL, NULL, &err) &&
			db_commit(&txn, &err);
	}
	if (err.kind != ERR_IO || !strstr(err.msg, "is full"))
		return 1;
	int64_t n = sample_count(db);
	if (n != visit.id - 1)
		return 2;
	unlink(str_z(s->mem, sample_file(s, "ballast")));
	sample_add(db, 100000, S("Accra"));
	n = sample_count(db) - n;
	db_close(db);
	return n == 1 ? 42 : 3;
}

static void a_full_disk_is_a_sentence_and_writing_goes_on_when_there_is_room(void **state)
{
	struct sample *s = *state;
	int status;

	if (mount("none", s->folder, "tmpfs", 0, "size=4m") != 0)
		skip();
	put_file(s, sample_file(s, "ballast"),
		(struct str){arena_alloc(s->mem, 1024 * 1024), 1024 * 1024});
	pid_t child = fork();
	if (child == 0)
		_exit(fill_disk(s));
	waitpid(child, &status, 0);
	umount2(s->folder, MNT_DETACH);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 42);
}

// Writes until killed, telling each id over the pipe once it is committed.
static NORETURN void write_for_ever(struct sample *s, int fd)
{
	struct db *db = sample_open(s, DB_WRITE);

	for (int64_t id = sample_count(db) + 1;; id++) {
		sample_add(db, id, S("a place with a name long enough to fill a few pages"));
		if (write(fd, &id, sizeof id) != sizeof id)
			_exit(1);
	}
}

static void killed_at_any_moment_nothing_committed_is_lost(void **state)
{
	struct sample *s = *state;
	int64_t told = 0, id;

	db_close(sample_migrated(s));
	for (int round = 0; round < 20; round++) {
		int ends[2];
		assert_int_equal(pipe(ends), 0);
		pid_t child = fork();
		if (child == 0)
			write_for_ever(s, ends[1]);
		close(ends[1]);
		usleep((useconds_t)(3000 + round * 1700));
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		while (read(ends[0], &id, sizeof id) == sizeof id)
			told = id;
		close(ends[0]);
		AUTO_DB db = sample_open(s, DB_READ);
		assert_true(sample_count(db) >= told);
	}
	struct str words;
	struct err err;
	AUTO_DB db = sample_open(s, DB_READ);
	MUST(db_integrity(s->mem, db, &words, &err), &err);
	assert_int_equal(words.n, 0);
	assert_true(told > 0);
}

static void many_writers_lose_nothing(void **state)
{
	enum { WRITERS = 6, EACH = 25 };
	struct sample *s = *state;
	pid_t child[WRITERS];
	int status;

	db_close(sample_migrated(s));
	for (int i = 0; i < WRITERS; i++) {
		child[i] = fork();
		if (child[i] != 0)
			continue;
		for (int k = 0; k < EACH; k++) {
			struct db *db = sample_open(s, DB_WRITE);
			sample_add(db, i * EACH + k, S("Accra"));
			db_close(db);
		}
		_exit(0);
	}
	for (int i = 0; i < WRITERS; i++) {
		waitpid(child[i], &status, 0);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	AUTO_DB db = sample_open(s, DB_READ);
	assert_int_equal(sample_count(db), WRITERS * EACH);
}

int db_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(what_was_written_is_read_back),
		SAMPLE_TEST(an_uncommitted_transaction_leaves_nothing),
		SAMPLE_TEST(writing_needs_a_transaction),
		SAMPLE_TEST(transactions_do_not_nest),
		SAMPLE_TEST(a_second_writer_waits_and_then_says_so),
		SAMPLE_TEST(readers_never_wait),
		SAMPLE_TEST(a_reader_cannot_write),
		SAMPLE_TEST(a_snapshot_stays_at_its_moment_until_renewed),
		SAMPLE_TEST(the_version_moves_with_every_commit_of_anybody),
		SAMPLE_TEST(the_same_statement_may_run_inside_itself),
		SAMPLE_TEST(a_second_row_of_the_same_key_is_a_conflict),
		SAMPLE_TEST(a_missing_database_is_made_only_when_asked),
		SAMPLE_TEST(the_url_may_name_the_engine),
		SAMPLE_TEST(files_of_others_are_refused),
		SAMPLE_TEST(a_damaged_file_is_called_damaged),
		SAMPLE_TEST(the_log_comes_home_when_a_writer_closes),
		SAMPLE_TEST(a_long_log_is_brought_home_behind_a_commit),
		SAMPLE_TEST(a_backup_is_whole_and_overwrites_nothing),
		SAMPLE_TEST(a_read_only_folder_can_be_read),
		SAMPLE_TEST(a_full_disk_is_a_sentence_and_writing_goes_on_when_there_is_room),
		SAMPLE_TEST(killed_at_any_moment_nothing_committed_is_lost),
		SAMPLE_TEST(many_writers_lose_nothing),
	};

	return cmocka_run_group_tests_name("db", tests, NULL, NULL);
}
