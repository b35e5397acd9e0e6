# SPDX-License-Identifier: EUPL-1.2
"""api — the JSON API: records read and written by programs, with the rights of the desk; and what it tells nobody."""
import json
import re

import desk
import harness
import records
from browser import Browser
from records import CLASSES, KINDS, ROLES

PAGE = """Sub-Saharan Africa

Gabon: Seals and Signatures

Objective: To help the registry of Gabon to protect its papers.

Summary: A workshop on seals was held in Libreville in March 2015. A manual of seals was drafted.

Duration: February 2015 - June 2015
"""


class Api:
    """A program with a token, or with none."""

    def __init__(self, portal, token=""):
        self.portal, self.token = portal, token

    def call(self, method, path, body=None, **headers):
        raw = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.portal.port}", "Connection: close"]
        if self.token:
            lines.append(f"Authorization: Bearer {self.token}")
        if method in ("POST", "PUT", "PATCH"):
            lines.append(f"Content-Length: {len(raw)}")
            if raw:
                headers.setdefault("Content_Type", "application/json")
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        answer = harness.Answer(self.portal.raw(("\r\n".join(lines) + "\r\n\r\n").encode() + raw), head=method == "HEAD")
        is_json = "json" in answer.headers.get("content-type", "") and answer.body
        answer.json = json.loads(answer.text) if is_json else None
        if answer.status >= 400 and answer.headers.get("content-type") != "application/problem+json":
            raise AssertionError(f"{method} {path}: {answer.status} is no problem+json: {answer.text[:200]}")
        return answer

    def get(self, path, **headers):
        return self.call("GET", path, **headers)

    def write(self, method, path, body=None, **headers):
        """With the tag of the record as it is now."""
        record = re.match(r"/api/v1/[a-z]+/\d+", path).group(0)
        return self.call(method, path, body, If_Match=self.get(record).headers["etag"], **headers)

    def make(self, kind, /, **values):
        answer = self.call("POST", f"/api/v1/{kind}", values)
        if answer.status != 201:
            raise AssertionError(f"{kind}: {answer.status} {answer.text}")
        return answer.headers["location"]


def _api(portal, role="manager", *words):
    """A program of somebody with this role; one for all tests."""
    kept = portal.__dict__.setdefault("apis", {})
    key = (role, words)
    if key not in kept:
        email = f"{role}{len(words)}@api.example"
        portal.command("user", "add", email, "--role", role)
        done = portal.command("user", "token", email, "--name", "tests", *(words or ("--write",)))
        kept[key] = Api(portal, done.stdout.decode().strip())
    return kept[key]


def _paths(answer):
    return sorted(error["path"] for error in answer.json.get("errors", []))


def a_page_becomes_a_record_that_is_changed_published_told_and_undone_by_the_api_alone(portal):
    page = portal.folder / "gabon.txt"
    page.write_text(PAGE, encoding="utf-8")
    done = portal.command("import", "--accept", str(page))
    if done.returncode:
        return done.stderr.decode()
    api = _api(portal)
    found = api.get("/api/v1/actions?q=seals").json
    if found["total"] != 1:
        return f"{found['total']} actions of seals"
    url = found["items"][0]["record"]["url"]
    action = api.get(url)
    if action.json["place"] != "Gabon" or action.json["record"]["version"] != 1:
        return action.text
    # A date is corrected, by what is to change and nothing else.
    tag = action.headers["etag"]
    changed = api.call("PATCH", url, {"period": "2015-02/2015-07", "record": {"why": "The report says July"}}, If_Match=tag,
                       Content_Type="application/merge-patch+json")
    if changed.status != 200 or changed.json["period"] != "2015-02/2015-07" or changed.json["title"] != action.json["title"]:
        return f"{changed.status} {changed.text}"
    number = action.json["record"]["id"]
    activity = api.make("activities", action=number, type="workshop", title={"en": "Zebra workshop on seals", "fr": "Atelier zébré"},
                        period="2015-05-04/2015-05-06", legs=[{"place": "Libreville", "country": "GA"}])
    if api.write("POST", activity + "/moves/plan").json["record"]["state"] != "planned":
        return "the activity is not planned"
    output = api.make("outputs", action=number, type="strategy", name={"en": "Manual of zebra seals"})
    if not output.startswith("/api/v1/outputs/"):
        return output
    nobody = Api(portal)
    if "ebra" in nobody.get("/api/v1/activities?limit=200").text or nobody.get(activity).status != 404:
        return "it is public before it is published"
    if nobody.get(url).json["period"] != action.json["period"]:
        return "the corrected date is public before it is published"
    if action.json["record"]["state"] in ("pipeline",):
        return "the action is in a state that the public does not see"
    published = api.write("POST", url + "/publish")
    if published.status != 200:
        return f"publish: {published.status} {published.text}"
    slug = re.search(r"/en/actions/[a-z0-9-]*gabon[a-z0-9-]*", portal.get("/en/actions?q=seals").text + portal.get("/sitemap.xml").text)
    text = portal.get(slug.group(0)).text
    if "Zebra workshop" not in text or "Manual of zebra seals" not in text or "July 2015" not in text:
        return f"the public page does not show it: {slug.group(0)}"
    if nobody.get(activity).json["title"]["fr"] != "Atelier zébré" or nobody.get(url).json["period"] != "2015-02/2015-07":
        return "the public API does not show it"
    history = api.get(url + "/history").json["items"]
    last = history[0]
    if (last["what"], last["why"]) != ("edit", "The report says July") or len(history) != 2:
        return f"{history}"
    if last["changes"] != [{"path": "period", "before": action.json["period"], "after": "2015-02/2015-07"}]:
        return f"{last['changes']}"
    undone = api.write("POST", url + "/undo")
    if undone.status != 200 or undone.json["period"] != action.json["period"] or undone.json["record"]["version"] != 3:
        return f"{undone.status} {undone.text}"
    if nobody.get(url).json["period"] != "2015-02/2015-07":
        return "undoing is public before it is published"
    then = api.get(url + "?at=2090").json
    before = api.get(url + "?at=1999")
    return "" if then["record"]["version"] == 3 and before.status == 404 else f"as of a date: {then} {before.status}"


