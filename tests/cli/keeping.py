# SPDX-License-Identifier: EUPL-1.2
"""keeping — `doctor`, `backup`, `restore`, `migrate`: the database over the years."""
import contextlib
import pathlib
import re
import sqlite3


@contextlib.contextmanager
def _opened(db):
    connection = sqlite3.connect(db)
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield connection
        connection.commit()
    finally:
        connection.close()


SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "src" / "store" / "schema"


def _since_the_first_step():
    """Statements that take off what later steps added: tables, and columns of tables of the first one with their indexes."""
    first = (SCHEMA / "0001_start.sql").read_text()
    later = "".join(step.read_text() for step in sorted(SCHEMA.glob("*.sql"))[1:])
    is_old = lambda table: f"CREATE TABLE {table} " in first
    return ([f"DROP TABLE {table}" for table in re.findall(r"^CREATE (?:VIRTUAL )?TABLE (\w+)", later, re.MULTILINE)] +
            [f"DROP INDEX {index}" for index, table in re.findall(r"CREATE INDEX (\w+) ON (\w+)", later) if is_old(table)] +
            [f"ALTER TABLE {table} DROP COLUMN {column}"
             for table, column in re.findall(r"ALTER TABLE (\w+) ADD COLUMN (\w+)", later) if is_old(table)])


def a_fresh_register_is_well(terminal):
    done = terminal.run("doctor", db=terminal.filled_db())
    report = terminal.run("doctor", "--format", "json", db=terminal.filled_db())
    report.json()
    return None if done.status == report.status == 0 else f"{done}; {report}"


def what_is_wrong_is_exit_1_and_said(terminal):
    harms = {
        "a lost parent": "DELETE FROM action WHERE id = 1",
        "another source": "UPDATE source SET bytes = zeroblob(size)",
        "a lost word index": "DELETE FROM search_action",
        "a value slipped in": "UPDATE record SET document = replace(document, 'running', 'closed') || 'x'",
        "a rewritten history": "UPDATE record_version SET why = 'as agreed' WHERE id = 2",
        "a version torn out": "DELETE FROM record_version WHERE id = 3",
    }
    wrong = []
    for name, sql in harms.items():
        db = terminal.filled_db()
        with _opened(db) as connection:
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
            if sql.split()[1 if sql.startswith("UPDATE") else 2] not in tables:
                wrong.append(f"{name}: no such table; there are {sorted(tables)}")
                continue
            connection.execute(sql)
        done = terminal.run("doctor", db=db)
        if done.status != 1 or len(done.out) < 20:
            wrong.append(f"{name}: {done}")
    return wrong


def what_was_done_to_accounts_cannot_be_rewritten(terminal):
    harms = {
        "another role": "UPDATE account_event SET fresh = 'manager' WHERE id = 2",
        "a line torn out": "DELETE FROM account_event WHERE id = 2",
        "a hash wiped off": "UPDATE account_event SET hash = '' WHERE id = 3",
    }
    wrong = []
    for name, sql in harms.items():
        db = terminal.folder / f"{name.replace(' ', '-')}.db"
        for email in ("anna@example.org", "bert@example.org", "cleo@example.org"):
            terminal.run("user", "add", email, "--role", "officer", db=db)
        before = terminal.run("doctor", db=db)
        with _opened(db) as connection:
            connection.execute(sql)
        done = terminal.run("doctor", db=db)
        wrong += [f"{name}: {before} {done}"] if before.status != 0 or done.status != 1 or "accounts" not in done.out + done.err else []
    return "; ".join(wrong)


def a_torn_file_is_a_sentence(terminal):
    db = terminal.filled_db()
    data = bytearray(db.read_bytes())
    data[4096 * 3:4096 * 6] = b"\xa5" * (4096 * 3)
    db.write_bytes(data)
    wrong = []
    for words in (("doctor",), ("export",), ("get", "/en/"), ("search", "kenya")):
        done = terminal.run(*words, db=db)
        if "Sanitizer" in done.err or done.status < 0 or (words[0] == "doctor" and done.status == 0):
            wrong.append(f"{words[0]}: {done}")
    return wrong


