# SPDX-License-Identifier: EUPL-1.2
"""public — what the public sees of the desk's records: previews, dates, taking back, settings, privacy."""
import html
import json
import os
import re
import sqlite3
import time
import urllib.parse

import desk
import harness
import records
from browser import Browser
from crawl import Page
from records import _edit, _first, _make

DAY = 24 * 60 * 60


def _manager(portal):
    return records._manager(portal)  # pylint: disable=protected-access


def _at(portal, moment, *words):
    """The command as it would answer at that moment."""
    return portal.command(*words, env=dict(os.environ, ATTACHE_NOW=str(moment)))


def _news(browser, headline, **values):
    """A news item that may be published, and its address at the desk."""
    url = _make(browser, "news", headline__en=headline, date="2026-11-02", lead__en=f"{headline}: the lead.",
                body__en=f"{headline}: the text.\nA second paragraph.", **values)
    browser.get(url)
    browser.post(url + "/move", {"move": "clear"})
    return url


def _on_the_portal(browser, url):
    found = re.search(r'href="/\w\w(/[^"]*)">On the portal', browser.get(url).text)
    return html.unescape(found.group(1)) if found else ""


def _due(portal, url):
    with sqlite3.connect(portal.db) as db:
        row = db.execute("SELECT due_at FROM record_release WHERE record_id = ?", (url.split("/")[-1],)).fetchone()
    return row[0] if row else 0


def a_preview_is_the_public_page_and_writes_nothing(portal):
    browser = _manager(portal)
    action = _first(browser, "actions", "?state=closed")
    path = _on_the_portal(browser, action)
    before = portal.get("/en" + path).text
    _edit(browser, action + "/edit", summary__en="Quokkas were counted.\nIn summer.", context="MARKERinternal")
    activity = _make(browser, "activities", action=action.split("/")[-1], type="workshop", title__en="Quokka workshop",
                     period="2016-05-03", cost="987654321")
    browser.get(activity)
    browser.post(activity + "/move", {"move": "plan"})
    rows = _count(portal)
    shown = browser.get(action + "/preview")
    if shown.status != 200 or _count(portal) != rows:
        return f"{shown.status}, {rows} rows became {_count(portal)}"
    bar, _, page = shown.text.partition("</aside>")
    for words in ("Preview: nobody else sees this", "Quokka workshop", "appears", "Quokkas were counted"):
        if words not in bar:
            return f"the bar lacks {words}"
    if "Quokkas were counted" not in page or "Quokka workshop" not in page:
        return "the page is not as it would be"
    if "MARKER" in page or "987654321" in page or "noindex" not in shown.text:
        return "the preview shows more than the public page will"
    faults = Page(action + "/preview", shown.text).faults
    if faults or "no-store" not in shown.headers.get("cache-control", ""):
        return f"{faults} {shown.headers}"
    if portal.get("/en" + path).text != before:
        return "the public page has changed"
    browser.post(action + "/publish")
    now = portal.get("/en" + path).text
    main = lambda text: re.search(r'<main.*?</main>', text, re.S).group(0)
    return "" if main(page) == main(now) else "what was published is not what was previewed"


def _count(portal):
    with sqlite3.connect(portal.db) as db:
        return [db.execute(f"SELECT count(*), max(id) FROM {table}").fetchone()
                for table in ("record_version", "activity", "output", "action", "claim")]


def a_preview_is_for_those_who_write(portal):
    browser = _manager(portal)
    url = _make(browser, "news", headline__en="Wombat news", date="2026-11-02", body__en="Wombat text")
    if "Clear for the public" not in browser.get(url + "/preview").text or "Wombat text" not in browser.page.text:
        return "the preview of a draft does not say what is missing"
    if Browser(portal).get(url + "/preview").status != 303:
        return "nobody sees a preview"
    reader = desk._account(portal, "reader@public.example", "committee")  # pylint: disable=protected-access
    if reader.get(url + "/preview").status not in (403, 404) or "Wombat" in reader.page.text:
        return f"a reader: {reader.page.status}"
    person = _make(browser, "persons", family="Wombat")
    for path in (person + "/preview", "/desk/records/news/999999/preview", "/desk/records/organisations/1/preview"):
        if browser.get(path).status != 404:
            return f"{path}: {browser.page.status}"
    return ""


