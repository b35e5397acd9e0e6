# SPDX-License-Identifier: EUPL-1.2
"""desk — how long the server takes for lists and saves of a large desk: desk.py PROGRAM FOLDER ROUNDS

The database FOLDER/attache.db is there already (bench/fill_desk.c). Times are from the request's last byte to the
answer's last byte on the loopback, the connection included. Prints Markdown.
"""
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "http"))
sys.dont_write_bytecode = True

import desk  # noqa: E402
import harness  # noqa: E402
import records  # noqa: E402

LISTS = (
    ("the list as it opens", "activities", ""),
    ("narrowed by two choices", "activities", "?type=workshop&legs.country=TG"),
    ("narrowed by dates", "activities", "?period.from=2010&period.to=2012"),
    ("searched", "activities", "?q=visa+minister"),
    ("sorted, page 150", "activities", "?sort=period&page=150"),
    ("what only waits (to do)", "activities", "?todo=overdue"),
    ("actions", "actions", ""),
    ("actions, searched and narrowed", "actions", "?q=tunis&themes=asylum&state=running"),
    ("outputs", "outputs", ""),
    ("organisations, sorted", "organisations", "?sort=-name"),
)
# What a list of activities asks of the database, as one who knows the tables would write it by hand.
SAME = (
    "SELECT state, count(*) FROM record WHERE kind = 'activity' AND deleted_at = 0 GROUP BY state",
    "SELECT k.key, count(*) FROM record_key k JOIN record r ON r.id = k.record_id"
    " WHERE k.property = 'activity.type' AND r.deleted_at = 0 GROUP BY k.key",
    "SELECT k.key, count(*) FROM record_key k JOIN record r ON r.id = k.record_id"
    " WHERE k.property = 'activity.legs.country' AND r.deleted_at = 0 GROUP BY k.key",
    "SELECT id, name, state, document, changed_at FROM record WHERE kind = 'activity' AND deleted_at = 0"
    " ORDER BY changed_at DESC, id DESC LIMIT 50",
)


def quantile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


def row(what, times, goal, beside=""):
    print(f"| {what} | {quantile(times, 0.5):.1f} | {quantile(times, 0.95):.1f} | {goal} | {beside} |", flush=True)


def timed(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def tell(words):
    print(f"  {words}", file=sys.stderr, flush=True)


def same_sql(database):
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
        for statement in SAME:
            db.execute(statement).fetchall()


def synced(folder, size):
    """The bytes that a save leaves, in a file of their own, until the disk has them."""
    with open(folder / "synced", "ab") as file:
        file.write(b"x" * size)
        file.flush()
        os.fsync(file.fileno())


def measure_lists(portal, browser, rounds):
    sql = [timed(lambda: same_sql(portal.db)) for _ in range(rounds)]
    for what, kind, query in LISTS:
        tell(what)
        times = []
        for _ in range(rounds):
            times.append(timed(lambda: browser.get(f"/desk/records/{kind}{query}")))
            if browser.page.status != 200:
                raise AssertionError(f"{kind}{query}: {browser.page.status}")
        total = re.search(r'role="status">(\d+)', browser.page.text).group(1)
        row(f"{what}: {kind}{query}", times, "aim 50", f"{total} records; {len(browser.page.wire) // 1024} kB")
    row("the same SQL by hand, counted without other choices", sql, "-", "sqlite3 in this process, no page made")
    for what, address in (("to do", "/desk/to-do"), ("the first page", "/desk/"), ("kinds", "/desk/records"),
                          ("form of an activity", "/desk/records/activities/new/edit")):
        row(f"{what}: {address}", [timed(lambda at=address: browser.get(at)) for _ in range(rounds)], "-")


def save(browser, url, pairs, words):
    """Sends the form with another title; answers the seconds until it is written."""
    fields = [(name, words if name == "title.en" else value) for name, value in pairs if name != "version"]
    fields += [("version", save.version)] if any(name == "version" for name, _ in pairs) else []
    taken = timed(lambda: browser.post(url, fields))
    if browser.page.status != 303:
        raise AssertionError(f"a save answers {browser.page.status}: {browser.page.text[:500]}")
    return taken


def saves(browser, url, name, until):
    """Saves until told to stop."""
    times = []
    while until(len(times)):
        pairs = records._form(browser.get(url).text)  # pylint: disable=protected-access
        save.version = dict(pairs).get("version", "")
        times.append(save(browser, url, pairs, f"{name} {len(times)}"))
    return times


def pages_to_import(folder, n):
    """The demo page again and again, each time with other places, so that every action is a new one."""
    text = (ROOT / "demo" / "sub-saharan-africa.txt").read_text()
    paths = []
    for i in range(n):
        path = folder / f"page-{i}.txt"
        path.write_text(re.sub(r"^(?!Duration|Objective|Summary|Related)([A-Z][^:\n]{2,60}): (?=[A-Z])", rf"\1: Round {i} of ", text, flags=re.M))
        paths.append(str(path))
    return paths


def measure_saves(portal, browser, rounds):
    folder = pathlib.Path(portal.folder)
    listing = browser.get("/desk/records/activities?state=planned").text
    url = re.search(r'class="hit" href="([^"]+)"', listing).group(1) + "/edit"
    disk = [timed(lambda: synced(folder, 8192)) for _ in range(rounds)]
    tell("saves")
    row("a save", saves(browser, url, "Alone", lambda n: n < rounds), "aim 20", "one activity, 8 kB of pages")
    tell("saves beside an import of 60 pages")
    paths = pages_to_import(folder, 60)
    begin = time.perf_counter()
    # pylint: disable=consider-using-with
    importing = subprocess.Popen([portal.program, "--db", portal.db, "import", "--accept", *paths],
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    times = saves(browser, url, "Beside", lambda n: importing.poll() is None)
    told = importing.communicate()[0].decode()
    seconds = time.perf_counter() - begin
    actions = re.search(r"created\s+(\d+)", told)
    row("a save beside a large import", times, "aim 20",
        f"{len(times)} saves while {actions.group(1) if actions else '?'} actions came in within {seconds:.1f} s")
    row("8 kB to a file, synced", disk, "-", "the least that a save can cost on this disk")


def main():
    program, folder, rounds = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    portal, report = harness.Portal(program, folder), harness.Report()
    if not portal.start(report):
        return 1
    try:
        browser, _ = desk._strong(portal, "olga@bench.example", "manager")  # pylint: disable=protected-access
        print("| what | p50 ms | p95 ms | goal | |\n| --- | --: | --: | --- | --- |", flush=True)
        measure_lists(portal, browser, rounds)
        measure_saves(portal, browser, rounds)
    finally:
        portal.stop()
    return 0


sys.exit(main())
