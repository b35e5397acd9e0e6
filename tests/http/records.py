# SPDX-License-Identifier: EUPL-1.2
"""records — the desk's records over HTTP: lists, the form, steps, publication, history, and who may do and see what."""
import html
import json
import re

import desk
from browser import Browser
from crawl import Page

ROLES = ("requester", "focal-point", "expert", "officer", "coordinator", "finance", "manager", "committee", "evaluator",
         "administrator")
KINDS = ("actions", "activities", "outputs", "organisations", "persons", "documents", "news", "facilities", "phases",
         "places", "regions", "themes", "settings", "notes", "attachments")
# Classes of fields, as `attache user rights` names them.
CLASSES = ("public", "internal", "personal", "financial", "sensitive")


def _manager(portal):
    """Somebody who may do everything and sees everything; one for all tests of this file."""
    if not hasattr(portal, "manager"):
        portal.manager, _ = desk._strong(portal, "olga@records.example", "manager")  # pylint: disable=protected-access
    return portal.manager


def _form(text):
    """The record's form as a browser would send it: names and values in order."""
    form = re.search(r'<form class="record".*?</form>', text, re.S).group(0)
    pairs = []
    pattern = r'<input([^>]*)>|<textarea([^>]*)>(.*?)</textarea>|<select([^>]*)>(.*?)</select>'
    for found in re.finditer(pattern, form, re.S):
        attributes = found.group(1) or found.group(2) or found.group(4) or ""
        name = re.search(r' name="([^"]*)"', attributes)
        if not name or name.group(1) == "csrf" or " disabled" in attributes:
            continue
        value = re.search(r' value="([^"]*)"', attributes)
        value = value.group(1) if value else ""
        if 'type="checkbox"' in attributes and " checked" not in attributes:
            continue
        if found.group(2) is not None:
            value = found.group(3)
        if found.group(4) is not None:
            chosen = re.search(r'<option value="([^"]*)" selected', found.group(5))
            value = chosen.group(1) if chosen else ""
        pairs.append((html.unescape(name.group(1)), html.unescape(value)))
    return pairs


def _edit(browser, url, /, **changes):
    """Opens the form at the address, changes some values and sends it; dots are written as __."""
    changes = {name.replace("__", "."): value for name, value in changes.items()}
    pairs = _form(browser.get(url).text)
    names = {name for name, _ in pairs}
    sent = [(name, changes.get(name, value)) for name, value in pairs]
    sent += [(name, value) for name, value in changes.items() if name not in names]
    return browser.post(url, sent)


def _first(browser, listing="actions", query=""):
    rows = browser.get(f"/desk/records/{listing}{query}").text
    return re.search(rf'class="hit" href="(/desk/records/{listing}/\d+)"', rows).group(1)


def _make(browser, kind, /, **values):
    """A new record; answers its address."""
    answer = _edit(browser, f"/desk/records/{kind}/new/edit", **values)
    if answer.status != 303:
        raise AssertionError(f"{kind}: {answer.status} {re.findall('class=.wrong.>([^<]*)', answer.text)}")
    return answer.headers["location"].split("?")[0]


def every_page_of_records_is_well_made(portal):
    browser = _manager(portal)
    action, wrong = _first(browser), []
    paths = ["/desk/records"] + [f"/desk/records/{kind}{end}" for kind in KINDS for end in ("", "/new/edit")]
    for path in paths + [action, action + "/edit", action + "/history", action + "?at=2030", "/desk/records/actions?q=zzzz"]:
        page = browser.get(path)
        wrong += [f"{path}: {page.status}"] if page.status != 200 else []
        wrong += [f"{path}: {fault}" for fault in Page(path, page.text).faults]
        wrong += [f"{path}: weighs {len(page.wire)}"] if len(page.wire) > 400_000 else []
    return "; ".join(wrong[:5])


def an_imported_page_is_at_the_desk_at_once(portal):
    text = _manager(portal).get("/desk/records").text
    return "" if "Make records of them" not in text and re.search(r'/actions">.*?<td class="n">\d\d', text, re.S) else text[:400]