def what_a_record_says_is_what_it_takes_back(portal):
    api = _api(portal)
    body = api.make("organisations", name={"en": "Board of seals"}, kind="ministry", country="GA", names=[{"name": "Old board", "lang": "en"}])
    person = api.make("persons", family="Moussavou", email="m@seals.example", nationalities=["GA", "TG"],
                      posts=[{"organisation": int(body.split("/")[-1]), "function": "Head"}])
    action = api.make("actions", place="Gabon", title={"en": "All shapes"}, themes=["asylum"], envelope=12000,
                      officer={"id": int(person.split("/")[-1])}, countries=[{"country": "GA", "role": "beneficiary"}])
    activity = api.make("activities", action=int(action.split("/")[-1]), type="training",
                        participants=[{"total": 12, "estimate": True}, {"total": 3}])
    for url in (body, person, action, activity):
        one = api.get(url)
        again = api.call("PUT", url, one.json, If_Match=one.headers["etag"])
        if again.status != 200 or again.json != one.json:
            return f"{url}: {again.status} {again.text}"
    one = api.get(action).json
    if one["envelope"] != 12000 or one["officer"]["name"] != "Moussavou" or one["themes"] != ["asylum"]:
        return f"{one}"
    flags = [row["estimate"] for row in api.get(activity).json["participants"]]
    if flags != [True, False]:
        return f"flags: {flags}"
    # PUT takes away what it does not name; a merge patch what it names null.
    put = api.write("PUT", action, {"place": "Gabon", "title": {"fr": "Toutes"}})
    if put.json.get("themes") or put.json["title"] != {"fr": "Toutes"} or "envelope" in put.json:
        return f"PUT: {put.text}"
    patch = api.write("PATCH", action, {"title": {"fr": None, "en": "Some"}, "countries": None, "themes": ["asylum", "diaspora"]})
    return "" if patch.json["title"] == {"en": "Some"} and len(patch.json["themes"]) == 2 else f"PATCH: {patch.text}"


def what_is_wrong_is_told_by_its_path_in_the_callers_language_and_nothing_is_saved(portal):
    api = _api(portal)
    before = api.get("/api/v1/activities").json["total"]
    wrong = {"period": "yesterday", "type": 7, "title": "plain", "legs": [{"country": "ZZ"}, 5], "number": "2", "colour": "red",
             "action": {"name": "x"}, "languages": "en", "record": {"state": "held", "id": 4}}
    answer = api.call("POST", "/api/v1/activities", wrong)
    wanted = ["action", "colour", "languages", "legs.2", "number", "record.id", "record.state", "title", "type"]
    if answer.status != 422 or _paths(answer) != wanted:
        return f"{answer.status} {_paths(answer)}"
    answer = api.call("POST", "/api/v1/activities", {"period": "yesterday", "type": "party", "action": 999999, "legs": [{"country": "ZZ"}],
                                                     "title": {"xx": "a"}})
    if answer.status != 422 or _paths(answer) != ["title.xx"]:
        return f"{answer.status} {_paths(answer)}"
    answer = api.call("POST", "/api/v1/activities", {"period": "yesterday", "type": "party", "legs": [{"country": "ZZ"}]}, Accept_Language="fr")
    if _paths(answer) != ["action", "legs.1.country", "period", "type"] or answer.headers["content-language"] != "fr":
        return f"{answer.text}"
    link = api.call("POST", "/api/v1/activities", {"type": "workshop", "action": 999999})
    if link.status != 422 or _paths(link) != ["action"]:
        return f"a link to nothing: {link.status} {link.text}"
    api.make("persons", family="One", email="one@seals.example")
    same = api.call("POST", "/api/v1/persons", {"family": "Two", "email": "ONE@seals.example"})
    if same.status != 422 or _paths(same) != ["email"]:
        return f"the same address twice: {same.status} {same.text}"
    return "" if api.get("/api/v1/activities").json["total"] == before else "something was saved"


