# SPDX-License-Identifier: EUPL-1.2
"""usage — what is typed wrongly, what is asked about, and where the database is."""

COMMANDS = ("backup", "doctor", "export", "get", "import", "migrate", "read", "restore", "search", "serve", "stats")
LATER = ("check", "user", "publish")


def every_command_has_help(terminal):
    wrong = []
    for command in COMMANDS:
        done = terminal.run(command, "--help")
        if done.status != 0 or "Usage: attache " + command not in done.out or done.err:
            wrong.append(f"{command}: {done}")
    listed = terminal.run("--help")
    return wrong + [command for command in COMMANDS if f"  {command} " not in listed.out]


def a_command_that_is_not_there_is_exit_2(terminal):
    return [wrong for command in (*LATER, "imports", "Read") if (wrong := terminal.run(command).complains(2, command))]


def wrong_usage_is_exit_2_and_says_what_was_wrong(terminal):
    asked = {
        (): "command", ("read",): "FILE", ("import",): "FILE", ("search",): "WORDS", ("get",): "PATH",
        ("backup",): "FILE", ("restore",): "FILE", ("export", "--format", "docx"): "docx",
        ("export", "--format", "iati"): "iati", ("export", "--lang", "xx"): "xx", ("export", "--out"): "--out",
        ("read", "--shout", "x"): "--shout", ("read", "--as-of", "soon", "x"): "soon",
        ("import", "--as-of", "2016-13", "x"): "2016-13", ("serve", "--listen", "nonsense"): "--listen",
        ("serve", "--workers", "0"): "workers", ("serve", "--workers", "many"): "workers", ("stats", "x"): "stats",
        ("search", "--most", "-1", "x"): "most", ("--db",): "--db",
    }
    return [f"{' '.join(words)}: {wrong}" for words, named in asked.items()
            if (wrong := terminal.run(*words, db=None if "--db" in words else terminal.new_db()).complains(2, named))]


def nothing_is_made_by_wrong_usage(terminal):
    return [str(path) for path in terminal.folder.iterdir() if path.name != "attache"]


def the_database_is_a_path_or_a_url_or_in_the_environment(terminal):
    page, wrong = terminal.page("page.txt"), []
    ways = {
        "a path": ({"db": "a.db"}, "a.db"),
        "a URL": ({"db": "sqlite:b.db"}, "b.db"),
        "ATTACHE_DB": ({"env": {"ATTACHE_DB": "c.db"}}, "c.db"),
        "nothing said": ({}, "attache.db"),
    }
    for way, (options, name) in ways.items():
        done = terminal.run("import", "--quiet", page, **options)
        if done.status != 0 or not (terminal.folder / name).exists():
            wrong.append(f"{way}: {done}")
    return wrong


def another_engine_is_refused_in_a_sentence(terminal):
    done = terminal.run("stats", db="postgresql://localhost/x")
    return None if done.status in (2, 3) and done.err.startswith("attache: ") else str(done)


def a_missing_database_is_exit_3_where_it_is_not_made(terminal):
    asked = (("export",), ("search", "x"), ("stats",), ("doctor",), ("migrate",), ("get", "/en/"), ("backup", "x.db"))
    wrong = []
    for words in asked:
        db = terminal.new_db()
        wrong += [f"{words[0]}: {complaint}"] if (complaint := terminal.run(*words, db=db).complains(3, db)) else []
        wrong += [f"{words[0]} made {db}"] if db.exists() else []
    return wrong


def results_go_to_standard_output_and_messages_to_standard_error(terminal):
    page = terminal.page("page.txt")
    read = terminal.run("read", page)
    report = terminal.run("import", "--format", "json", page, db=terminal.new_db())
    quiet = terminal.run("import", "--quiet", page, db=terminal.new_db())
    wrong = [] if len(read.lines()) == 3 else [f"read: {read}"]
    wrong += [] if report.json()["entries"] == 2 and "R01" in report.err else [f"import: {report}"]
    return wrong + ([] if quiet.status == 0 and not quiet.err else [f"import --quiet: {quiet}"])
