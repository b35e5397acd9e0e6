# SPDX-License-Identifier: EUPL-1.2
"""upgrading — databases that earlier states of the program made, opened by this one.

tests/upgrade/NAME.db.gz was made by importing the page of demo/ with that state of the program, NAME.json.gz is what
it exported: `portfolio` before the reader was made new, `reader` before the desk came.
"""
import gzip
import json
import pathlib

KEPT = pathlib.Path(__file__).resolve().parents[1] / "upgrade"


def _kept():
    return sorted(path.name.removesuffix(".db.gz") for path in KEPT.glob("*.db.gz"))


def _opened(terminal, name):
    """A copy of the kept database; answers its path."""
    db = pathlib.Path(terminal.folder) / f"upgraded-{name}.db"
    db.write_bytes(gzip.decompress((KEPT / f"{name}.db.gz").read_bytes()))
    return db


def _less(then, now, where=""):
    """The first thing that was there then and is not the same now; new names may have come."""
    if isinstance(then, dict) and isinstance(now, dict):
        return next((lost for key in then if (lost := _less(then[key], now.get(key), f"{where}.{key}"))), "")
    if isinstance(then, list) and isinstance(now, list):
        if len(then) != len(now):
            return f"{where} had {len(then)}, has {len(now)}"
        return next((lost for i, one in enumerate(then) if (lost := _less(one, now[i], f"{where}[{i}]"))), "")
    return "" if then == now else f"{where} was {then!r}, is {now!r}"


def nothing_that_was_published_is_lost(terminal):
    wrong = []
    for name in _kept():
        done = terminal.run("export", "--format", "json", db=_opened(terminal, name))
        then = json.loads(gzip.decompress((KEPT / f"{name}.json.gz").read_bytes()))
        lost = done.err if done.status else _less(then, json.loads(done.out))
        wrong += [f"{name}: {lost}"] if lost else []
    return "; ".join(wrong) or ("" if _kept() else "no database is kept")


def doctor_is_content_with_them_before_and_after_a_page_more(terminal):
    wrong = []
    page = KEPT.parents[1] / "demo" / "sub-saharan-africa.txt"
    for name in _kept():
        db = _opened(terminal, name)
        for words in (("doctor",), ("migrate",), ("import", "--quiet", str(page)), ("doctor",), ("search", "Ukraine")):
            done = terminal.run(*words, db=db)
            wrong += [f"{name}: {words[0]} {done}"] if done.status > (words[0] == "search") else []
    return "; ".join(wrong)


def an_address_that_people_kept_still_leads_to_its_action(terminal):
    wrong = []
    for name in _kept():
        db = _opened(terminal, name)
        for action in json.loads(gzip.decompress((KEPT / f"{name}.json.gz").read_bytes()))["actions"]:
            done = terminal.run("get", f"/en/actions/{action['slug']}", db=db)
            wrong += [f"{name}: {action['slug']} {done.err}"] if done.status else []
    return "; ".join(wrong)