def bodies_that_are_no_good_json_are_refused(portal):
    api = _api(portal)
    deep = b'{"place":' * 20 + b"1" + b"}" * 20
    cases = [(b"{", 400), (b'{"place":"a","place":"b"}', 400), (b'{"place":"a"} x', 400), (b'{"place":"\xff"}', 400), (b'{"place":"\\u0000"}', 400),
             (b'{"place":1e999}', 400), (b'{"envelope":99999999999999999999}', 400), (b"[1]", 422), (b"7", 400), (b"", 415), (deep, 413),
             (b'{"themes":[' + b"0," * 60000 + b"0]}", 413), (b'{"context":"' + b"a" * 800_000 + b'"}', 413), (b"NaN", 400),
             (b'{"themes":[' + b'"asylum",' * 900 + b'"asylum"]}', 422), (b'{"envelope":1.5}', 422), (b'{"envelope":-1,"place":"x"}', 422)]
    for body, status in cases:
        answer = api.call("POST", "/api/v1/actions", body)
        if answer.status != status:
            return f"{body[:40]}: {answer.status} instead of {status}"
    for kind in ("text/plain", "application/x-www-form-urlencoded", "application/merge-patch+json"):
        answer = api.call("POST", "/api/v1/actions", b'{"place":"x"}', Content_Type=kind)
        if answer.status != 415:
            return f"{kind}: {answer.status}"
    return ""


def a_change_says_which_version_it_means(portal):
    api = _api(portal)
    url = api.make("places", name={"en": "Quay"}, kind="city", country="BJ")
    tag = api.get(url).headers["etag"]
    for method, path in (("PATCH", url), ("PUT", url), ("DELETE", url), ("POST", url + "/undo"), ("POST", url + "/moves/retire")):
        body = {"name": {"en": "Quay 2"}} if method in ("PATCH", "PUT") else None
        answer = api.call(method, path, body)
        if answer.status != 428:
            return f"{method} {path} without a tag: {answer.status}"
        answer = api.call(method, path, body, If_Match='"77.0000000000000000"')
        if answer.status != 412 or answer.json["version"] != 1:
            return f"{method} {path} with a stale tag: {answer.status} {answer.text}"
    if api.get(url, If_None_Match=tag).status != 304 or api.get(url, If_None_Match='"1.0"').status != 200:
        return "If-None-Match"
    if api.get(url, Accept_Encoding="gzip").headers.get("content-encoding"):
        return "the tag of the plain text goes with another coding"
    first = api.call("PATCH", url, {"name": {"fr": "Le quai"}}, If_Match=tag)
    second = api.call("PATCH", url, {"name": {"en": "The quay"}}, If_Match=tag)
    if (first.status, second.status) != (200, 412) or first.headers["etag"] == tag:
        return f"{first.status} {second.status}"
    same = api.call("PATCH", url, {"name": {"fr": "Le quai"}}, If_Match=first.headers["etag"])
    return "" if same.json["record"]["version"] == 2 else "a change of nothing makes a version"


def a_step_asks_for_its_right_its_state_its_needs_and_its_reason(portal):
    manager, officer = _api(portal), _api(portal, "officer")
    url = officer.make("actions", place="Benin", title={"en": "Steps"})
    if officer.get(url).json["record"]["moves"] != [] or "approve" not in manager.get(url).json["record"]["moves"]:
        return f"moves that are shown: {officer.get(url).json['record']['moves']}"
    cases = ((officer, "approve", None, 403), (manager, "fly", None, 404), (manager, "archive", None, 409), (manager, "approve", None, 422),
             (manager, "cancel", None, 422), (manager, "cancel", {"why": " "}, 422))
    for who, move, body, status in cases:
        answer = who.write("POST", f"{url}/moves/{move}", body)
        if answer.status != status:
            return f"{move}: {answer.status} {answer.text}"
    if _paths(manager.write("POST", url + "/moves/approve")) != ["approved", "officer"]:
        return "what it needs is not told"
    done = manager.write("POST", url + "/moves/cancel", {"why": "The country withdrew"})
    if done.json["record"]["state"] != "cancelled" or manager.get(url + "/history").json["items"][0]["why"] != "The country withdrew":
        return done.text
    # Who may not make a move does not undo it either.
    undo = officer.write("POST", url + "/undo")
    if undo.status != 403 or manager.get(url).json["record"]["state"] != "cancelled":
        return f"an officer undoes a decision: {undo.status}"
    if manager.write("POST", url + "/undo", {"version": 1}).json["record"]["state"] != "pipeline":
        return "a manager does not"
    return "" if manager.write("POST", url + "/undo", {"version": 99}).status == 422 else "a version that is not there"