def a_list_is_narrowed_by_words_states_and_choices(portal):
    browser = _manager(portal)
    count = lambda query: int(re.search(r'role="status">(\d+)', browser.get("/desk/records/actions" + query).text).group(1))
    every, words, running, closed = count(""), count("?q=TOGO"), count("?state=running"), count("?state=closed")
    if not 0 < words < every or running + closed != every:
        return f"{every} {words} {running} {closed}"
    if count("?q=togo&state=running") + count("?q=togo&state=closed") != words:
        return "state and words do not go together"
    if count("?q=cote+divoire") != 0 and count("?q=c%C3%B4te") == 0:
        return "accents are not folded"
    if count("?themes=diaspora") >= every or count("?q=%3Cscript%3E") != 0 or count("?state=nonsense") != every:
        return "themes, or what is no word or state"
    rows = re.findall(r'class="hit"[^>]*><bdi>([^<]*)', browser.get("/desk/records/actions?sort=place").text)
    return "" if rows == sorted(rows, key=str.casefold) or len(rows) == 50 else "not in order"


def a_record_is_made_changed_and_told(portal):
    browser = _manager(portal)
    url = _make(browser, "organisations", name__en="Board of <Trade>", name__fr="Office du commerce", kind="ministry", country="TG")
    page = browser.get(url + "?done=saved")
    if "Board of &lt;Trade&gt;" not in page.text or "Office du commerce" not in page.text or "Togo" not in page.text:
        return "the page lacks what was written"
    if _edit(browser, url + "/edit", name__en="Board of Trade", why="Its sign says so").status != 303:
        return f"{browser.page.status}"
    history = browser.get(url + "/history").text
    for words in ("Version 2", "Its sign says so", "Board of &lt;Trade&gt;</bdi></del>", "Board of Trade</bdi></ins>"):
        if words not in history:
            return f"the history lacks {words}"
    # The same form again changes nothing and makes no version.
    if _edit(browser, url + "/edit").status != 303 or "Version 3" in browser.get(url + "/history").text:
        return "an untouched form makes a version"
    browser.post(url + "/undo", {"version": "1"})
    if browser.page.status != 303 or "Board of &lt;Trade&gt;" not in browser.get(url).text:
        return "going back does not"
    return "" if "Version 3" in browser.get(url + "/history").text else "going back is not in the history"


def what_is_wrong_is_told_at_the_field_and_nothing_is_lost(portal):
    browser = _manager(portal)
    page = _edit(browser, "/desk/records/activities/new/edit", period="yesterday", title__en="A <b> meeting", legs__1__country="ZZ")
    if page.status != 422 or 'value="A &lt;b&gt; meeting"' not in page.text or 'value="yesterday"' not in page.text:
        return f"{page.status}: what was written is lost"
    for field in ("f-period", "f-type", "f-action", "f-legs.1.country"):
        if f'href="#{field}"' not in page.text or f'id="{field}"' not in page.text:
            return f"{field} is not told"
    page = _edit(browser, "/desk/records/activities/new/edit", type="workshop", action="999999")
    if page.status != 422 or 'href="#f-action"' not in page.text:
        return f"a link to nothing: {page.status}"
    return ""


def two_who_write_at_once_lose_nothing(portal):
    one, url = _manager(portal), ""
    other, _ = desk._strong(portal, "omar@records.example", "officer")  # pylint: disable=protected-access
    url = _make(one, "places", name__en="Port", kind="city", country="BJ")
    mine, theirs = _form(one.get(url + "/edit").text), _form(other.get(url + "/edit").text)
    with_change = lambda pairs, **new: [(name, new.get(name.replace(".", "__"), value)) for name, value in pairs]
    if other.post(url + "/edit", with_change(theirs, name__fr="Le port")).status != 303:
        return f"the first: {other.page.status}"
    # Another field: both stay.
    if one.post(url + "/edit", with_change(mine, name__ar="ميناء")).status != 303:
        return f"the second: {one.page.status}"
    text = one.get(url).text
    if "Le port" not in text or "ميناء" not in text:
        return "one change is gone"
    # The same field: shown side by side.
    mine, theirs = _form(one.get(url + "/edit").text), _form(other.get(url + "/edit").text)
    other.post(url + "/edit", with_change(theirs, name__en="Harbour"))
    page = one.post(url + "/edit", with_change(mine, name__en="Haven"))
    if page.status != 409 or "Harbour" not in page.text or "Haven" not in page.text:
        return f"{page.status}: not side by side"
    for value, who in (("Harbour", "Theirs"), ("Haven", "Yours"), ("Port", "As it was")):
        if not re.search(rf'name="name.en" value="{value}"[^>]*> <strong>{who}<', page.text):
            return f"{who} is not to be chosen"
    if "omar@records.example\u2069 changed this record" not in page.text or "Harbour" not in one.get(url).text:
        return "it does not say who was faster, or the second wrote over the first"
    # What is chosen is saved.
    kept = dict(pair for pair in _form(page.text) if pair[0] != "name.en")
    one.page, one.csrf = page, re.search(r'name="csrf" value="([0-9a-f]+)"', page.text).group(1)
    if one.post(url + "/edit", kept | {"name.en": "Haven"}).status != 303:
        return f"the choice: {one.page.status}"
    return "" if "Haven" in one.get(url).text.split("<aside")[0] else "the choice is not what is saved"


