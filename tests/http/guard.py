# SPDX-License-Identifier: EUPL-1.2
"""guard — what holds for every address, told by the route table itself, so that a new route needs no line here.

Whatever is no GET refuses a form without its token, with somebody else's, from elsewhere or without a session, and
leaves the database as it was; each role gets from each address what the table says.
"""
import contextlib
import json
import re
import socket
import sqlite3
import statistics
import threading
import time

import desk
import harness
import records
from browser import Browser

ROLES = ("requester", "focal-point", "expert", "officer", "coordinator", "finance", "manager", "committee", "evaluator",
         "administrator")
# What every request may write: that a session was seen, and what failed.
PASSING = {"session", "login_failure", "sqlite_sequence"}
EACH = 3  # addresses of one route that are walked on from
REFUSED = (400, 401, 403, 404, 405, 413, 415)


def _rows(portal):
    return json.loads(portal.command("user", "rights", "--routes", "--format", "json").stdout)


def _state(portal):
    """Everything in the database but what passes, as text to be compared."""
    with contextlib.closing(sqlite3.connect(f"file:{portal.db}?mode=ro", uri=True, timeout=10)) as db:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: hash(tuple(db.execute(f'SELECT * FROM "{name}"'))) for name in names
                if name not in PASSING and not name.startswith("search_")}


def _changed(before, after):
    return [name for name in before if before[name] != after.get(name)]


def _route_of(rows, method, path):
    """The row of the table for an address, as the program finds it: the first that fits."""
    for row in rows:
        pattern = re.escape(row["address"]).replace(r"\{lang\}", "(?:en|fr|es|pt|ar|ru)").replace(r"\{\}", "[^/]+")
        if row["method"] == method and re.fullmatch(pattern, path):
            return row["address"]
    return None


def _people(portal):
    """A strong session of each role, made once for all tests of this file."""
    if not hasattr(portal, "people"):
        portal.people = {role: desk._strong(portal, f"{role}@guard.example", role)[0]  # pylint: disable=protected-access
                         for role in ROLES}
    return portal.people


def _examples(portal):
    """Real addresses of each route, by what pages link to and send forms to; walked once."""
    if hasattr(portal, "examples"):
        return portal.examples
    rows, found = _rows(portal), {}
    for role in ("manager", "administrator", "officer", "nobody"):
        browser = Browser(portal) if role == "nobody" else _people(portal)[role]
        wanted, seen = ["/desk/", "/en/", "/desk/sign-in", "/desk/recover"], set()
        wanted += [] if role == "nobody" else [records._first(browser)]  # pylint: disable=protected-access
        while wanted:
            path = wanted.pop(0)
            if path in seen:
                continue
            seen.add(path)
            text = browser.get(path).text
            for attribute, link in re.findall(r' (href|action)="(/[^"#?]*)', text):
                method = "GET" if attribute == "href" else "POST"
                route = _route_of(rows, method, link)
                known = found.setdefault((method, route), [])
                if route and link not in known and len(known) < EACH:
                    known.append(link)
                    wanted += [link] if method == "GET" and link.startswith("/desk") else []
    portal.examples = found
    return found


def _addresses(portal, row):
    """Addresses of a row: real ones, or, where no page leads to it, what its pattern allows."""
    known = _examples(portal).get((row["method"], row["address"]), [])
    return known or [row["address"].replace("{lang}", "en").replace("{}", "1")]


def _send(browser, method, path, csrf, **headers):
    """A form with that token and nothing else, or a body of JSON for what is no POST."""
    body = (f"csrf={csrf}&" if csrf else "") + "name=Guard&why=guard&state=disabled&move=cancel&version=1&done=1"
    headers.setdefault("Content_Type", "application/x-www-form-urlencoded")
    return browser._request(method, path, body.encode(), **headers)  # pylint: disable=protected-access


def the_walk_finds_real_addresses_of_most_routes(portal):
    rows = [row for row in _rows(portal) if row["address"].startswith("/desk/")]
    found = _examples(portal)
    lacking = [f"{row['method']} {row['address']}" for row in rows if not found.get((row["method"], row["address"]))]
    return "" if len(lacking) * 3 < len(rows) else f"{len(lacking)} of {len(rows)} have none: {lacking}"


def nothing_is_written_without_the_right_token_origin_and_session(portal):
    rows = [row for row in _rows(portal) if row["method"] != "GET"]
    people = _people(portal)
    browser, other = people["manager"], people["officer"]
    other.get("/desk/account")
    browser.get("/desk/account")
    good, foreign = browser.csrf, other.csrf
    if len(rows) < 15 or not good or good == foreign:
        return f"only {len(rows)} routes, or no token"
    before, wrong = _state(portal), []
    for row in rows:
        for path in _addresses(portal, row)[:1]:
            for name, who, csrf, headers in (
                    ("no token", browser, None, {}), ("another's token", browser, foreign, {}),
                    ("a foreign origin", browser, good, {"Origin": "https://evil.example"}),
                    ("no session", Browser(portal), good, {}), ("an invented session", Browser(portal), good, {})):
                if name == "an invented session":
                    who.cookies["attache"] = "0" * 64
                status = _send(who, row["method"], path, csrf, **headers).status
                wrong += [f"{row['method']} {path} with {name}: {status}"] if status not in REFUSED else []
    wrong += [f"{name} changed" for name in _changed(before, _state(portal))]
    return "; ".join(wrong[:8])