def what_is_deleted_is_in_no_list_and_comes_back(portal):
    api = _api(portal)
    url = api.make("themes", vocabulary="DAC", code="99999", label={"en": "Gone"})
    gone = api.write("DELETE", url)
    if gone.status != 200 or not gone.json["record"]["deleted"]:
        return f"{gone.status} {gone.text}"
    if "99999" in api.get("/api/v1/themes?limit=200").text:
        return "it is in the list"
    if api.write("DELETE", url).status != 409 or api.write("PATCH", url, {"code": "1"}).status != 409:
        return "what is deleted is changed"
    back = api.write("POST", url + "/undo")
    return "" if "deleted" not in back.json["record"] and "99999" in api.get("/api/v1/themes?limit=200").text else back.text


def a_list_is_narrowed_ordered_and_given_in_parts(portal):
    api = _api(portal)
    every = api.get("/api/v1/actions?limit=200").json
    ids = [one["record"]["id"] for one in every["items"]]
    if ids != sorted(ids) or every["next"] is not None or every["total"] != len(ids):
        return f"{every['total']} {every['next']}"
    for query in ("", "&sort=-id", "&sort=place", "&sort=-changed", "&state=closed", "&q=a"):
        whole = [one["record"]["id"] for one in api.get(f"/api/v1/actions?limit=200{query}").json["items"]]
        parts, url = [], f"/api/v1/actions?limit=7{query}"
        while url:
            page = api.get(url).json
            parts += [one["record"]["id"] for one in page["items"]]
            url = page["next"]
        if parts != whole or len(whole) < 8:
            return f"{query}: {len(parts)} in parts, {len(whole)} at once"
    closed, running = (api.get(f"/api/v1/actions?limit=1&{query}").json["total"] for query in ("state=closed", "state=closed&state=running"))
    if not 0 < closed < running <= every["total"]:
        return f"{closed} {running}"
    number = ids[0]
    for one in api.get(f"/api/v1/activities?action={number}&limit=200").json["items"]:
        if one["action"]["id"] != number:
            return "narrowed by a link"
    if not 0 < api.get("/api/v1/activities?limit=1&legs.country=TG&legs.country=BJ").json["total"] < api.get("/api/v1/activities").json["total"]:
        return "narrowed by what stands in rows"
    for query in ("colour=red", "limit=0", "limit=201", "limit=x", "cursor=zz", "cursor=1-", "sort=summary", "state=none", "risks=x", "legs.x=1"):
        if api.get("/api/v1/actions?" + query).status != 400:
            return f"{query} is taken"
    # Who may not see a field cannot ask by it.
    if _api(portal, "evaluator", "--days", "5").get("/api/v1/persons?sort=family").status != 400:
        return "put in order by names that one may not see"
    nothing = _api(portal, "evaluator", "--days", "5").get("/api/v1/persons?q=moussavou").json
    return "" if nothing["total"] == 0 else "found by a name that one may not see"


def a_creation_that_is_asked_for_twice_is_made_once(portal):
    api = _api(portal)
    body = {"name": {"en": "Office of Once"}, "kind": "ministry"}
    first, second = (api.call("POST", "/api/v1/organisations", body, Idempotency_Key="k1") for _ in range(2))
    if (first.status, second.status) != (201, 201) or first.headers["location"] != second.headers["location"]:
        return f"{first.status} {second.status} {second.text}"
    other = api.call("POST", "/api/v1/organisations", body | {"acronym": "O"}, Idempotency_Key="k1")
    if other.status != 422:
        return f"the key for something else: {other.status}"
    another = _api(portal, "coordinator").call("POST", "/api/v1/organisations", body, Idempotency_Key="k1")
    return "" if another.status == 201 and another.headers["location"] != first.headers["location"] else f"somebody else's key: {another.status}"


# ---- who