def a_step_asks_for_its_right_its_needs_and_its_reason(portal):
    browser = _manager(portal)
    officer = portal.officer = desk._strong(portal, "ofra@records.example", "officer")[0]  # pylint: disable=protected-access
    url = _make(officer, "actions", place="Benin", title__en="Customs")
    if 'value="approve"' in officer.get(url).text or officer.post(url + "/move", {"move": "approve"}).status != 404:
        return "an officer approves"
    page = browser.get(url) and browser.post(url + "/move", {"move": "approve"})
    if page.status != 303 or "check=approve" not in page.headers["location"]:
        return f"what it needs: {page.status} {page.headers}"
    if 'href="#f-officer"' not in browser.follow().text or 'href="#f-approved"' not in browser.page.text:
        return "what it needs is not told"
    browser.get(url)
    browser.post(url + "/move", {"move": "cancel"})
    if "Cancelled" in browser.get(url).text.split("<aside")[0].split("steps")[0]:
        return "cancelled without a reason"
    browser.post(url + "/move", {"move": "cancel", "why": "The country withdrew"})
    if "Cancelled" not in browser.get(url).text or "The country withdrew" not in browser.page.text:
        return "not cancelled, or without its reason"
    # Who may not make a step does not undo it either.
    officer.get(url)
    if officer.post(url + "/undo", {"version": "1"}).status != 404 or "Cancelled" not in officer.get(url).text:
        return "an officer undoes a decision"
    return "" if browser.post(url + "/move", {"move": "suspend", "why": "x"}).status == 404 else "a step from nowhere"


def what_is_deleted_comes_back(portal):
    browser = _manager(portal)
    url = _make(browser, "themes", vocabulary="DAC", code="15190", label__en="Facilitation")
    browser.get(url)
    browser.post(url + "/delete")
    if "Facilitation" in browser.get("/desk/records/themes").text or "Bring back" not in browser.get(url).text:
        return "it is not gone"
    browser.post(url + "/delete")
    return "" if "Facilitation" in browser.get("/desk/records/themes").text else "it does not come back"


def a_change_is_public_when_it_is_published_and_not_before(portal):
    browser = _manager(portal)
    action = _first(browser, "actions", "?state=closed")
    public = re.search(r'href="(/en/actions/[^"]+)">On the portal', browser.get(action).text).group(1)
    number = action.split("/")[-1]
    activity = _make(browser, "activities", action=number, type="workshop", title__en="Zanzibar workshop on seals",
                     period="2016-05-03/2016-05-05")
    browser.get(activity)
    browser.post(activity + "/move", {"move": "plan"})
    _make(browser, "outputs", action=number, type="strategy", name__en="Manual of seals")
    if "Zanzibar" in portal.get(public).text:
        return "it is public before it is published"
    text = browser.get(action).text
    if "changed since it was published" not in text or "not published yet" not in text or "Publish what was changed" not in text:
        return "the desk does not say what is not published"
    browser.post(action + "/publish")
    text = portal.get(public).text
    if "Zanzibar workshop" not in text or "Manual of seals" not in text:
        return "it is not public"
    if "changed since it was published" in browser.get(action).text or "Publish</button>" in browser.page.text:
        return "the desk still says that it differs"
    browser.get(activity)
    browser.post(activity + "/delete")
    if "Zanzibar" not in portal.get(public).text:
        return "gone before it is published"
    browser.get(action)
    browser.post(action + "/publish")
    return "Zanzibar is still there" if "Zanzibar" in portal.get(public).text else ""


