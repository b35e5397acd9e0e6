# SPDX-License-Identifier: EUPL-1.2
"""exporting — `export`, `search`, `stats`, `get`: what comes out."""
import csv
import io
import json
import os
import re

from terminal import NOBODY, PAGE, demo


def _demo_db(terminal):
    db = terminal.folder / "demo.db"
    if not db.exists():
        assert terminal.run("import", "--quiet", "--accept", *demo(), db=db).status == 0
    return db


def the_same_data_is_exported_byte_for_byte_the_same(terminal):
    one, two = terminal.new_db(), terminal.new_db()
    for db in (one, two):
        assert terminal.run("import", "--quiet", *demo(), db=db, env={"ATTACHE_NOW": "1456790400"}).status == 0
    return [f"{form} {lang}" for form in ("json", "jsonl", "csv") for lang in ("en", "fr", "ar")
            if len({terminal.run("export", "--format", form, "--lang", lang, db=db, env={"ATTACHE_NOW": now}).out
                    for db in (one, two) for now in ("1456790400", "1556790400")}) != 1]


def an_exported_action_has_the_names_of_read_and_a_few_more(terminal):
    page = terminal.page("page.txt")
    read = [line for line in terminal.run("read", page).lines() if "heading" in line]
    exported = [json.loads(line) for line in terminal.export(terminal.filled_db()).splitlines()]
    wrong = []
    for before, after in zip(read, exported, strict=True):
        extra = [key for key in after if key not in before]
        if extra != ["id", "slug", "url", "review"]:
            wrong.append(f"more: {extra}")
        # The file has its own name in each; all else is what was read.
        wrong += [f"{key}: {before[key]} became {after.get(key)}" for key in before if key != "file" and before[key] != after.get(key)]
    return wrong


def json_jsonl_and_csv_tell_of_the_same_actions(terminal):
    db = _demo_db(terminal)
    lines = [json.loads(line) for line in terminal.export(db).splitlines()]
    whole = terminal.run("export", "--format", "json", db=db).json()["actions"]
    text = terminal.run("export", "--format", "csv", db=db).out
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    wrong = [] if whole == lines else ["json is not the lines of jsonl"]
    wrong += [] if [row["slug"] for row in rows] == [line["slug"] for line in lines] else ["csv has other rows"]
    wrong += [] if all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", row["changed_at"]) for row in rows) else [rows[0]["changed_at"]]
    wrong += [] if text.count("\r\n") == len(rows) + 1 else ["rows do not end in CRLF"]
    return wrong + [row["slug"] for row, line in zip(rows, lines) if row["title"] != (line["title"] or "")]


def an_export_to_a_file_is_the_same_bytes(terminal):
    db, out = _demo_db(terminal), terminal.folder / "out.jsonl"
    done = terminal.run("export", "--out", out, db=db)
    return None if done.status == 0 and not done.out and out.read_text() == terminal.export(db) else str(done)


def an_export_that_cannot_be_written_is_exit_3_and_leaves_the_old_file(terminal):
    db, folder = terminal.folder / "shared" / "a.db", terminal.folder / "kept"
    for one in (folder, db.parent):
        one.mkdir()
    (folder / "a.csv").write_text("old")
    assert terminal.run("backup", db, db=_demo_db(terminal)).status == 0
    db.chmod(0o444)
    db.parent.chmod(0o555)
    folder.chmod(0o555)
    user = NOBODY if os.geteuid() == 0 else None
    wrong = terminal.run("export", "--format", "csv", "--out", folder / "a.csv", db=db, user=user).complains(3, "a.csv")
    wrong = wrong or terminal.run("export", "--out", terminal.folder / "no/where", db=db).complains(3, "no/where")
    return wrong or (None if (folder / "a.csv").read_text() == "old" and len(list(folder.iterdir())) == 1 else "not the old file")


def a_search_answers_as_a_listing_does(terminal):
    db = _demo_db(terminal)
    found = terminal.run("search", "--format", "json", "cote", "divoire", db=db)
    listing = found.json()
    good = list(listing) == ["total", "page", "pages", "items"] and listing["total"] == len(listing["items"]) > 0
    good = good and all({"id", "url"} <= set(item) and item["url"].endswith("/" + item["slug"]) for item in listing["items"])
    few = terminal.run("search", "--format", "json", "--most", "1", "migration", db=db).json()
    return None if good and found.status == 0 and len(few["items"]) == 1 < few["total"] == few["pages"] else f"{found}, {few}"


def a_search_that_finds_nothing_is_exit_1(terminal):
    db = _demo_db(terminal)
    done = terminal.run("search", "--format", "json", "zzzzqqqq", db=db)
    plain = terminal.run("search", "zzzzqqqq", db=db)
    return None if done.status == plain.status == 1 and done.json()["items"] == [] and not plain.out else f"{done}; {plain}"


def a_search_is_for_words_not_for_operators(terminal):
    db, wrong = _demo_db(terminal), []
    for words in ('"', "*", "a*", "AND", "NEAR(", "x OR y", "-migration", "title:migration", "'; DROP TABLE action;--", "\\"):
        done = terminal.run("search", "--", words, db=db)
        if done.status not in (0, 1) or "attache:" in done.err:
            wrong.append(f"{words}: {done}")
    return wrong


def figures_have_an_id_a_value_a_definition_and_their_rows(terminal):
    db = _demo_db(terminal)
    figures = terminal.run("stats", "--format", "json", db=db).json()
    wrong = [figure for figure in figures if list(figure) != ["id", "value", "definition", "url"] or not figure["definition"]]
    if not figures or len({figure["id"] for figure in figures}) != len(figures):
        wrong.append([figure["id"] for figure in figures])
    actions = next(figure["value"] for figure in figures if figure["id"] == "actions")
    return wrong or (None if actions == len(terminal.export(db).splitlines()) else f"{actions} actions")


def get_prints_one_page_and_says_when_there_is_none(terminal):
    db = _demo_db(terminal)
    page, none = terminal.run("get", "/fr/actions", db=db), terminal.run("get", "/fr/nothing", db=db)
    good = page.status == 0 and page.out.startswith("<!doctype html>") and 'lang="fr"' in page.out
    return None if good and none.status == 1 and "404" in none.err else f"{page}; {none}"


def what_a_page_says_cannot_become_markup(terminal):
    evil = "<p>Kenya: &lt;script&gt;alert(1)&lt;/script&gt; &amp; \"'x</p><p>Objective: &lt;img onerror=alert(2)&gt;</p><p>Duration: 2012</p>"
    db = terminal.filled_db(evil)
    pages = ["/en/", "/en/actions", "/en/timeline", "/feeds/actions.atom", "/en/search?q=alert"]
    pages += [re.search(r'"url":"([^"]+)"', terminal.export(db))[1]]
    pages += [pages[-1] + "/source", pages[-1] + "?format=json"]
    wrong = []
    for path in pages:
        out = terminal.run("get", path, db=db).out
        wrong += [path] if "alert" not in out or ("format=json" not in path and re.search("<script>alert|<img onerror", out)) else []
    return wrong