def a_cookie_signs_nobody_in_and_a_token_needs_no_form(portal):
    browser = records._manager(portal)  # pylint: disable=protected-access
    url = _api(portal).make("places", name={"en": "Pier"}, kind="city", country="BJ")
    if browser.get(url).status != 404 or browser.get("/api/v1/persons").text.count('"id"'):
        return "a cookie reads"
    tag = _api(portal).get(url).headers["etag"]
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
        path = "/api/v1/places" if method == "POST" else url
        body = None if method == "DELETE" else {"name": {"en": "Taken"}}
        answer = Api(portal).call(method, path, body, Cookie=cookie, If_Match=tag, Origin=f"http://127.0.0.1:{portal.port}")
        if answer.status != 401 or "bearer" not in answer.headers["www-authenticate"].lower():
            return f"{method} with a cookie: {answer.status}"
    page = browser.post("/api/v1/places", {"name": "x"})
    if page.status != 401:
        return f"a form with a cookie: {page.status}"
    if any("set-cookie" in answer.headers for answer in (page, Api(portal).get("/api/v1/"))):
        return "the API sets a cookie"
    return "" if "access-control-allow-origin" not in _api(portal).get(url, Origin="https://evil.example").headers else "foreign pages read it"


def a_token_is_shown_once_reads_or_writes_and_is_ended(portal):
    browser, _ = desk._strong(portal, "tina@api.example", "officer")  # pylint: disable=protected-access
    page = browser.get("/desk/account/tokens")
    if page.status != 200 or "attache-" in page.text:
        return f"{page.status}"
    form = {"name": "The <b>sheet</b>", "scope": "read-write", "days": "30", "current": desk.GOOD}
    if browser.post("/desk/account/tokens", form | {"current": "wrong wrong wrong"}).status != 422 or browser.post(
            "/desk/account/tokens", form | {"days": "999"}).status != 422 or browser.post("/desk/account/tokens", form | {"name": " "}).status != 422:
        return "made without the password, for ever, or without a name"
    page = browser.post("/desk/account/tokens", form)
    token = re.search(r"attache-[0-9a-f]{64}", page.text)
    if page.status != 200 or not token or "The &lt;b&gt;sheet" not in page.text:
        return f"{page.status} {page.text[:300]}"
    token = token.group(0)
    if token in browser.get("/desk/account/tokens").text or "never" not in browser.page.text:
        return "it is shown again"
    if token.encode() in open(portal.db, "rb").read():
        return "the database has it"
    api = Api(portal, token)
    url = api.make("places", name={"en": "Jetty"}, kind="city", country="BJ")
    if ">never<" in browser.get("/desk/account/tokens").text:
        return "its use is not noted"
    history = _api(portal).get(url + "/history").json["items"][0]
    if history["who"] != "tina@api.example":
        return f"{history}"
    page = browser.post("/desk/account/tokens", form | {"scope": "read"})
    reader = Api(portal, re.search(r"attache-[0-9a-f]{64}", page.text).group(0))
    if reader.get(url).status != 200 or reader.call("POST", "/api/v1/places", {"name": {"en": "x"}}).status != 403:
        return "a token for reading writes"
    if reader.write("DELETE", url).status != 403 or reader.write("POST", url + "/undo").status != 403:
        return "a token for reading takes steps"
    browser.get("/desk/account/tokens")
    numbers = re.findall(r'name="token" value="(\d+)"', browser.page.text)
    other, _ = desk._strong(portal, "tom@api.example", "officer")  # pylint: disable=protected-access
    other.get("/desk/account/tokens")
    if other.post("/desk/account/tokens/end", {"token": numbers[-1]}).status != 404 or api.get(url).status != 200:
        return "somebody else ends it"
    browser.post("/desk/account/tokens/end", {"token": numbers[-1]})
    if api.get(url).status != 401 or reader.get(url).status != 200:
        return f"it is not ended: {api.get(url).status}"
    portal.command("user", "disable", "tina@api.example")
    return "" if reader.get(url).status == 401 else "a disabled account's token opens"


def who_can_change_something_makes_a_token_only_with_a_second_factor(portal):
    weak = desk._account(portal, "wim@api.example", "officer")  # pylint: disable=protected-access
    page = weak.get("/desk/account/tokens")
    if 'name="scope"' in page.text or "/desk/account/factor" not in page.text:
        return "the form is shown"
    form = {"name": "x", "scope": "read", "days": "7", "current": desk.GOOD}
    if weak.post("/desk/account/tokens", form).status != 422 or "attache-" in weak.page.text:
        return f"it is made: {weak.page.status}"
    reader = desk._account(portal, "rita@api.example", "committee")  # pylint: disable=protected-access
    reader.get("/desk/account/tokens")
    page = reader.post("/desk/account/tokens", form | {"scope": "read-write"})
    found = re.search(r"attache-[0-9a-f]{64}", page.text)
    if not found:
        return f"somebody who only reads: {page.status}"
    api = Api(portal, found.group(0))
    if api.get("/api/v1/actions").status != 200 or api.call("POST", "/api/v1/places", {"name": {"en": "x"}}).status != 403:
        return "more than its account may"
    # More roles do not make a weak token strong.
    portal.command("user", "role", "rita@api.example", "--role", "officer")
    answer = api.call("POST", "/api/v1/places", {"name": {"en": "x"}, "kind": "city"})
    return "" if answer.status == 403 and "second factor" in answer.json["detail"] else f"{answer.status} {answer.text}"