def who_may_not_write_is_shown_no_way_and_has_none(portal):
    manager = _manager(portal)
    action = _first(manager)
    for role in ("committee", "evaluator"):
        email = f"{role}@records.example"
        reader = desk._account(portal, email, role)  # pylint: disable=protected-access
        text = reader.get(action).text
        if "/edit" in text or "/move" in text or "/delete" in text or "/publish" in text:
            return f"{role} is shown a way to write"
        for address in ("/edit", "/move", "/delete", "/undo", "/publish"):
            status = reader.post(action + address, {"move": "archive", "version": "1"}).status
            if status not in (403, 404):
                return f"{role} at {address}: {status}"
        if reader.get(action + "/edit").status not in (403, 404):
            return f"{role} opens the form"
    weak = desk._account(portal, "weak@records.example", "officer")  # pylint: disable=protected-access
    if weak.get(action).status != 200 or weak.post(action + "/delete").status != 403:
        return f"an officer without a second factor deletes: {weak.page.status}"
    nobody = Browser(portal)
    for address in ("", "/edit", "/history"):
        if nobody.get(action + address).status != 303:
            return f"nobody at {address}: {nobody.page.status}"
    return ""


def addresses_that_are_none_are_not_found(portal):
    browser = _manager(portal)
    for path in ("/desk/records/ships", "/desk/records/actions/0", "/desk/records/actions/99999999999999999999",
                 "/desk/records/outputs/1x", "/desk/records/ships/new/edit", "/desk/records/persons/1/history"):
        if browser.get(path).status != 404:
            return f"{path}: {browser.page.status}"
    return ""


# ---- the marker

def _sees(portal, role):
    rights = json.loads(portal.command("user", "rights", "--format", "json").stdout)
    return {name for row in rights["roles"] if row["role"] == role for name in row["sees"]}


def no_marker_is_where_its_class_is_not_seen(portal):
    """Every field of every kind that is not public holds a word that names its class; nobody reads one who must not."""
    browser = _manager(portal)
    shown = {}
    filled = _filled(browser)
    if len(filled) < 6:
        return f"only {filled} could be filled"
    for url in filled:
        text = browser.get(url).text
        for name in CLASSES[1:]:
            if f"MARKER{name}" in text or (name == "financial" and "987654321" in text):
                shown.setdefault(name, url)
    if set(shown) != set(CLASSES[1:]):
        return f"the control: a manager sees only {sorted(shown)}"
    filled += _twins(browser, filled)
    wrong = _walk_public(portal) + _walk_desk(portal, filled)
    return "; ".join(wrong[:5])


# A value for each field that is not public, by kind; what must be there besides to save the record.
MARKED = {
    "persons": ({"family": "MARKERpersonal", "given": "MARKERpersonal", "phone": "MARKERpersonal",
                 "email": "markerpersonal@example.org", "posts__1__function": "MARKERpersonal", "local_name": "MARKERpersonal",
                 "notes": "MARKERsensitive"}, {"posts__1__organisation": "organisations"}),
    "actions": ({"context": "MARKERinternal", "conditions": "MARKERinternal", "risks": "MARKERsensitive",
                 "envelope": "987654321", "place": "Togo", "title__en": "Marked", "period": "2014"}, {"officer": "persons"}),
    "activities": ({"cost": "987654321", "evaluation": "MARKERinternal", "notes": "MARKERinternal", "type": "workshop",
                    "title__en": "Marked workshop", "period": "2014-03"}, {"action": "actions"}),
    "outputs": ({"notes": "MARKERinternal", "type": "law", "name__en": "Marked law"}, {"action": "actions"}),
    "documents": ({"title__en": "Marked paper", "kind": "report", "notes": "MARKERinternal"}, {}),
    "organisations": ({"name__en": "Marked office", "address": "MARKERinternal", "notes": "MARKERinternal"}, {}),
    "facilities": ({"name__en": "Marked facility", "contracts": "MARKERinternal"}, {}),
    "phases": ({"label": "IX", "period": "2014", "budget": "987654321"}, {"facility": "facilities"}),
    "notes": ({"text": "MARKERinternal"}, {"about": "actions"}),
}


