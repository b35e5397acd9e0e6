# SPDX-License-Identifier: EUPL-1.2
"""review — imported pages at the desk: facts decided beside their page, changed pages, duplicates, and who may."""
import html
import json
import pathlib
import re
import tempfile

import desk
import harness
from browser import Browser
from crawl import Page

FIRST = """Togo II: Labour Migration

Objective: The Action helped the Ministry of Labour of Togo.

Summary: A workshop took place in Lomé in March 2012. A study visit to Lisbon took place in May 2012. A labour migration
strategy was drafted.

Duration: January 2012 – June 2013

Benin: Seals of the Border Police

Objective: The Action helped the Benin Labour Ministry.

Summary: At the request of the Ministry of Labor of Togo a training was held in Cotonou in June 2014.

Duration: April 2014 – May 2015
"""
LATER = FIRST.replace("in Lomé in March 2012", "in Lomé on 5 March 2012").replace("June 2013", "August 2013")


class _Own:
    """A portal of its own: pages imported without accepting, and a manager; made once, ended with the tests."""
    made = None

    def __init__(self, portal):
        self.folder = tempfile.TemporaryDirectory()  # pylint: disable=consider-using-with
        self.portal = harness.Portal(portal.program, pathlib.Path(self.folder.name))
        self.take(FIRST)
        if not self.portal.start(harness.Report()):
            raise AssertionError("the server does not start")
        self.manager, _ = desk._strong(self.portal, "rosa@review.example", "manager")  # pylint: disable=protected-access

    def take(self, text, *words):
        page = pathlib.Path(self.folder.name) / "page.txt"
        page.write_text(text, encoding="utf-8")
        done = self.portal.command("import", "--format", "json", *words, str(page))
        if done.returncode:
            raise AssertionError(done.stderr.decode())
        return json.loads(done.stdout), done.stderr.decode()


def _own(portal):
    if not _Own.made:
        _Own.made = _Own(portal)
    return _Own.made


def _review_of(browser, name, show="all"):
    text = browser.get(f"/desk/review?show={show}").text
    return re.search(rf'href="(/desk/review/\d+)"><bdi>{name}', text).group(1)


def _facts(text):
    """Number, label, state and whole text of every fact of the page."""
    found = re.findall(r'<li class="point (\w+)[^"]*" id="f(\d+)".*?<h3>(.*?)</h3>(.*?)(?=<li class="point|</section>)', text, re.S)
    return [(number, re.sub("<[^>]*>", "", label).strip(), state, html.unescape(re.sub("<[^>]*>", " ", rest)))
            for state, number, label, rest in found]


def _fact(text, label, words=""):
    return [fact for fact in _facts(text) if fact[1] == label and words in fact[3]][0]


def _public(portal, slug="togo-ii-labour-migration"):
    return json.loads(portal.get(f"/en/actions/{slug}?format=json").text)


def the_queue_tells_what_waits_and_is_narrowed_by_page_and_warning(portal):
    own = _own(portal)
    text = own.manager.get("/desk/review").text
    faults = Page("/desk/review", text).faults
    if faults or "2 actions" not in text or "page.txt" not in text:
        return f"{faults} {re.findall('role=.status.>([^<]*)', text)}"
    rule = re.findall(r'<option value="([a-z]+\.[^"]*)"', text)
    if rule and "0 actions" in own.manager.get(f"/desk/review?show=all&warning={rule[0]}").text:
        return "a warning finds nothing"
    if "0 actions" not in own.manager.get("/desk/review?page=99").text:
        return "another page finds something"
    return "" if "0 actions" in own.manager.get("/desk/review?show=done").text else "something counts as reviewed"