def a_new_password_ends_the_tokens(portal):
    api = _api(portal, "finance")
    if api.get("/api/v1/persons").json["total"] == 0:
        return "it does not read before"
    link = portal.command("user", "password", "finance0@api.example").stdout.decode()
    path = "/" + link.strip().split("/", 3)[3]
    browser = Browser(portal)
    browser.get(path)
    browser.post(path, {"password": desk.OTHER, "again": desk.OTHER})
    del portal.apis[("finance", ())]
    return "" if browser.page.status == 303 and api.get("/api/v1/persons").status == 401 else f"{browser.page.status}"


def each_role_does_with_a_token_exactly_what_the_table_says(portal):
    rows = json.loads(portal.command("user", "rights", "--routes", "--format", "json").stdout)
    rows = [row for row in rows if row["address"].startswith("/api/")]
    if len(rows) < 12:
        return f"only {len(rows)} addresses"
    for role in ("public",) + ROLES:
        api = Api(portal) if role == "public" else _api(portal, role)
        for row in rows:
            path = row["address"].replace("{}", "actions", 1).replace("{}", "999999", 1).replace("{}", "start")
            answer = api.call(row["method"], path, {"place": 1} if row["method"] != "GET" else None)
            refused = answer.status in (401, 403)
            if refused == (role in row["roles"]):
                return f"{role} at {row['method']} {path}: {answer.status} {answer.text[:100]}"
    return ""


def other_methods_and_addresses_are_problems_too(portal):
    api = _api(portal)
    answer = api.call("PATCH", "/api/v1/actions", {})
    if answer.status != 405 or answer.headers["allow"] != "GET, HEAD, POST":
        return f"{answer.status} {answer.headers.get('allow')}"
    for path in ("/api/v2/", "/api/v1x", "/api/v1/ships", "/api/v1/actions/0", "/api/v1/actions/99999999999999999999", "/api/v1/outputs/1x",
                 "/api/v1/ships/1/history", "/api/v1/actions/1/nothing", "/api/v1/actions/"):
        if api.get(path).status != 404:
            return f"{path}: {api.get(path).status}"
    if api.get("/api/v1").headers.get("location") != "/api/v1/":
        return "/api/v1 does not lead to /api/v1/"
    head = api.call("HEAD", "/api/v1/actions")
    return "" if head.status == 200 and api.call("POST", "/api/v1/ships", {}).status == 404 else "HEAD, or a kind that is none"


# ---- the description


def _wrong(schema, value, doc, at=""):
    """What does not fit of a value, by the words of JSON Schema that the description uses."""
    if "$ref" in schema:
        name = schema["$ref"].split("/")[-1]
        return _wrong(doc["components"]["schemas"][name], value, doc, at)
    wrong = []
    types = schema.get("type")
    types = [types] if isinstance(types, str) else types
    known = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    fits = lambda name: isinstance(value, known[name]) and not (name == "integer" and isinstance(value, bool))
    if types and not any(fits(name) for name in types):
        return [f"{at}: {value!r} is no {types}"]
    if "enum" in schema and value not in schema["enum"]:
        wrong.append(f"{at}: {value!r} is not in the list")
    if "oneOf" in schema and sum(not _wrong(one, value, doc, at) for one in schema["oneOf"]) != 1:
        wrong.append(f"{at}: {value!r} is not one of {len(schema['oneOf'])}")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        wrong.append(f"{at}: {value!r} is not {schema['pattern']}")
    for one in schema.get("allOf", []):
        wrong += _wrong(one, value, doc, at)
    if isinstance(value, list):
        for i, item in enumerate(value):
            wrong += _wrong(schema.get("items", {}), item, doc, f"{at}.{i}")
    if isinstance(value, dict):
        wrong += [f"{at}: {name} is not there" for name in schema.get("required", []) if name not in value]
        for name, item in value.items():
            if "propertyNames" in schema:
                wrong += _wrong(schema["propertyNames"], name, doc, f"{at}.{name} (name)")
            inner = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
            wrong += [f"{at}: there is no {name}"] if inner is False else _wrong(inner, item, doc, f"{at}.{name}")
    return wrong


