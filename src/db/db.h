// SPDX-License-Identifier: EUPL-1.2
// db — open, begin, run a named statement, next row, commit: all that anyone sees of the database.
//
// The engine is hidden: SQLite now (db_sqlite.c is the only file that includes sqlite3.h).
// Statements come from src/store/*.sql, compiled by tools/sqlc; no other SQL can be run, so text
// never becomes SQL. Writing connections of all processes take turns on a lock file beside the
// database (NAME-lock, an OFD lock) from before BEGIN IMMEDIATE until after COMMIT; readers never
// wait. See doc/decisions for why.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct db;
struct db_cursor;

// A connection belongs to one process: open it after a fork, never before.
enum db_mode {
	DB_READ,   // must exist; every write fails
	DB_WRITE,  // must exist
	DB_CREATE, // made when missing, readable by owner and group only
};

// What a statement's parameter is in C.
enum db_type {
	DB_INT,      // int64_t
	DB_TEXT,     // struct str
	DB_BLOB,     // struct str
	DB_INT_OPT,  // int64_t, DB_NULL binds NULL
	DB_TEXT_OPT, // struct str, the empty slice binds NULL
};

#define DB_NULL INT64_MIN

struct db_param {
	struct str name;
	enum db_type type;
	uint32_t offset; // in the statement's parameter struct
};

enum db_rows { DB_NO_ROWS, DB_ONE_OR_NONE, DB_MANY };

// One statement, made by tools/sqlc.
struct db_statement {
	struct str name;
	struct str sql; // parameters as $1, $2 ...
	enum db_rows rows;
	const struct db_param *param; // param[0] is $1, param[1] is $2 ...
	uint32_t param_n;
	uint32_t index; // its place among all statements: the key of the prepared-statement cache
};

// The index of a statement that is not in db_statements: it is prepared anew each time.
#define DB_UNLISTED UINT32_MAX

// All statements there are, in the order of their index: for preparing them in a test.
extern const struct db_statement *const db_statements[];
extern const uint32_t db_statement_n;

// Opens `url`: a path or sqlite:PATH. ERR_IO when it cannot be opened or made, ERR_DB when it is
// not a database of this program, ERR_CONFLICT when a writer kept the lock for five seconds. Takes
// schema as it is: see db/migrate.h. In a folder that may not be written, DB_READ works as long as
// no write-ahead log was left there. The connection belongs to the caller until db_close (NULL is
// allowed). A writer's close brings the write-ahead log home into the database file.
bool db_open(struct str url, enum db_mode mode, struct db **ret_db, struct err *err) MUST_CHECK;
void db_close(struct db *db);
void db_close_at(struct db **db);
#define AUTO_DB struct db *CLEANUP(db_close_at)

// The path behind the url.
struct str db_path(struct str url);

// Starts running a statement; `params` points to its parameter struct (NULL when it has none).
// Texts in it must live until the cursor is closed. The cursor is at no row yet. The same statement may be open several times. Statements
// that write need an open transaction (ERR_DB).
bool db_query(struct db *db, const struct db_statement *statement, const void *params,
	struct db_cursor **ret_cursor, struct err *err) MUST_CHECK;
// Moves to the next row: *ret_row is false behind the last. Nothing is held in the database then;
// the cursor itself is given back by db_cursor_close (NULL is allowed).
bool db_next(struct db_cursor *cursor, bool *ret_row, struct err *err) MUST_CHECK;
void db_cursor_close(struct db_cursor **cursor);
#define AUTO_CURSOR struct db_cursor *CLEANUP(db_cursor_close)

// The row's values, by column number from 0. Text and blobs are valid until db_next; NULL reads as
// 0 or empty.
int db_column_n(const struct db_cursor *cursor);
struct str db_column_name(const struct db_cursor *cursor, int column);
int64_t db_int(const struct db_cursor *cursor, int column);
struct str db_text(const struct db_cursor *cursor, int column);

// Runs a statement that answers no rows; the number of rows it changed goes to ret_changed, the
// id of the row it inserted to ret_id (both may be NULL).
bool db_run(struct db *db, const struct db_statement *statement, const void *params,
	int64_t *ret_changed, int64_t *ret_id, struct err *err) MUST_CHECK;

// A write transaction: waits at most `wait_ms` for the writers' lock (ERR_CONFLICT after that,
// "another import or edit is writing"), then BEGIN IMMEDIATE. Leaving the block uncommitted rolls
// back. Transactions do not nest; an open read snapshot of the connection ends. When db_commit
// answers true the change survives a power cut; when false nothing of it is left. After a write
// that the disk did not take for certain, the connection refuses to write again (ERR_IO).
struct db_txn {
	struct db *db; // NULL when none is open
};
bool db_begin(struct db *db, int wait_ms, struct db_txn *ret_txn, struct err *err) MUST_CHECK;
bool db_commit(struct db_txn *txn, struct err *err) MUST_CHECK;
void db_rollback(struct db_txn *txn);
#define AUTO_TXN struct db_txn CLEANUP(db_rollback)

// A read snapshot: everything read until it is renewed is of one moment. Renewing an open one
// moves it to now; a reading connection needs no other transaction. Close all cursors before. Renew
// at least every second, so that the write-ahead log can be brought home.
bool db_snapshot_renew(struct db *db, struct err *err) MUST_CHECK;

// A number that is another one after every commit of any process, whatever this connection's
// snapshot shows. Costs no system call: compare it, and renew the snapshot when it moved. It means
// nothing to other connections and may also move without a change.
int64_t db_version(const struct db *db);

// Runs the engine's own consistency checks, foreign keys included; *ret_words is empty when all is
// well, else says what is wrong, one line each.
bool db_integrity(
	struct arena *mem, struct db *db, struct str *ret_words, struct err *err) MUST_CHECK;

// Copies the database as of one moment into a new file, synced: whole or not at all. Refuses to
// overwrite (ERR_IO). Ends an open snapshot. Writers are not held up.
bool db_backup(struct db *db, struct str path, struct err *err) MUST_CHECK;