def the_page_stands_beside_its_facts_and_the_chosen_one_is_marked(portal):
    own = _own(portal)
    url = _review_of(own.manager, "Togo II")
    text = own.manager.get(url).text
    number, _, _, words = _fact(text, "Date", "March 2012")
    if "a date in the text" not in words or "Stated" not in words:
        return f"certainty or rule are missing: {words}"
    text = own.manager.get(f"{url}?fact={number}").text
    if not re.search(r'<mark class="stated here" id="passage">March 2012</mark>', text):
        return "its passage is not marked"
    return "; ".join(Page(url, text).faults)


def a_fact_is_accepted_corrected_and_rejected(portal):
    own = _own(portal)
    browser, url = own.manager, _review_of(own.manager, "Togo II")
    text = browser.get(url).text
    date, title = _fact(text, "Date", "March 2012")[0], _fact(text, "Title (English)", "Labour Migration")[0]
    browser.post(url, {"accept": title})
    if browser.page.status != 303 or _fact(browser.get(url).text, "Title (English)", "Labour Migration")[2] != "accepted":
        return f"not accepted: {browser.page.status}"
    browser.get(f"{url}?fact={date}&edit=1")
    if 'name="period"' not in browser.page.text or browser.page.text.count('name="title.en"'):
        return "the form is not the field's alone"
    browser.post(url, {"correct": date, "period": "the ides"})
    if browser.page.status != 422 or 'value="the ides"' not in browser.page.text:
        return f"a wrong date: {browser.page.status}"
    browser.post(url, {"correct": date, "period": "2012-04", "why": "The report says April"})
    fact = _fact(browser.get(url).text, "Date", "April 2012")
    if fact[2] != "corrected" or "March 2012" not in fact[3] or "The report says April" not in fact[3]:
        return f"{fact}"
    visit = _fact(browser.page.text, "Activity", "Held")[0]
    browser.post(url, {"reject": visit})
    if _fact(browser.get(url).text, "Activity", "Not in the record")[2] != "rejected":
        return "not rejected"
    browser.post(url, {"open": visit})
    return "" if "Not in the record" not in browser.get(url).text else "not opened again"


def an_act_on_a_fact_of_another_action_or_none_is_not_found(portal):
    own = _own(portal)
    browser = own.manager
    other = _facts(browser.get(_review_of(browser, "Benin")).text)[0][0]
    url = _review_of(browser, "Togo II")
    browser.get(url)
    for fields in ({"accept": other}, {"accept": "0"}, {"accept": "999999"}, {"reject": "all"}, {}, {"accept": "x"}):
        if browser.post(url, fields).status != 404:
            return f"{fields}: {browser.page.status}"
    for path in ("/desk/review/0", "/desk/review/99999999999999999999", "/desk/review/x", "/desk/duplicates/1/1",
                 "/desk/duplicates/1/999999"):
        if browser.get(path).status != 404:
            return f"{path}: {browser.page.status}"
    return ""


def the_public_mark_follows_when_all_is_decided_and_the_correction_is_told(portal):
    own = _own(portal)
    browser, url = own.manager, _review_of(own.manager, "Togo II")
    browser.get(url)
    browser.post(url, {"accept": "sure"})
    left = [fact for fact in _facts(browser.get(url).text) if fact[2] == "open"]
    if not left or any("Stated" in fact[3] for fact in left):
        return f"what is left is not what wants a look: {left}"
    if _public(own.portal)["review"] != "pending":
        return "reviewed too early"
    browser.post(url, {"accept": "all"})
    if _public(own.portal)["review"] != "accepted":
        return "not reviewed when all is decided"
    if "Reviewed</span>" not in browser.get(url).text:
        return "the desk does not say so"
    record = re.search(r'href="(/desk/records/actions/\d+)">The record', browser.page.text).group(1)
    browser.get(record)
    browser.post(record + "/publish")
    text = own.portal.get("/en/actions/togo-ii-labour-migration/source?fact=activity.1.date").text
    if "corrected this against the page" not in text or "April 2012</bdi></ins>" not in text or "March 2012" not in text:
        return "the public page does not show both"
    activity = re.search(r'href="(/desk/records/activities/\d+)"', browser.get(record).text).group(1)
    history = browser.get(activity + "/history").text
    if "Corrected against the page" not in history or "The report says April" not in history:
        return "the history does not tell it"
    return "" if "Accepted as read" in browser.get(record + "/history").text else "the history lacks what was accepted"