def what_has_a_date_is_public_from_that_moment_and_not_before(portal):
    browser = _manager(portal)
    action = _first(browser, "actions", "?state=closed")
    path = "/en" + _on_the_portal(browser, action)
    _edit(browser, action + "/edit", summary__en="Numbats were counted.")
    output = _make(browser, "outputs", action=action.split("/")[-1], type="law", name__en="Numbat manual")
    news = _news(browser, "Numbat news")
    for url in (action, news):
        browser.get(url)
        if browser.post(url + "/publish", {"on": "2031-03-03"}).status != 303 or "public from 3 March 2031" not in browser.follow().text:
            return f"{url}: {browser.page.status}"
    # What is changed after the date was set waits for its own publication.
    _edit(browser, action + "/edit", summary__en="Bilbies were counted.")
    _edit(browser, output + "/edit", name__en="Bilby manual")
    due = _due(portal, action)
    if due != 1930262400 or _due(portal, news) != due or _due(portal, output) != due:
        return f"due at {due}"
    seen = lambda moment: [name for name in ("Numbats", "Numbat manual", "Numbat news", "Bilb")
                           if name in "".join(_at(portal, moment, *words).stdout.decode() for words in (
                               ("get", path), ("get", "/en/news"), ("get", "/feeds/news.atom"), ("get", "/sitemap.xml"),
                               ("get", "/en/"), ("export", "--format", "jsonl"), ("get", "/en/documents")))]
    before, then = seen(due - 1), seen(due)
    if before:
        return f"a second before: {before}"
    if then != ["Numbats", "Numbat manual", "Numbat news"]:
        return f"at the moment: {then}"
    if _due(portal, action) or "changed since it was published" not in browser.get(action).text:
        return "the date stays, or the change after it is lost"
    return ""


def a_running_server_shows_it_when_the_moment_comes(portal):
    browser = _manager(portal)
    news = _news(browser, "Potoroo news")
    browser.get(news)
    browser.post(news + "/publish", {"on": "2031-03-03"})
    if "Potoroo" in portal.get("/en/news").text:
        return "at once"
    with sqlite3.connect(portal.db) as db:
        db.execute("UPDATE record_release SET due_at = ?", (int(time.time()) + 2,))
    if "Potoroo" in portal.get("/en/news").text:
        return "before the moment"
    time.sleep(3.2)
    # Both workers answer.
    return "" if all("Potoroo" in portal.get("/en/news").text for _ in range(8)) else "a worker does not show it"


def a_date_can_be_taken_off_and_a_publication_taken_back(portal):
    browser = _manager(portal)
    news = _news(browser, "Dugong news")
    browser.get(news)
    if browser.post(news + "/publish", {"on": "soon"}).headers["location"].split("=")[-1] != "no-day" or _due(portal, news):
        return "a day that is none"
    browser.post(news + "/publish", {"on": "2031-03-03"})
    browser.post(news + "/take-back", {"date": "1"})
    if _due(portal, news) or ">public from" in browser.get(news).text:
        return "the date is still there"
    browser.post(news + "/publish")
    path = _on_the_portal(browser, news)
    if "Dugong" not in portal.get("/fr/news").text or portal.get("/fr" + path).status != 200:
        return f"not published: {path}"
    browser.get(news)
    if browser.post(news + "/take-back").headers["location"].split("=")[-1] != "no-reason":
        return "taken back without a reason"
    browser.post(news + "/take-back", {"why": "The dugong asked"})
    everywhere = [portal.get(place).text for place in ("/en/news", "/en/", "/feeds/news.atom", "/sitemap.xml")]
    if any("Dugong" in text or "dugong-news" in text for text in everywhere) or portal.get("/en" + path).status != 404:
        return "it is still somewhere"
    text = browser.get(news + "/history").text
    return "" if "The dugong asked" in text and "Taken back from the public" in text else "the history does not tell it"