def reading_an_address_that_only_writes_writes_nothing(portal):
    rows = _rows(portal)
    shown = {row["address"] for row in rows if row["method"] == "GET"}
    browser, before, wrong = _people(portal)["manager"], _state(portal), []
    for row in rows:
        if row["method"] == "GET" or row["address"] in shown:
            continue
        for path in _addresses(portal, row)[:1]:
            for method in ("GET", "HEAD"):
                page = browser._request(method, path)  # pylint: disable=protected-access
                wrong += [f"{method} {path}: {page.status}"] if page.status not in (404, 405) else []
    for row in rows:
        for method in ("PUT", "DELETE", "PATCH"):
            if any(one["address"] == row["address"] and one["method"] == method for one in rows):
                continue
            page = _send(browser, method, _addresses(portal, row)[0], browser.csrf)
            wrong += [f"{method} {row['address']}: {page.status}"] if page.status not in REFUSED + (501,) else []
    wrong += [f"{name} changed" for name in _changed(before, _state(portal))]
    return "; ".join(wrong[:8])


def each_role_reads_what_the_table_says_at_real_addresses(portal):
    """Whoever lacks the right is refused; whoever has it reads some page of the route, if the record is theirs to see."""
    people, wrong, opened = _people(portal), [], {}
    rows = [row for row in _rows(portal) if row["method"] == "GET" and row["right"] != "anyone"]
    for row in rows:
        for path in _addresses(portal, row)[:2]:
            if Browser(portal).get(path).status not in (303, 401, 404):
                wrong.append(f"nobody at {path}")
            for role, browser in people.items():
                status = browser.get(path).status
                if role not in row["roles"] and status not in (401, 403, 404):
                    wrong.append(f"{role} at {path}: {status}")
                opened[row["address"]] = opened.get(row["address"], False) or status in (200, 303)
    found = _examples(portal)
    wrong += [f"nobody of all roles can open {address}" for address, is_open in opened.items()
              if not is_open and found.get(("GET", address))]
    return "; ".join(wrong[:8])


def who_lacks_the_right_writes_nothing_with_everything_else_right(portal):
    people, before, wrong, tried = _people(portal), _state(portal), [], 0
    for browser in people.values():
        browser.get("/desk/account")
    for row in _rows(portal):
        if row["method"] == "GET":
            continue
        for path in _addresses(portal, row)[:1]:
            for role, browser in people.items():
                if role in row["roles"]:
                    continue
                tried += 1
                status = _send(browser, row["method"], path, browser.csrf).status
                wrong += [f"{role} at {row['method']} {path}: {status}"] if status not in (401, 403, 404) else []
    wrong += [f"{name} changed" for name in _changed(before, _state(portal))]
    return "; ".join(wrong[:8]) if tried >= 20 else f"only {tried} were tried"


def an_old_cookie_is_dead_at_once_however_the_session_ended(portal):
    def signed_out(browser, email):
        browser.get("/desk/")
        browser.post("/desk/sign-out")

    def new_password(browser, email):
        browser.get("/desk/account")
        browser.post("/desk/account/password", {"current": desk.GOOD, "password": desk.OTHER, "again": desk.OTHER})

    def disabled(browser, email):
        portal.command("user", "disable", email)
    for end in (signed_out, new_password, disabled):
        email = f"{end.__name__}@guard.example"
        browser = desk._account(portal, email)  # pylint: disable=protected-access
        thief = Browser(portal)
        thief.cookies = dict(browser.cookies)
        if thief.get("/desk/account").status != 200:
            return f"{end.__name__}: the copy does not work before"
        end(browser, email)
        if end is new_password and browser.get("/desk/").status != 200:
            return "who chose the password has to sign in again"
        before = _state(portal)
        if _send(thief, "POST", "/desk/account", thief.csrf).status != 403 or _changed(before, _state(portal)):
            return f"{end.__name__}: the copy still writes"
        if thief.get("/desk/account").status != 303:
            return f"{end.__name__}: the copy still reads"
    return ""


class _Elsewhere:
    """The same portal, asked from another address of the loopback."""

    def __init__(self, portal, address):
        self.port, self.address = portal.port, address

    def raw(self, data, timeout=20):
        with socket.create_connection(("127.0.0.1", self.port), timeout, source_address=(self.address, 0)) as connection:
            connection.sendall(data)
            out = b""
            with contextlib.suppress(TimeoutError, ConnectionError):
                while piece := connection.recv(65536):
                    out += piece
            return out