def _refs(node):
    if isinstance(node, dict):
        yield from ([node["$ref"]] if "$ref" in node else [])
        for item in node.values():
            yield from _refs(item)
    if isinstance(node, list):
        for item in node:
            yield from _refs(item)


def the_description_has_every_address_and_every_reference_leads_somewhere(portal):
    doc = Api(portal).get("/api/v1/openapi.json").json
    if doc["openapi"] != "3.1.0" or not doc["info"]["title"] or not doc["info"]["version"]:
        return "it does not say what it is"
    for ref in set(_refs(doc)):
        node = doc
        for part in ref.removeprefix("#/").split("/"):
            node = node.get(part)
            if node is None:
                return f"{ref} leads nowhere"
    ids, names = [], []
    for path, methods in doc["paths"].items():
        places = re.findall(r"\{(\w+)\}", path)
        for method, one in methods.items():
            ids.append(one["operationId"])
            names.append((method.upper(), re.sub(r"\{\w+\}", "{}", path)))
            given = [p["name"] for p in one["parameters"] if p["in"] == "path"]
            if given != places or not one["responses"] or any(p["in"] == "path" and not p["required"] for p in one["parameters"]):
                return f"{method} {path}: {given}"
            if len({(p["name"], p["in"]) for p in one["parameters"]}) != len(one["parameters"]):
                return f"{method} {path}: a parameter twice"
    if len(ids) != len(set(ids)):
        return "a name of an operation twice"
    rows = json.loads(portal.command("user", "rights", "--routes", "--format", "json").stdout)
    for row in rows:
        if not row["address"].startswith("/api/v1"):
            continue
        kinds = KINDS if row["address"].startswith("/api/v1/{}") else ("",)
        for kind in kinds:
            if (row["method"], row["address"].replace("{}", kind, 1)) not in names:
                return f"{row['method']} {row['address']} of {kind} is missing"
    if len(names) < 12 * 10:
        return f"only {len(names)}"
    french = Api(portal).get("/api/v1/openapi.json", Accept_Language="fr").json
    title = french["components"]["schemas"]["activity"]["properties"]["participants"]["title"]
    return "" if title == "Participants" and french["components"]["schemas"]["country"]["x-labels"]["DE"] == "Allemagne" else title