def an_action_that_is_taken_back_is_gone_everywhere_and_can_return(portal):
    browser = _manager(portal)
    action = _make(browser, "actions", place="Gabon", title__en="Okapi registers", period="2019")
    number = action.split("/")[-1]
    officer = _make(browser, "persons", family="Okapi").split("/")[-1]
    _edit(browser, action + "/edit", officer=officer, approved="2019-01")
    _make(browser, "outputs", action=number, type="law", name__en="Okapi law")
    browser.get(action)
    browser.post(action + "/move", {"move": "approve"})
    browser.post(action + "/publish")
    path = _on_the_portal(browser, action)
    places = ["/en" + path, "/en" + path + "/source", "/en/actions?q=okapi", "/en/search?q=okapi", "/en/documents?q=okapi",
              "/sitemap.xml", "/feeds/actions.atom", "/en/countries/GA", "/en/actions?format=json", "/en" + path + "?format=json"]
    # A page that is not found says its own address.
    shows = lambda: [place for place in places if (page := portal.get(place)).status == 200
                     and re.search(r"okapi[ -](registers|law)", page.text.replace(f"/{path}", ""), re.I)]
    if not path or "/en" + path not in shows() or "/sitemap.xml" not in shows():
        return f"not published: {path} {shows()}"
    browser.get(action)
    browser.post(action + "/take-back", {"why": "Too early"})
    if shows() or b"Okapi" in portal.command("export").stdout or b"Okapi" in portal.command("search", "okapi").stdout:
        return f"still at {shows()}"
    browser.get(action)
    browser.post(action + "/publish")
    if "/en" + path not in shows():
        return "it does not return to its address"
    browser.post(action + "/delete")
    return f"deleted, and still at {shows()}" if shows() else ""


def what_leaves_the_public_states_is_gone_at_once(portal):
    browser = _manager(portal)
    news = _news(browser, "Quoll news")
    browser.get(news)
    browser.post(news + "/publish")
    path = _on_the_portal(browser, news)
    browser.post(news + "/move", {"move": "withdraw", "why": "Not so"})
    if portal.get("/en" + path).status != 404:
        return "withdrawn and still there"
    browser.get(news)
    return "" if browser.post(news + "/publish").status == 404 else "what is withdrawn can be published"


def only_those_who_publish_do(portal):
    officer = desk._strong(portal, "otis@public.example", "officer")[0]  # pylint: disable=protected-access
    action = _first(officer)
    text = officer.get(action).text
    if "/publish" in text or "/take-back" in text or "/preview" not in text:
        return "an officer is shown what only a coordinator may do, or no preview"
    for address, values in (("/publish", {}), ("/publish", {"on": "2031-03-03"}), ("/take-back", {"why": "x"})):
        if officer.post(action + address, values).status != 403:
            return f"{address}: {officer.page.status}"
    return ""


# ---- what is public as it is saved

def a_renamed_organisation_is_renamed_everywhere_at_once(portal):
    browser = _manager(portal)
    listed = json.loads(portal.command("export", "--format", "json").stdout)["actions"]
    action = next(a for a in listed if a["partners"])
    body = action["partners"][0]
    name = body["name"] if isinstance(body, dict) else body
    found = browser.get("/desk/records/organisations?q=" + urllib.parse.quote(name)).text
    url = re.search(r'class="hit" href="(/desk/records/organisations/\d+)"', found).group(1)
    page = f"/actions/{action['slug']}"
    _edit(browser, url + "/edit", name__en="Guild of Cartographers", name__fr="Guilde des cartographes", notes="MARKERinternal")
    texts = {place: portal.get(place).text for place in (f"/en{page}", f"/fr{page}", f"/en{page}?format=json")}
    texts["export"] = portal.command("export").stdout.decode()
    wrong = [place for place, text in texts.items()
             if ("Guilde des cartographes" if "/fr" in place else "Guild of Cartographers") not in text or "MARKER" in text]
    browser.get(url)
    browser.post(url + "/undo", {"version": "1"})
    if name not in html.unescape(portal.get(f"/en{page}").text):
        wrong.append("undone, and the name is not back")
    return f"{name} -> {wrong}" if wrong else ""