def what_is_no_database_is_exit_3(terminal):
    page = terminal.page("page.txt")
    other = terminal.page("text.db", "This is a letter, not a database, whatever its name says.\n" * 40)
    wrong = [complaint for words in (("doctor",), ("export",), ("import", page), ("serve", "--listen", "127.0.0.1:0"))
             if (complaint := terminal.run(*words, db=other).complains(3, "text.db"))]
    wrong += [complaint] if (complaint := terminal.run("export", db=terminal.folder).complains(3, terminal.folder)) else []
    return wrong + ([] if other.read_text().startswith("This is a letter") else ["it was changed"])


def an_older_program_refuses_a_newer_database(terminal):
    db, page = terminal.filled_db(), terminal.page("page.txt")
    with _opened(db) as connection:
        connection.execute("INSERT INTO schema_step SELECT max(number) + 1, 'of the future', 0 FROM schema_step")
    before = db.read_bytes()
    asked = (("import", page), ("export",), ("search", "x"), ("stats",), ("get", "/en/"), ("doctor",), ("migrate",),
             ("serve", "--listen", "127.0.0.1:0"), ("backup", terminal.folder / "newer-backup.db"))
    wrong = [f"{words[0]}: {complaint}" for words in asked
             if (complaint := terminal.run(*words, db=db, timeout=30).complains(3, "older", "newer"))]
    return wrong + ([] if db.read_bytes() == before else ["it was changed"])


def an_older_database_is_brought_up_when_it_is_opened(terminal):
    wrong = []
    for words in (("export",), ("search", "kenya"), ("get", "/en/search?q=kenya"), ("migrate",)):
        db = terminal.filled_db()
        with _opened(db) as connection:
            for statement in _since_the_first_step():
                connection.execute(statement)
            connection.execute("DELETE FROM schema_step WHERE number > 1")
        done = terminal.run(*words, db=db)
        with _opened(db) as connection:
            steps = [row[0] for row in connection.execute("SELECT number FROM schema_step")]
        if done.status not in (0, 1) or done.err or steps == [1]:
            wrong.append(f"{words[0]}: steps {steps}, {done}")
    return wrong


def a_file_of_no_bytes_is_a_register_to_come(terminal):
    wrong = []
    for words in (("export",), ("doctor",), ("stats",), ("search", "x"), ("get", "/en/"), ("backup", "x")):
        db = terminal.page("new.db", b"")
        wrong += [complaint] if (complaint := terminal.run(*words, db=db).complains(3, db)) else []
    done = terminal.run("import", "--quiet", terminal.page("page.txt"), db=db)
    return wrong or (None if done.status == 0 else str(done))


def migrate_has_nothing_to_do_on_a_new_database(terminal):
    db = terminal.filled_db()
    before, done = terminal.export(db), terminal.run("migrate", db=db)
    return None if done.status == 0 and terminal.export(db) == before else str(done)


def a_backup_restores_to_the_same_export(terminal):
    db, copy, back = terminal.filled_db(), terminal.folder / "copy.db", terminal.new_db()
    saved, made = terminal.run("backup", copy, db=db), terminal.run("restore", copy, db=back)
    same = made.status == 0 and terminal.export(back) == terminal.export(db)
    return None if saved.status == 0 and same and terminal.run("doctor", db=back).status == 0 else f"{saved}; {made}"


def nothing_is_overwritten_by_a_backup_or_a_restore(terminal):
    db, copy = terminal.filled_db(), terminal.page("there.db", "something of mine")
    saved = terminal.run("backup", copy, db=db)
    good = terminal.folder / "good.db"
    assert terminal.run("backup", good, db=db).status == 0
    made = terminal.run("restore", good, db=db)
    kept = copy.read_text() == "something of mine"
    return saved.complains(saved.status or 3, "there.db") or made.complains(made.status or 3, db) or (None if kept else "overwritten")


def a_damaged_backup_is_refused(terminal):
    db, copy, back = terminal.filled_db(), terminal.folder / "torn-copy.db", terminal.new_db()
    assert terminal.run("backup", copy, db=db).status == 0
    data = bytearray(copy.read_bytes())
    data[4096 * 2:4096 * 5] = b"\x5a" * (4096 * 3)
    copy.write_bytes(data)
    done = terminal.run("restore", copy, db=back)
    return done.complains(3, "torn-copy.db") or ("something was made" if back.exists() else None)