def a_thousand_wrong_passwords_are_limited_and_hold_nobody_else_up(portal):
    inside = desk._account(portal, "wanted@guard.example")  # pylint: disable=protected-access
    desk._account(portal, "beside@guard.example")  # pylint: disable=protected-access
    thief = Browser(_Elsewhere(portal, "127.0.0.9"))
    thief.get("/desk/sign-in")
    tried = []
    for i in range(1000):
        email = "wanted@guard.example" if i < 200 else f"guess{i}@guard.example"
        tried.append(thief.post("/desk/sign-in", {"email": email, "password": f"wrong guess {i}"}).status)
    if set(tried) != {403, 429} or tried.count(403) > 40 or tried[:200].count(403) > 5:
        return f"{tried.count(403)} were compared, {tried[:200].count(403)} of one account; {set(tried)}"
    if inside.get("/desk/").status != 200:
        return "the open session of the account was ended"
    if Browser(portal).sign_in("beside@guard.example", desk.GOOD).status != 303:
        return "somebody else, elsewhere, is kept out"
    if Browser(_Elsewhere(portal, "127.0.0.9")).sign_in("beside@guard.example", desk.GOOD).status != 429:
        return "the address may go on"
    # The way in that a stranger cannot close: a link to the account's own mailbox.
    done = portal.command("user", "password", "wanted@guard.example")
    link = re.search(r"/desk/link/[0-9a-f]{64}", done.stdout.decode())
    if not link:
        return f"no link: {done.stderr.decode()}"
    owner = Browser(portal)
    owner.get(link.group(0))
    status = owner.post(link.group(0), {"password": desk.OTHER, "again": desk.OTHER}).status
    return "" if status == 303 and owner.get("/desk/").status == 200 else f"the owner stays out: {status}"


def nobody_learns_by_the_clock_who_has_an_account(portal):
    times = {"known": [], "unknown": []}
    for i in range(6):
        desk._account(portal, f"clock{i}@guard.example")  # pylint: disable=protected-access
    for i in range(24):
        name = ("known", "unknown")[i % 2]
        email = f"clock{i // 4}@guard.example" if name == "known" else f"nobody{i}@guard.example"
        browser = Browser(_Elsewhere(portal, f"127.0.1.{i // 8 + 1}"))
        browser.get("/desk/sign-in")
        begin = time.perf_counter()
        status = browser.post("/desk/sign-in", {"email": email, "password": "wrong wrong wrong"}).status
        times[name].append(time.perf_counter() - begin)
        if status != 403:
            return f"{email}: {status}"
    known, unknown = (statistics.median(times[name]) * 1000 for name in times)
    return "" if abs(known - unknown) < max(5, known / 4) else f"{known:.1f} ms if known, {unknown:.1f} ms if not"


class _Writer(threading.Thread):
    """Reads the form, writes the same field, and notes what it was told."""

    def __init__(self, portal, session, url, number, edits):
        super().__init__()
        self.browser, self.url, self.number, self.edits = Browser(portal), url, number, edits
        self.browser.cookies, self.browser.csrf = dict(session.cookies), session.csrf
        self.saved, self.told, self.wrong = [], 0, []

    def run(self):
        for i in range(self.edits):
            form = self.browser.get(self.url + "/edit").text
            version = re.search(r'name="version" value="(\d+)"', form).group(1)
            mine = f"Writer {self.number} edit {i}"
            page = self.browser.post(self.url + "/edit", {"version": version, "name.en": mine, "kind": "ministry"})
            if page.status == 303:
                self.saved.append((int(version) + 1, mine))
            elif page.status == 409 and mine in page.text and len(re.findall(r"Writer \d+ edit \d+|Contested", page.text)) > 1:
                self.told += 1
            else:
                self.wrong.append(f"{mine} on version {version}: {page.status}")


def sixteen_who_write_one_record_at_once_lose_nothing(portal):
    session = _people(portal)["manager"]
    session.get("/desk/records/organisations/new/edit")
    session.post("/desk/records/organisations/new/edit", {"name.en": "Contested", "kind": "ministry"})
    url = session.page.headers["location"].split("?")[0]
    writers = [_Writer(portal, session, url, number, 25) for number in range(16)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    wrong = [fault for writer in writers for fault in writer.wrong]
    saved = sorted(one for writer in writers for one in writer.saved)
    told = sum(writer.told for writer in writers)
    with contextlib.closing(sqlite3.connect(f"file:{portal.db}?mode=ro", uri=True, timeout=10)) as db:
        number = int(url.rsplit("/", 1)[1])
        final = db.execute("SELECT version, name FROM record WHERE id = ?", (number,)).fetchone()
        kept = db.execute("SELECT version, document FROM record_version WHERE record_id = ? ORDER BY version", (number,)).fetchall()
    lost = [f"{name} is not version {version}" for version, name in saved if name not in dict(kept).get(version, "")]
    if wrong or lost:
        return "; ".join((wrong + lost)[:6])
    if len(saved) != final[0] - 1 or len(saved) + told != 400 or final[1] != saved[-1][1]:
        return f"{len(saved)} were told that they saved, {told} that they did not; the record is at {final}"
    return "" if told >= 20 else f"only {told} met another: nothing was tried"