def a_theme_of_the_desk_names_the_theme_of_the_portal(portal):
    browser = _manager(portal)
    url = _make(browser, "themes", vocabulary="Facility", code="asylum", label__en="Refuge and asylum", label__fr="Refuge et asile",
                text__en="Who flees finds shelter.", mappings__1__vocabulary="DAC", mappings__1__code="15190", mappings__1__share="40",
                mappings__1__since="2019")
    for place, words in (("/en/themes/asylum", ("Refuge and asylum", "Who flees", "15190", "40", "2019")),
                         ("/fr/themes/asylum", ("Refuge et asile", 'lang="en"')), ("/en/themes", ("Refuge and asylum",)),
                         ("/en/actions?theme=asylum", ("Refuge and asylum",)), ("/en/statistics", ("Refuge and asylum",)),
                         ("/en/themes?format=json", ("Refuge and asylum",))):
        lacks = [word for word in words if word not in portal.get(place).text]
        if lacks:
            return f"{place} lacks {lacks}"
    browser.get(url)
    browser.post(url + "/delete")
    return "deleted, and still named" if "Refuge and asylum" in portal.get("/en/themes").text else ""


def settings_hold_at_once(portal):
    browser = _manager(portal)
    for page in ("about", "ask", "accessibility", "imprint"):
        if portal.get(f"/en/{page}").status != 404 or f'href="/en/{page}"' in portal.get("/en/").text:
            return f"/en/{page} is there without a text"
    made = _make(browser, "facilities", name__en="Facility for Testing", name__ar="مرفق الاختبار", acronym="FFT",
                 funder__en="The Union of Testers", statement__fr="Financé par l’Union", contact="post@fft.example",
                 privacy_contact="data@fft.example", address="1 Test Street", contracts="MARKERinternal")
    settings = _make(browser, "settings", welcome__en="Welcome, tester.", about__en="We test.\nEvery day.", ask__en="Write to us.",
                     accessibility__en="All can read it.", imprint__fr="Imprimé à Bruxelles", privacy__en="We are careful.",
                     session_hours="7", idle_minutes="20", letters__1__letter="invitation", letters__1__lang="en",
                     letters__1__subject="Come to {portal}", letters__1__body="MARKERinternal {name}: {link}")
    wrong = []
    for place, words in (
            ("/en/", ("Welcome, tester.", ">FFT</a>", "Facility for Testing", "The Union of Testers", "· FFT</title>", 'href="/en/about"')),
            ("/fr/", ("Financé par l’Union", 'href="/fr/imprint"')), ("/ar/", ("مرفق الاختبار",)),
            ("/en/about", ("We test.", "Every day.", "1 Test Street", "post@fft.example")), ("/en/ask", ("Write to us.",)),
            ("/ar/imprint", ('lang="fr"', "Imprimé à Bruxelles")), ("/en/accessibility", ("All can read it.",)),
            ("/en/privacy", ("We are careful.", "data@fft.example", "20", "Facility for Testing")), ("/sitemap.xml", ("/fr/imprint<",)),
            ("/feeds/actions.atom", ("<title>FFT: actions",)), ("/desk/sign-in", ())):
        text = portal.get(place).text
        wrong += [f"{place} lacks {word}" for word in words if word not in text]
        wrong += [f"{place} has a marker"] if "MARKER" in text else []
        wrong += [f"{place}: {fault}" for fault in Page(place, text).faults] if place.startswith("/en") else []
    if wrong:
        return "; ".join(wrong)
    # There is one record of each; a second cannot be made.
    if _make(browser, "facilities", phone="12") != made or _make(browser, "settings", release_hour="6") != settings:
        return "a second one was made"
    if 'href="/desk/settings"' not in browser.get("/desk/settings").text or "Facility for Testing" not in browser.page.text:
        return "the page of settings"
    portal.command("user", "add", "new@public.example", "--role", "officer", "--invite")
    return ""