def _filled(browser):
    made = {}
    for kind in ("organisations", "persons", "facilities", "phases", "actions", "activities", "outputs", "documents", "notes"):
        values, links = MARKED[kind]
        values = values | {name: made[other].split("/")[-1] for name, other in links.items() if other in made}
        made[kind] = _make(browser, kind, **values)
    action = made["actions"]
    _edit(browser, action + "/edit", approved="2014-01")
    for step in ("approve", "prepare", "start"):
        browser.get(action)
        browser.post(action + "/move", {"move": step})
    for part, steps in ((made["activities"], ("plan", "confirm", "hold")), (made["outputs"], ("begin",))):
        for step in steps:
            browser.get(part)
            browser.post(part + "/move", {"move": step})
    browser.get(action)
    if browser.post(action + "/publish").status != 303:
        raise AssertionError(f"not published: {browser.page.status}")
    return list(made.values())


def _twins(browser, filled):
    """A second record of some kinds that is told in the same words, so that it is proposed as a duplicate."""
    body = filled[0].split("/")[-1]
    links = {"persons": {"posts__1__organisation": body, "email": "markerpersonal2@example.org"}, "organisations": {}, "documents": {}}
    return [_make(browser, kind, **(MARKED[kind][0] | more)) for kind, more in links.items()]


def _marks(text, sees):
    hidden = [name for name in CLASSES[1:] if name not in sees and f"marker{name}" in text.lower()]
    return hidden + (["financial"] if "financial" not in sees and "987654321" in text else [])


def _walk_public(portal):
    """Everything that is reached without an account: pages by their links, feeds, data, and what `export` writes."""
    seen, todo, wrong = set(), ["/en/", "/fr/", "/ar/", "/feeds/actions.atom", "/feeds/news.atom", "/sitemap.xml", "/robots.txt"], []
    while todo and len(seen) < 1500:
        path = todo.pop()
        if path in seen or path.count("=") > 1:
            continue
        seen.add(path)
        page = portal.get(path)
        wrong += [f"nobody reads {mark} at {path}" for mark in _marks(page.text, {"public"})]
        links = re.findall(r'href="(/[^"#]*)', page.text) + re.findall(r"<loc>https?://[^/]+(/[^<]*)", page.text)
        todo += [html.unescape(link) for link in links if not link.startswith("/static/")]
    for form in ("json", "jsonl", "csv"):
        done = portal.command("export", "--format", form)
        wrong += [f"export --format {form} has {mark}" for mark in _marks(done.stdout.decode(), {"public"})]
    if not any("togo-marked" in path for path in seen):
        wrong.append("the marked action is not on the portal")
    return wrong


def _versus(filled):
    """Each record beside every other of its kind, and as a review."""
    numbers = [(url.split("/")[-2], url.split("/")[-1]) for url in filled]
    return [f"/desk/review/{number}" for _, number in numbers] + \
        [f"/desk/duplicates/{one}/{other}" for kind, one in numbers for same, other in numbers if kind == same and one != other]


def _walk_desk(portal, filled):
    wrong = []
    for role in ROLES:
        email = f"{role}@marker.example"
        portal.command("user", "add", email, "--role", role)
        sees = _sees(portal, role)
        paths = ["/desk/", "/desk/records"] + [f"/desk/records/{kind}" for kind in KINDS]
        paths += [f"/desk/records/{kind}?q=marker" for kind in KINDS]
        paths += [url + end for url in filled for end in ("", "/history", "/edit", "?at=2035")]
        paths += ["/desk/review?show=all", "/desk/duplicates"] + _versus(filled)
        for path in paths:
            text = portal.command("get", "--as", email, path).stdout.decode()
            # What was asked for stands in the field of the question.
            text = text.replace('value="marker"', "")
            wrong += [f"{role} reads {mark} at {path}" for mark in _marks(text, sees)]
    return wrong