def a_changed_page_proposes_its_differences_and_touches_nothing(portal):
    own = _own(portal)
    report, words = own.take(LATER)
    if report["unchanged"] != 2 or report["updated"] or "wait for review at the desk" not in words:
        return f"{report} {words}"
    browser, url = own.manager, _review_of(own.manager, "Togo II", "changed")
    text = browser.get(url).text
    changes = [fact for fact in _facts(text) if "It tells now" in fact[3]]
    labels = ["Summary (English)", "Duration as printed", "Title (English)", "Date"]
    if [fact[1] for fact in changes] != labels or "Benin" in browser.get("/desk/review?show=changed").text:
        return f"{[fact[1:] for fact in changes]}"
    date = [fact for fact in changes if fact[1] == "Date"][0]
    for told in ("March 2012", "5 March 2012", "April 2012"):
        if told not in date[3]:
            return f"{told} does not stand beside the others: {date[3]}"
    if _public(own.portal)["review"] != "accepted" or "2013-06" not in json.dumps(_public(own.portal)):
        return "the public saw it before it was decided"
    browser.get(url)
    for fact in changes:
        browser.post(url, {"reject" if fact == date else "accept": fact[0]})
    text = browser.get(url).text
    if [fact for fact in _facts(text) if fact[2] == "open"] or "April 2012" not in text:
        return "not decided"
    record = re.search(r'href="(/desk/records/actions/\d+)">The record', text).group(1)
    text = browser.get(record).text
    if "Pages that say different things" not in text or "August 2013" not in text or "June 2013" not in text:
        return "the record does not show both pages"
    again, _ = own.take(LATER)
    changed = browser.get("/desk/review?show=changed").text
    return "" if again["unchanged"] == 2 and "0 actions" in changed else f"the same page again: {again}"


def a_duplicate_organisation_is_merged_and_parted_again(portal):
    own = _own(portal)
    browser = own.manager
    text = browser.get("/desk/duplicates").text
    pair = re.search(r'class="two"><p><a href="(/desk/records/organisations/(\d+))"><bdi>([^<]*).*?'
                     r'href="(/desk/records/organisations/(\d+))"><bdi>([^<]*)', text, re.S)
    if not pair or "a few letters differ" not in text or Page("/desk/duplicates", text).faults:
        return f"not proposed: {Page('/desk/duplicates', text).faults} {re.findall('<bdi>([^<]*)', text)}"
    one, other = pair.group(2), pair.group(5)
    page = browser.get(f"/desk/duplicates/{one}/{other}")
    if Page("versus", page.text).faults or 'name="pick.name"' not in page.text:
        return f"{Page('versus', page.text).faults}"
    versions = dict(re.findall(r'name="(one|other)" value="(\d+)"', page.text))
    browser.post(f"/desk/duplicates/{one}/{other}", versions | {"pick.name": "one"})
    if browser.page.status != 303 or f"organisations/{one}?done=merged" not in browser.page.headers["location"]:
        return f"{browser.page.status} {browser.page.headers}"
    kept = browser.follow().text
    if "Merged into this" not in kept or pair.group(6) not in kept:
        return "the one that stays does not tell it"
    gone = browser.get(pair.group(4))
    if gone.status != 302 or not gone.headers["location"].startswith(pair.group(1)):
        return f"the other does not lead on: {gone.status}"
    if browser.get(pair.group(4) + "?merged=1").status != 200:
        return "the other cannot be looked at"
    if browser.post(f"/desk/duplicates/{one}/{other}", versions).status != 404:
        return "merged twice"
    merge = re.search(r'name="merge" value="(\d+)"', browser.get("/desk/duplicates").text).group(1)
    browser.post("/desk/duplicates", {"merge": merge})
    if browser.page.status != 303 or browser.get(pair.group(4)).status != 200 or "Merged into this" in browser.get(pair.group(1)).text:
        return "not parted"
    browser.get(f"/desk/duplicates/{one}/{other}")
    browser.post(f"/desk/duplicates/{one}/{other}/unlike")
    return "" if f"/desk/duplicates/{one}/{other}" not in browser.get("/desk/duplicates").text else "proposed again"