def a_setting_that_makes_no_sense_is_refused(portal):
    browser = _manager(portal)
    url = _make(browser, "settings", idle_minutes="20")
    for field, value in (("release_hour", "25"), ("idle_minutes", "1"), ("session_hours", "0"), ("letters__1__body", "no way on"),
                         ("letters__1__body", "{link} {surprise}"), ("letters__1__subject", "{nme}")):
        page = _edit(browser, url + "/edit", **{"letters__1__letter": "invitation", "letters__1__lang": "en",
                                                "letters__1__subject": "Come", "letters__1__body": "{link}", field: value})
        if page.status != 422 or f'href="#f-{field.replace("__", ".")}"' not in page.text:
            return f"{field}={value}: {page.status}"
    return ""


def the_secretariats_words_stand_in_its_mails(portal):
    admin = desk._strong(portal, "ada@public.example", "administrator")[0]  # pylint: disable=protected-access
    admin.get("/desk/people")
    admin.post("/desk/people", {"email": "guest@public.example", "name": "Guest <G>", "role": "officer", "language": "en"})
    listed = admin.get("/desk/mail").text
    mails = re.findall(r'href="(/desk/mail/\d+)"', listed)
    text = "".join(admin.get(mail).text for mail in mails[:3])
    return "" if "Come to http" in text and "MARKERinternal Guest &lt;G&gt;: http" in text else f"{admin.page.status} {text[-1500:]}"


def a_day_begins_for_the_public_at_the_hour_of_the_settings(portal):
    browser = _manager(portal)
    _make(browser, "settings", release_hour="6")
    news = _news(browser, "Numbat hour")
    browser.get(news)
    browser.post(news + "/publish", {"on": "2031-03-03"})
    due = _due(portal, news)
    _make(browser, "settings", release_hour="")
    return "" if due == 1930262400 + 6 * 3600 else f"due at {due}"


def a_language_can_be_switched_off(portal):
    browser = _manager(portal)
    settings = _make(browser, "settings", default_language="fr")
    try:
        page = _edit_ticks(browser, settings, languages=("fr", "ar"))
        if page.status != 303:
            return f"{page.status}"
        answer = portal.get("/en/actions?theme=asylum")
        if answer.status != 302 or answer.headers["location"] != "/fr/actions?theme=asylum":
            return f"{answer.status} {answer.headers}"
        if portal.get("/", Accept_Language="de").headers["location"] != "/fr/":
            return "the language of those who ask for none"
        if "/en/" in re.sub(r'href="/en/[^"]*">JSON', "", portal.get("/sitemap.xml").text) or 'hreflang="en"' in portal.get("/fr/").text:
            return "English is still offered"
    finally:
        _edit_ticks(browser, settings, languages=())
    return "" if portal.get("/en/actions").status == 200 else "it does not come back"


def _edit_ticks(browser, url, **ticks):
    """The form with boxes ticked, by the names of their fields."""
    pairs = [(name, value) for name, value in records._form(browser.get(url + "/edit").text)  # pylint: disable=protected-access
             if name not in ticks]
    return browser.post(url + "/edit", pairs + [(name, "") for name in ticks] + [(n, v) for n, vs in ticks.items() for v in vs])


# ---- privacy

def the_privacy_page_names_every_personal_field_and_every_account_table(portal):
    text = html.unescape(portal.get("/en/privacy").text)
    for words in ("Family name", "Telephone", "Nationalities", "Agreed to be contacted on", "Risks", "Password", "Sessions",
                  "Project officer", "the one cookie", "What for", "How long", "On what ground"):
        if words.lower() not in text.lower():
            return f"it lacks {words}"
    if "Budget in euro" in text:
        return "it names what is about no person"
    for lang in ("fr", "ar"):
        page = portal.get(f"/{lang}/privacy").text
        if "Family name" in page or "What for" in page:
            return f"it is not in {lang}"
    return "" if all('/privacy"' in portal.get(place).text for place in ("/en/", "/fr/actions", "/ar/map", "/en/nothing")) else "not in every foot"


