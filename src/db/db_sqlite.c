// SPDX-License-Identifier: EUPL-1.2
// db_sqlite — the database behind db/db.h by SQLite: the only file that includes sqlite3.h.
//
// A race in SQLite before 3.51.3 can spoil the database when a commit and a checkpoint of two
// connections meet. Therefore nothing here commits or checkpoints without the writers' lock:
// automatic checkpoints are off, also those at closing, and db_begin takes the lock first.
// Checkpoints happen behind a commit when the write-ahead log is long, and when a writer closes.
#include "db/db.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "db/db_file.h"
#include "db/db_schema.h"
#include "db/lock.h"

enum {
	APPLICATION_ID = 0x41747461, // "Atta"
	BUSY_MS = 2000,              // another process may be recovering the log
	OPEN_WAIT_MS = 5000,
	CLOSE_WAIT_MS = 100,
	LOG_MAX = 4 * 1024 * 1024,   // length of the log that calls for a checkpoint
	LOG_LONG = 16 * 1024 * 1024, // ... also after a transaction that wrote little
	HOME_WAIT_MS = 1000,         // behind those who wait to write
	WAL_INDEX_PAGE = 32 * 1024,
	WORDS_MAX = 64 * 1024,
};

// The statements that the engine's own work needs, prepared at opening.
enum own { OWN_BEGIN_READ, OWN_BEGIN_WRITE, OWN_COMMIT, OWN_TOUCH, OWN_N };

static const char *const own_sql[OWN_N] = {
	[OWN_BEGIN_READ] = "BEGIN",
	[OWN_BEGIN_WRITE] = "BEGIN IMMEDIATE",
	[OWN_COMMIT] = "COMMIT",
	[OWN_TOUCH] = "SELECT 1 FROM sqlite_schema LIMIT 1",
};

struct db {
	sqlite3 *handle;
	char *path;
	enum db_mode mode;
	struct lock lock;
	sqlite3_stmt *own[OWN_N];
	struct db_cursor **slot; // one for each of db_statements, made when first used
	bool has_snapshot;
	bool is_fixed;  // in a read-only folder: nobody can change it
	bool is_broken; // a write may or may not have reached the disk
	int page_size;
	int log_pages; // in the write-ahead log after the last commit of ours
	// The head of SQLite's index of the write-ahead log, shared by all processes; may be NULL.
	const _Atomic uint32_t *log_head;
};

struct db_cursor {
	struct db *db;
	const struct db_statement *statement;
	sqlite3_stmt *stmt;
	bool is_open;  // from db_query to db_cursor_close
	bool is_done;  // behind the last row
	bool is_spare; // beside the cache: freed when it closes
};

// -- Errors -------------------------------------------------------------------------------------

// After a failed fsync the system may have dropped the bytes and call the next one a success: only
// starting again, from the log as it is on the disk, is safe.
static void note_sync(struct db *db, int rc)
{
	if (rc == SQLITE_IOERR_FSYNC || rc == SQLITE_IOERR_DIR_FSYNC)
		db->is_broken = true;
}

static bool fail_io(struct db *db, int rc, struct err *err)
{
	int errnum = sqlite3_system_errno(db->handle);

	note_sync(db, rc);
	if (errnum == ENOSPC || errnum == EDQUOT)
		return err_set(err, ERR_IO,
			"the disk that holds %s is full; nothing was changed, make room and try again",
			db->path);
	if (errnum)
		return err_set_errno(
			err, ERR_IO, errnum, "the disk failed while using %s", db->path);
	return err_set(err, ERR_IO, "the disk failed while using %s (code %d)", db->path, rc);
}

static bool fail_other(struct db *db, const char *doing, struct err *err)
{
	return err_set(err, ERR_DB, "%s in %s: %s", doing, db->path, sqlite3_errmsg(db->handle));
}