def a_merged_action_leaves_the_portal_and_its_address_leads_on(portal):
    own = _own(portal)
    browser = own.manager
    togo, benin = (_review_of(browser, name).split("/")[-1] for name in ("Togo II", "Benin"))
    slug = "benin-seals-of-the-border-police"
    page = browser.get(f"/desk/duplicates/{togo}/{benin}").text
    versions = dict(re.findall(r'name="(one|other)" value="(\d+)"', page))
    browser.post(f"/desk/duplicates/{togo}/{benin}", versions)
    if browser.page.status != 303 or "done=merged" not in browser.page.headers["location"]:
        return f"not merged: {browser.page.status} {browser.page.text[:300]}"
    answer = own.portal.get(f"/fr/actions/{slug}")
    if answer.status != 301 or answer.headers["location"] != "/fr/actions/togo-ii-labour-migration":
        return f"{answer.status} {answer.headers.get('location')}"
    if slug in own.portal.get("/en/actions").text or slug in own.portal.command("export", "--format", "jsonl").stdout.decode():
        return "it is still shown"
    if own.portal.get("/en/search?q=seals").text.count(slug):
        return "it is still found"
    merge = re.search(r'name="merge" value="(\d+)"', browser.get("/desk/duplicates").text).group(1)
    browser.post("/desk/duplicates", {"merge": merge})
    if own.portal.get(f"/en/actions/{slug}").status != 200:
        return "it does not come back"
    done = own.portal.command("doctor")
    return "" if done.returncode == 0 else done.stdout.decode()


def who_may_not_review_is_shown_nothing(portal):
    own = _own(portal)
    url = _review_of(own.manager, "Togo II")
    reader = desk._account(own.portal, "eva@review.example", "evaluator")  # pylint: disable=protected-access
    weak = desk._account(own.portal, "otto@review.example", "officer")  # pylint: disable=protected-access
    for browser in (reader, weak):
        browser.get("/desk/account")
        for path in ("/desk/review", url, "/desk/duplicates", "/desk/duplicates/1/2"):
            if browser.get(path).status != 403 or "Togo" in browser.page.text:
                return f"{path}: {browser.page.status}"
        for path in (url, "/desk/duplicates", "/desk/duplicates/1/2", "/desk/duplicates/1/2/unlike"):
            if browser.post(path, {"accept": "all"}).status != 403:
                return f"POST {path}: {browser.page.status}"
    nobody = Browser(own.portal)
    if nobody.get(url).status != 303:
        return f"nobody: {nobody.page.status}"
    return "" if "Review" not in re.findall(r'<nav class="nav".*?</nav>', reader.get("/desk/").text, re.S)[0] else "a way is shown"


def the_script_comes_from_here_and_no_other_may_run(portal):
    own = _own(portal)
    page = own.manager.get(_review_of(own.manager, "Togo II"))
    script = re.search(r'<script src="(/static/[^"]*review[^"]*)" defer>', page.text)
    if not script or "script-src 'self'" not in page.headers["content-security-policy"]:
        return f"{page.headers['content-security-policy']}"
    answer = own.portal.get(script.group(1))
    own.portal.stop()
    return "" if answer.status == 200 and answer.headers["content-type"].startswith("text/javascript") else f"{answer.headers}"