def every_table_about_accounts_is_named_in_the_description(portal):
    described = set(re.findall(r"\b([a-z_]+\.[a-z_]+)\b", (harness.ROOT / "src/model/privacy.c").read_text()))
    tables = ("account", "recovery_code", "session", "login_link", "api_token", "login_failure", "mail", "account_event")
    with sqlite3.connect(portal.db) as db:
        columns = {f"{table}.{row[1]}" for table in tables for row in db.execute(f"PRAGMA table_info({table})")}
    lacks = {column for column in columns - described if not column.endswith((".id", ".account_id"))}
    return f"{sorted(lacks)}" if lacks else ""


def arabic_pages_can_have_their_own_digits(portal):
    browser = _manager(portal)
    _make(browser, "settings", digits="eastern")
    try:
        text = portal.get("/ar/statistics").text
        body = re.sub(r"<[^>]*>", "", re.sub(r'<(\w+)[^>]* (?:lang="en"|dir="ltr")[^>]*>.*?</\1>', "", text, flags=re.S))
        if not re.search("[٠-٩]", body) or re.search(r"(?<![&#\w])[0-9]+(?!\w*;)", body):
            return f"{re.findall('.{20}[0-9]+.{5}', body)[:3]}"
        if re.search("[٠-٩]", portal.get("/fr/statistics").text + "".join(re.findall(r'="[^"]*"', text))):
            return "in French, or in an address"
    finally:
        _make(browser, "settings", digits="")
    return "the digits stay" if re.search("[٠-٩]", portal.get("/ar/statistics").text) else ""


# ---- the marker

def no_marker_of_what_is_not_public_is_anywhere(portal):
    """Drafts, what has a date to come, what was taken back and what was withdrawn: in fields that would be public."""
    browser = _manager(portal)
    draft = _make(browser, "news", headline__en="MARKERinternal draft", date="2026-11-02", body__en="MARKERinternal")
    dated, back = _news(browser, "MARKERinternal dated"), _news(browser, "MARKERinternal back")
    paper = _make(browser, "documents", title__en="MARKERinternal paper", kind="report", authors="MARKERinternal")
    browser.get(dated)
    browser.post(dated + "/publish", {"on": "2039-03-03"})
    browser.get(back)
    browser.post(back + "/publish")
    if "MARKERinternal back" not in portal.get("/en/news").text:
        return "the control: what is public is not seen"
    browser.get(back)
    browser.post(back + "/take-back", {"why": "MARKERinternal"})
    wrong = [one for one in records._walk_public(portal) if "nobody reads" in one or "export" in one]  # pylint: disable=protected-access
    nobody = Browser(portal)
    for url in (draft, dated, back, paper):
        for address in ("", "/preview", "/history"):
            page = nobody.get(url + address)
            wrong += [f"nobody at {url}{address}: {page.status}"] if page.status != 303 or "MARKER" in page.text else []
    reader = desk._account(portal, "marks@public.example", "requester")  # pylint: disable=protected-access
    for url in (draft, dated, back, paper):
        if reader.get(url + "/preview").status not in (403, 404) or "MARKER" in reader.page.text:
            wrong.append(f"a requester at {url}/preview: {reader.page.status}")
    for path in ("/en/news/" + url.split("/")[-1] for url in (draft, dated, back)):
        wrong += [f"{path}: {portal.get(path).status}"] if portal.get(path).status != 404 else []
    # So that every page of text is there for the crawl.
    _make(browser, "settings", about__en="About", ask__en="Ask", accessibility__en="All", imprint__en="We")
    return "; ".join(wrong[:5])