// The sentence for the last failure of the handle.
static bool fail(struct db *db, const char *doing, struct err *err)
{
	int rc = sqlite3_extended_errcode(db->handle);

	switch (rc & 0xff) {
	case SQLITE_FULL:
		return err_set(err, ERR_IO,
			"the disk that holds %s is full; nothing was changed, make room and try again",
			db->path);
	case SQLITE_IOERR:
		return fail_io(db, rc, err);
	case SQLITE_NOMEM:
		return err_set(err, ERR_IO, "no memory was left while using %s", db->path);
	case SQLITE_READONLY:
		return err_set(err, ERR_IO, "%s may not be written: it or its folder is read-only",
			db->path);
	case SQLITE_CANTOPEN:
		return err_set(err, ERR_IO,
			"cannot open %s or the files beside it; may this user read them", db->path);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(
			err, ERR_CONFLICT, "%s is in use by another program; try again", db->path);
	case SQLITE_CORRUPT:
		return err_set(err, ERR_DB, "%s is damaged (%s); restore it from a backup",
			db->path, sqlite3_errmsg(db->handle));
	case SQLITE_NOTADB:
		return err_set(err, ERR_DB, "%s is not a database", db->path);
	case SQLITE_TOOBIG:
		return err_set(
			err, ERR_LIMIT, "%s: a value is larger than the database can hold", doing);
	}
	if (rc == SQLITE_CONSTRAINT_UNIQUE || rc == SQLITE_CONSTRAINT_PRIMARYKEY)
		return err_set(err, ERR_CONFLICT, "%s: there is one already (%s)", doing,
			sqlite3_errmsg(db->handle));
	return fail_other(db, doing, err);
}

static bool fail_statement(struct db *db, const struct db_statement *statement, struct err *err)
{
	char doing[96];

	snprintf(doing, sizeof doing, "statement %" PRIstr, STR(statement->name));
	return fail(db, doing, err);
}

// -- Small steps --------------------------------------------------------------------------------