def what_is_answered_is_as_the_description_says(portal):
    doc = Api(portal).get("/api/v1/openapi.json").json
    wrong, n = [], 0
    for who in (Api(portal), _api(portal), _api(portal, "committee")):
        for kind in KINDS:
            page = who.get(f"/api/v1/{kind}?limit=200&sort=-id").json
            path = doc["paths"][f"/api/v1/{kind}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
            wrong += _wrong(path, page, doc, kind)
            n += len(page["items"])
    for path in ("/api/v1/actions/999999", "/api/v1/actions?limit=0"):
        wrong += _wrong(doc["components"]["schemas"]["problem"], Api(portal).get(path).json, doc, path)
    url = _api(portal).make("organisations", name={"en": "Fits"}, kind="ministry")
    wrong += _wrong(doc["components"]["schemas"]["history"], _api(portal).get(url + "/history").json, doc, "history")
    # The control: what does not fit is found.
    bad = {"record": {"state": "flying"}, "type": "party", "legs": [{"country": "ZZ"}], "title": {"xx": "a"}, "colour": 1}
    if len(_wrong(doc["components"]["schemas"]["activity-whole"], bad, doc)) < 6:
        wrong.append("the control: nothing is found wrong")
    return "; ".join(wrong[:5]) or ("" if n > 300 else f"only {n} records were looked at")


def the_lines_that_people_are_shown_work(portal):
    page = portal.get("/en/api")
    lines = [line.replace("&amp;", "&").replace("&quot;", '"').replace("&#39;", "'")
             for line in re.findall(r'<code class="copied"[^>]*>([^<]*)</code>', page.text)]
    if len(lines) != 3 or any(not line.startswith("curl ") for line in lines):
        return f"{lines}"
    for line in lines[:2]:
        answer = Api(portal).get(re.search(r"'http://[^/]*(/[^']*)'", line).group(1))
        if answer.status != 200 or (line == lines[0] and len(answer.json["items"]) != 2):
            return f"{line}: {answer.status}"
    body = re.search(r"-d '([^']*)'", lines[2]).group(1)
    made = _api(portal).call("POST", re.search(r"'http://[^/]*(/[^']*)'", lines[2]).group(1), body.encode())
    return "" if made.status == 201 else f"{lines[2]}: {made.status} {made.text}"


# ---- what it tells nobody

def nobody_is_told_of_what_is_not_published(portal):
    api, nobody = _api(portal), Api(portal)
    hidden = api.make("actions", place="Gabon", title={"en": "Hidden plan"})
    person = api.make("persons", family="Hidden")
    for url in (hidden, person):
        if nobody.get(url).status != 404 or nobody.get(url).text != nobody.get("/api/v1/actions/999999").text:
            return f"{url} is told apart from what there is not"
    for end in ("/history", "?at=2090"):
        shown = api.get("/api/v1/actions?limit=1").json["items"][0]["record"]["url"]
        if nobody.get(shown).status != 200 or nobody.get(shown + end).status not in (401, 404):
            return f"{end}: {nobody.get(shown + end).status}"
    if nobody.get("/api/v1/persons").json != {"items": [], "next": None, "total": 0}:
        return "how many people there are"
    every, public = api.get("/api/v1/actions?limit=1").json["total"], nobody.get("/api/v1/actions?limit=1").json["total"]
    if not 0 < public < every:
        return f"{public} of {every}"
    # Filters ask the published version: a state or theme that is only in the present one finds nothing.
    one = nobody.get("/api/v1/actions?limit=1&state=closed").json["items"][0]["record"]["url"]
    api.write("PATCH", one, {"place": "Zanzibar Reef", "themes": ["diaspora", "asylum"]})
    if nobody.get("/api/v1/actions?q=zanzibar+reef").json["total"] or not api.get("/api/v1/actions?q=zanzibar+reef").json["total"]:
        return "a search finds what is not published"
    places = [item["place"] for item in nobody.get("/api/v1/actions?sort=-place&limit=200").json["items"]]
    if places != sorted(places, key=str.casefold, reverse=True):
        return "an order by what is not published"
    api.write("POST", one + "/undo")
    head = nobody.get(one).json["record"]
    if set(head) != {"id", "kind", "name", "url", "state", "version", "changed"}:
        return f"{sorted(head)}"
    expert = _api(portal, "expert")
    return "" if expert.get(hidden).status == 404 and expert.get(one).status == 200 else "an account without the right reads the desk"


def no_marker_is_in_an_answer_to_a_role_that_does_not_see_its_class(portal):
    browser = records._manager(portal)  # pylint: disable=protected-access
    rows = browser.get("/desk/records/persons?q=marker").text
    if "MARKERpersonal" not in rows:
        return "the marked records are not there: records.py makes them before"
    wrong, shown = [], set()
    for role in ("public",) + ROLES:
        api = Api(portal) if role == "public" else _api(portal, role)
        sees = records._sees(portal, role)  # pylint: disable=protected-access
        paths = ["/api/v1/"] + [f"/api/v1/{kind}?limit=200" for kind in KINDS] + [f"/api/v1/{kind}?q=marker" for kind in KINDS]
        for kind in KINDS:
            page = api.get(f"/api/v1/{kind}?limit=200&sort=-id")
            for item in page.json["items"][:40]:
                paths += [item["record"]["url"] + end for end in ("", "/history", "?at=2090")]
        for path in paths:
            text = api.get(path).text
            shown |= {name for name in CLASSES[1:] if f"MARKER{name}" in text} | ({"financial"} if "987654321" in text else set())
            wrong += [f"{role} reads {mark} at {path}" for mark in records._marks(text, sees)]  # pylint: disable=protected-access
    if shown != set(CLASSES[1:]):
        wrong.append(f"the control: somebody sees only {sorted(shown)}")
    return "; ".join(wrong[:5])


def a_field_of_a_class_that_one_does_not_see_is_neither_given_nor_taken(portal):
    manager, officer = _api(portal), _api(portal, "officer")
    url = manager.make("actions", place="Togo", title={"en": "Closed field"}, risks="Grave", envelope=5)
    if {"risks", "envelope"} & set(officer.get(url).json):
        return "they are given"
    answer = officer.write("PATCH", url, {"risks": "None", "envelope": 7, "title": {"en": "New"}})
    if answer.status != 403 or _paths(answer) != ["envelope", "risks"] or manager.get(url).json["title"]["en"] != "Closed field":
        return f"{answer.status} {answer.text}"
    one = officer.get(url)
    put = officer.call("PUT", url, one.json | {"title": {"en": "Newer"}}, If_Match=one.headers["etag"])
    now = manager.get(url).json
    return "" if put.status == 200 and now["risks"] == "Grave" and now["envelope"] == 5 else f"a PUT takes away what it cannot see: {now}"


def wrong_tokens_from_one_address_are_slowed_down(portal):
    """The last of this file: the address waits a quarter of an hour."""
    statuses = [Api(portal, "attache-" + f"{i:064x}").get("/api/v1/").status for i in range(45)]
    if set(statuses[:30]) != {401} or statuses[-1] != 429:
        return f"{statuses}"
    return "" if Api(portal).get("/api/v1/").status == 200 else "who has no token is slowed down too"