static bool run_words(struct db *db, const char *sql, const char *doing, struct err *err)
{
	if (sqlite3_exec(db->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
		return fail(db, doing, err);
	return true;
}

static bool run_own(struct db *db, enum own which, struct err *err)
{
	sqlite3_stmt *stmt = db->own[which];
	int rc = sqlite3_step(stmt);
	bool done = rc == SQLITE_DONE || rc == SQLITE_ROW;

	if (!done)
		fail(db, own_sql[which], err);
	sqlite3_reset(stmt);
	return done;
}

// The first column of the first row of a question about `subject` (?1, where the question has it);
// 0 when there is no row.
static bool ask_about(
	struct db *db, const char *sql, struct str subject, int64_t *ret_value, struct err *err)
{
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(db->handle, sql, -1, &stmt, NULL) != SQLITE_OK)
		return fail(db, sql, err);
	if (subject.n)
		sqlite3_bind_text(stmt, 1, subject.p, (int)subject.n, SQLITE_STATIC);
	int rc = sqlite3_step(stmt);
	bool done = rc == SQLITE_ROW || rc == SQLITE_DONE;
	if (!done)
		fail(db, sql, err);
	else
		*ret_value = rc == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : 0;
	sqlite3_finalize(stmt);
	return done;
}

static bool ask(struct db *db, const char *sql, int64_t *ret_value, struct err *err)
{
	return ask_about(db, sql, STR_EMPTY, ret_value, err);
}

static bool take_lock(struct db *db, int wait_ms, struct err *err)
{
	bool taken = false;

	if (!lock_take(&db->lock, wait_ms, &taken, err))
		return false;
	if (!taken)
		return err_set(err, ERR_CONFLICT,
			"another import or edit is writing to %s; try again when it is done",
			db->path);
	return true;
}

// Brings the log home as far as the readers allow; needs the lock. What it cannot do now, the next
// one does: the log is as safe as the file.
static void checkpoint(struct db *db, int how)
{
	sqlite3_busy_timeout(db->handle, 0);
	note_sync(db, sqlite3_wal_checkpoint_v2(db->handle, NULL, how, NULL, NULL));
	sqlite3_busy_timeout(db->handle, BUSY_MS);
}

static int note_log(void *context, sqlite3 *handle, const char *name, int pages)
{
	struct db *db = context;

	(void)handle;
	(void)name;
	db->log_pages = pages;
	return SQLITE_OK;
}

static void end_snapshot(struct db *db)
{
	struct err ignored;

	if (db->has_snapshot && !run_own(db, OWN_COMMIT, &ignored))
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
	db->has_snapshot = false;
}

// -- Opening ------------------------------------------------------------------------------------

static bool configure(struct db *db, struct err *err)
{
	sqlite3 *h = db->handle;

	sqlite3_busy_timeout(h, BUSY_MS);
	sqlite3_db_config(h, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
	if (!run_words(db,
		    "PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = FULL;"
		    "PRAGMA cell_size_check = ON; PRAGMA case_sensitive_like = ON;"
		    "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192;"
		    "PRAGMA mmap_size = 0; PRAGMA journal_size_limit = 16777216",
		    "setting up the connection", err))
		return false;
	sqlite3_wal_hook(h, note_log, db);
	return db->mode != DB_READ ||
		run_words(db, "PRAGMA query_only = ON", "setting up the connection", err);
}

// Refuses the SQLite files of other programs. An empty one may become ours.
static bool check_owner(struct db *db, struct err *err)
{
	int64_t id = 0, page_size = 0, tables = 0;

	if (!ask(db, "PRAGMA application_id", &id, err) ||
		!ask(db, "PRAGMA page_size", &page_size, err) ||
		!ask(db, "SELECT count(*) FROM sqlite_schema", &tables, err))
		return false;
	db->page_size = (int)page_size;
	if (id == APPLICATION_ID || (id == 0 && tables == 0))
		return true;
	return err_set(err, ERR_DB, "%s is a SQLite database of another program", db->path);
}

// Makes a file ours and its journal a write-ahead log; both stay as they are when done before.
static bool take_over(struct db *db, struct err *err)
{
	char sql[64];
	int64_t id = 0;

	if (!run_words(db, "PRAGMA journal_mode = WAL", "turning the write-ahead log on", err) ||
		!ask(db, "PRAGMA application_id", &id, err))
		return false;
	if (id == APPLICATION_ID)
		return true;
	snprintf(sql, sizeof sql, "PRAGMA application_id = %d", APPLICATION_ID);
	return run_words(db, sql, "marking the database", err);
}

static bool prepare_own(struct db *db, struct err *err)
{
	for (int i = 0; i < OWN_N; i++) {
		if (sqlite3_prepare_v3(db->handle, own_sql[i], -1, SQLITE_PREPARE_PERSISTENT,
			    &db->own[i], NULL) != SQLITE_OK)
			return fail(db, own_sql[i], err);
	}
	return true;
}

// Finds the head of the index of the write-ahead log through SQLite's own mapping of it.
static bool find_log_head(struct db *db, struct err *err)
{
	sqlite3_file *file = NULL;
	void volatile *page = NULL;
	int64_t has_log_mode = 0;

	if (!ask(db, "SELECT journal_mode = 'wal' FROM pragma_journal_mode", &has_log_mode, err))
		return false;
	if (db->is_fixed || !has_log_mode)
		return true;
	if (sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) !=
			SQLITE_OK ||
		!file || !file->pMethods || file->pMethods->iVersion < 2)
		return true;
	if (file->pMethods->xShmMap(file, 0, WAL_INDEX_PAGE, 0, &page) == SQLITE_OK)
		db->log_head = (const _Atomic uint32_t *)(uintptr_t)page;
	return true;
}

static bool open_handle(struct db *db, const char *name, int flags, struct err *err)
{
	int rc = sqlite3_open_v2(
		name, &db->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

	if (!db->handle)
		return err_set(err, ERR_IO, "no memory to open %s", db->path);
	if (rc != SQLITE_OK)
		return fail(db, "opening", err);
	return configure(db, err) && check_owner(db, err);
}

// Readers of a write-ahead log need to make files beside it. Where the folder forbids that and no
// log was left, nobody can be writing, so the file may be read as it stands.
static bool open_reader(struct db *db, struct err *err)
{
	if (open_handle(db, db->path, SQLITE_OPEN_READONLY, err))
		return true;
	int rc = sqlite3_errcode(db->handle) & 0xff;
	if (!db_file_is_fixed(db->path) || (rc != SQLITE_CANTOPEN && rc != SQLITE_READONLY))
		return false;
	if (db_file_has_log(db->path))
		return err_set(err, ERR_IO,
			"%s lies in a read-only folder together with changes not yet brought "
			"home (%s-wal); open it once where it may be written",
			db->path, db->path);
	sqlite3_close(db->handle);
	db->handle = NULL;
	db->is_fixed = true;
	char *uri = db_file_fixed_uri(db->path);
	bool done = open_handle(db, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
	free(uri);
	return done;
}

static bool open_writer(struct db *db, struct err *err)
{
	char *lock_name = db_file_beside(db->path, "-lock");
	bool done = lock_open(lock_name, &db->lock, err);

	free(lock_name);
	if (!done || !take_lock(db, OPEN_WAIT_MS, err))
		return false;
	done = db_file_find(db->path, db->mode == DB_CREATE, err) &&
		open_handle(db, db->path, SQLITE_OPEN_READWRITE, err) && take_over(db, err);
	lock_give(&db->lock);
	return done;
}

// Killed in its first moments, before it had a write-ahead log, a database has left a journal that
// only a writer may take back.
static bool take_journal_back(struct db *db, struct err *err)
{
	AUTO_DB writer = NULL;

	if (sqlite3_extended_errcode(db->handle) != SQLITE_READONLY_ROLLBACK)
		return false;
	sqlite3_close(db->handle);
	db->handle = NULL;
	return db_open(str_c(db->path), DB_WRITE, &writer, err);
}

static bool open_whole(struct db *db, struct err *err)
{
	// Looked for before the lock file is made: a mistyped name leaves nothing behind.
	if (db->mode != DB_CREATE && !db_file_find(db->path, false, err))
		return false;
	bool done = db->mode == DB_READ ? open_reader(db, err) : open_writer(db, err);
	if (!done && db->mode == DB_READ && take_journal_back(db, err))
		done = open_reader(db, err);
	if (!done)
		return false;
	return prepare_own(db, err) && find_log_head(db, err);
}

bool db_open(struct str url, enum db_mode mode, struct db **ret_db, struct err *err)
{
	struct db *db = calloc(1, sizeof *db);

	if (!db)
		abort();
	*db = (struct db){.mode = mode, .lock = {.fd = -1}, .path = db_file_name(url)};
	db->slot = calloc(db_statement_n + 1, sizeof(struct db_cursor *));
	if (!db->slot)
		abort();
	if (!open_whole(db, err)) {
		db_close(db);
		return false;
	}
	*ret_db = db;
	return true;
}

static void bring_home(struct db *db)
{
	bool taken = false;
	struct err ignored;

	if (lock_take(&db->lock, CLOSE_WAIT_MS, &taken, &ignored) && taken)
		checkpoint(db, SQLITE_CHECKPOINT_TRUNCATE);
	lock_give(&db->lock);
}

void db_close(struct db *db)
{
	if (!db)
		return;
	db_rollback(&(struct db_txn){db});
	end_snapshot(db);
	for (uint32_t i = 0; i < db_statement_n; i++) {
		if (db->slot[i])
			sqlite3_finalize(db->slot[i]->stmt);
		free(db->slot[i]);
	}
	for (int i = 0; i < OWN_N; i++)
		sqlite3_finalize(db->own[i]);
	if (db->handle && db->lock.fd >= 0 && !db->is_broken)
		bring_home(db);
	sqlite3_close(db->handle);
	lock_close(&db->lock);
	free(db->slot);
	free(db->path);
	free(db);
}

// -- Statements ---------------------------------------------------------------------------------

static bool prepare(struct db_cursor *cursor, struct err *err)
{
	const struct db_statement *s = cursor->statement;
	unsigned how = cursor->is_spare ? 0 : SQLITE_PREPARE_PERSISTENT;
	const char *rest = NULL;

	if (sqlite3_prepare_v3(cursor->db->handle, s->sql.p, (int)s->sql.n, how, &cursor->stmt,
		    &rest) != SQLITE_OK)
		return fail_statement(cursor->db, s, err);
	if ((uint32_t)sqlite3_bind_parameter_count(cursor->stmt) == s->param_n)
		return true;
	return err_set(err, ERR_DB, "statement %" PRIstr " has %d parameters, not %u", STR(s->name),
		sqlite3_bind_parameter_count(cursor->stmt), s->param_n);
}

static void drop_cursor(struct db_cursor *cursor)
{
	sqlite3_finalize(cursor->stmt);
	free(cursor);
}

static bool make_cursor(struct db *db, const struct db_statement *statement, bool is_spare,
	struct db_cursor **ret_cursor, struct err *err)
{
	struct db_cursor *cursor = calloc(1, sizeof *cursor);

	if (!cursor)
		abort();
	*cursor = (struct db_cursor){.db = db, .statement = statement, .is_spare = is_spare};
	if (!prepare(cursor, err)) {
		drop_cursor(cursor);
		return false;
	}
	*ret_cursor = cursor;
	return true;
}

// The kept cursor of the statement, or a spare one when that is in use.
static bool find_cursor(struct db *db, const struct db_statement *statement,
	struct db_cursor **ret_cursor, struct err *err)
{
	if (statement->index >= db_statement_n)
		return make_cursor(db, statement, true, ret_cursor, err);
	struct db_cursor **slot = &db->slot[statement->index];
	if (!*slot && !make_cursor(db, statement, false, slot, err))
		return false;
	if ((*slot)->is_open)
		return make_cursor(db, statement, true, ret_cursor, err);
	*ret_cursor = *slot;
	return true;
}

static int bind_one(sqlite3_stmt *stmt, int at, const struct db_param *param, const char *params)
{
	const void *member = params + param->offset;
	const int64_t *number = member;
	const struct str *text = member;

	switch (param->type) {
	case DB_INT:
		return sqlite3_bind_int64(stmt, at, *number);
	case DB_INT_OPT:
		return *number == DB_NULL ? sqlite3_bind_null(stmt, at)
					  : sqlite3_bind_int64(stmt, at, *number);
	case DB_BLOB:
		return sqlite3_bind_blob64(
			stmt, at, text->p ? text->p : "", text->n, SQLITE_STATIC);
	case DB_TEXT_OPT:
		if (!text->n)
			return sqlite3_bind_null(stmt, at);
		FALLTHROUGH;
	case DB_TEXT:
		return sqlite3_bind_text64(
			stmt, at, text->p ? text->p : "", text->n, SQLITE_STATIC, SQLITE_UTF8);
	}
	return SQLITE_MISUSE;
}

static bool start(struct db_cursor *cursor, const void *params, struct err *err)
{
	const struct db_statement *s = cursor->statement;

	if (!sqlite3_stmt_readonly(cursor->stmt) && !cursor->db->lock.held)
		return err_set(err, ERR_DB,
			"statement %" PRIstr " writes and needs an open transaction", STR(s->name));
	for (uint32_t i = 0; i < s->param_n; i++)
		if (bind_one(cursor->stmt, (int)i + 1, &s->param[i], params) != SQLITE_OK)
			return fail_statement(cursor->db, s, err);
	cursor->is_open = true;
	cursor->is_done = false;
	return true;
}

void db_cursor_close(struct db_cursor **cursor)
{
	struct db_cursor *c = *cursor;

	*cursor = NULL;
	if (!c || (!c->is_open && !c->is_spare))
		return;
	if (c->is_spare) {
		drop_cursor(c);
		return;
	}
	sqlite3_reset(c->stmt);
	c->is_open = false;
}

bool db_query(struct db *db, const struct db_statement *statement, const void *params,
	struct db_cursor **ret_cursor, struct err *err)
{
	AUTO_CURSOR cursor = NULL;

	if (!find_cursor(db, statement, &cursor, err) || !start(cursor, params, err))
		return false;
	*ret_cursor = cursor;
	cursor = NULL;
	return true;
}

bool db_next(struct db_cursor *cursor, bool *ret_row, struct err *err)
{
	int rc = cursor->is_done ? SQLITE_DONE : sqlite3_step(cursor->stmt);

	if (rc == SQLITE_ROW) {
		*ret_row = true;
		return true;
	}
	if (rc != SQLITE_DONE)
		fail_statement(cursor->db, cursor->statement, err);
	sqlite3_reset(cursor->stmt);
	cursor->is_done = true;
	if (rc != SQLITE_DONE)
		return false;
	*ret_row = false;
	return true;
}

int db_column_n(const struct db_cursor *cursor)
{
	return sqlite3_column_count(cursor->stmt);
}

struct str db_column_name(const struct db_cursor *cursor, int column)
{
	return str_c(sqlite3_column_name(cursor->stmt, column));
}

int64_t db_int(const struct db_cursor *cursor, int column)
{
	return sqlite3_column_int64(cursor->stmt, column);
}

struct str db_text(const struct db_cursor *cursor, int column)
{
	// Blobs and texts come as they are: SQLite converts numbers only.
	bool number = sqlite3_column_type(cursor->stmt, column) < SQLITE_TEXT;
	const void *p = number ? (const void *)sqlite3_column_text(cursor->stmt, column)
			       : sqlite3_column_blob(cursor->stmt, column);

	if (!p)
		return STR_EMPTY;
	return (struct str){p, (size_t)sqlite3_column_bytes(cursor->stmt, column)};
}

bool db_run(struct db *db, const struct db_statement *statement, const void *params,
	int64_t *ret_changed, int64_t *ret_id, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool row = true;

	if (!db_query(db, statement, params, &cursor, err))
		return false;
	while (row)
		if (!db_next(cursor, &row, err))
			return false;
	if (ret_changed)
		*ret_changed = sqlite3_changes64(db->handle);
	if (ret_id)
		*ret_id = sqlite3_last_insert_rowid(db->handle);
	return true;
}

// -- Transactions -------------------------------------------------------------------------------

bool db_begin(struct db *db, int wait_ms, struct db_txn *ret_txn, struct err *err)
{
	if (db->mode == DB_READ)
		return err_set(err, ERR_DB, "%s was opened for reading only", db->path);
	if (db->is_broken)
		return err_set(err, ERR_IO,
			"an earlier write to %s may not have reached the disk; stop the program, "
			"check the disk and start again",
			db->path);
	if (db->lock.held)
		return err_set(err, ERR_DB, "a transaction on %s is open already", db->path);
	end_snapshot(db);
	if (!take_lock(db, wait_ms, err))
		return false;
	if (!run_own(db, OWN_BEGIN_WRITE, err)) {
		lock_give(&db->lock);
		return false;
	}
	ret_txn->db = db;
	return true;
}

// A log that has grown long is brought home behind those who wait to write, by a transaction that
// wrote much of it. A small one leaves it to others as long as it can, so that an edit beside an
// import does not pay for the import's pages.
static void bring_home_after(struct db *db)
{
	int written = 0, highest;
	bool taken = false;
	struct err ignored;

	sqlite3_db_status(db->handle, SQLITE_DBSTATUS_CACHE_WRITE, &written, &highest, true);
	int64_t most = (int64_t)written * db->page_size > LOG_MAX / 16 ? LOG_MAX : LOG_LONG;
	if ((int64_t)db->log_pages * db->page_size <= most)
		return;
	if (lock_take(&db->lock, HOME_WAIT_MS, &taken, &ignored) && taken)
		checkpoint(db, SQLITE_CHECKPOINT_PASSIVE);
	lock_give(&db->lock);
}

bool db_commit(struct db_txn *txn, struct err *err)
{
	struct db *db = txn->db;

	if (!run_own(db, OWN_COMMIT, err)) {
		db_rollback(txn);
		return false;
	}
	txn->db = NULL;
	lock_give(&db->lock);
	bring_home_after(db);
	return true;
}

void db_rollback(struct db_txn *txn)
{
	struct db *db = txn->db;

	txn->db = NULL;
	if (!db || !db->lock.held)
		return;
	if (db->handle && !sqlite3_get_autocommit(db->handle))
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
	lock_give(&db->lock);
}

bool db_snapshot_renew(struct db *db, struct err *err)
{
	end_snapshot(db);
	if (!run_own(db, OWN_BEGIN_READ, err))
		return false;
	db->has_snapshot = true;
	if (run_own(db, OWN_TOUCH, err))
		return true;
	end_snapshot(db);
	return false;
}

// Words of the head (sqlite.org/walformat.html): 2 changes, 4 frames committed, 8 and 9 the salts
// of this log. Frames and salts together say which content it is.
int64_t db_version(const struct db *db)
{
	static const int words[] = {2, 4, 8, 9};
	uint64_t version = 0;

	for (size_t i = 0; db->log_head && i < sizeof words / sizeof *words; i++)
		version = (version ^
				  atomic_load_explicit(
					  &db->log_head[words[i]], memory_order_acquire)) *
			0x9e3779b97f4a7c15u;
	return (int64_t)version;
}

// -- Care ---------------------------------------------------------------------------------------

static bool collect(struct db *db, const char *sql, struct buf *words, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc;

	if (sqlite3_prepare_v2(db->handle, sql, -1, &stmt, NULL) != SQLITE_OK)
		return fail(db, sql, err);
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		struct str line = str_c((const char *)sqlite3_column_text(stmt, 0));
		if (!str_eq(line, S("ok")))
			buf_format(words, "%s%" PRIstr, words->n ? "\n" : "", STR(line));
	}
	if (rc != SQLITE_DONE)
		fail(db, sql, err);
	sqlite3_finalize(stmt);
	return rc == SQLITE_DONE;
}

bool db_integrity(struct arena *mem, struct db *db, struct str *ret_words, struct err *err)
{
	struct buf words = buf_new(mem, WORDS_MAX);

	if (!collect(db, "PRAGMA integrity_check(20)", &words, err) ||
		!collect(db,
			"SELECT \"table\" || ' ' || rowid || ' points at a ' || parent || "
			"' that is not there' FROM pragma_foreign_key_check LIMIT 20",
			&words, err)) {
		// A file too damaged to be checked is an answer too.
		if (err->kind != ERR_DB)
			return false;
		buf_format(&words, "%s%s", words.n ? "\n" : "", err->msg);
		*err = (struct err){.kind = ERR_NONE};
	}
	*ret_words = buf_str(&words);
	return true;
}

static bool vacuum_into(struct db *db, const char *path, struct err *err)
{
	sqlite3_stmt *stmt = NULL;

	// query_only would also forbid writing the copy; the file itself is open for reading only.
	sqlite3_exec(db->handle, "PRAGMA query_only = OFF", NULL, NULL, NULL);
	bool done = sqlite3_prepare_v2(db->handle, "VACUUM INTO ?1", -1, &stmt, NULL) ==
			SQLITE_OK &&
		sqlite3_bind_text(stmt, 1, path, -1, SQLITE_STATIC) == SQLITE_OK &&
		sqlite3_step(stmt) == SQLITE_DONE;
	if (!done) {
		fail(db, "copying", err);
		err_add(err, "cannot write the backup");
	}
	sqlite3_finalize(stmt);
	if (db->mode == DB_READ)
		sqlite3_exec(db->handle, "PRAGMA query_only = ON", NULL, NULL, NULL);
	return done;
}

// An empty file that only its owner's group may read, like every database of ours.
static bool make_empty(const char *path, const char *target, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640);

	if (fd < 0)
		return err_set_errno(err, ERR_IO, errno, "cannot make the backup %s", target);
	close(fd);
	return true;
}

bool db_backup(struct db *db, struct str path, struct err *err)
{
	SCRATCH(tmp);
	char *final = db_file_name(path);
	char *target = str_z(tmp, str_c(final));
	char *fresh = str_z(tmp, str_format(tmp, "%s.%d.new", target, (int)getpid()));

	free(final);
	if (access(target, F_OK) == 0)
		return err_set(
			err, ERR_IO, "%s is there already; a backup overwrites nothing", target);
	end_snapshot(db);
	unlink(fresh);
	bool done = make_empty(fresh, target, err) && vacuum_into(db, fresh, err) &&
		db_file_sync(fresh, err);
	if (done && link(fresh, target) != 0)
		done = err_set_errno(err, ERR_IO, errno, "cannot name the backup %s", target);
	unlink(fresh);
	if (done)
		db_file_sync_folder(target);
	return done;
}

// -- Schema -------------------------------------------------------------------------------------

const struct str db_schema_suffix = S_INIT(" STRICT");

bool db_schema_run(struct db *db, struct str sql, struct err *err)
{
	SCRATCH(tmp);

	if (!db->lock.held)
		return err_set(err, ERR_DB, "a schema step needs an open transaction");
	return run_words(db, str_z(tmp, sql), "changing the schema", err);
}

bool db_schema_has_table(struct db *db, struct str table, bool *ret_has, struct err *err)
{
	int64_t count = 0;

	if (!ask_about(db, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1",
		    table, &count, err))
		return false;
	*ret_has = count > 0;
	return true;
}

struct str db_schema_type(struct str word)
{
	static const struct {
		struct str ours, engine;
	} words[] = {
		{S_INIT("ID"), S_INIT("INTEGER")},
		{S_INIT("INT"), S_INIT("INTEGER")},
		{S_INIT("TEXT"), S_INIT("TEXT")},
		{S_INIT("REAL"), S_INIT("REAL")},
		{S_INIT("BLOB"), S_INIT("BLOB")},
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(word, words[i].ours))
			return words[i].engine;
	return STR_EMPTY;
}
