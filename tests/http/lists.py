# SPDX-License-Identifier: EUPL-1.2
"""lists — the desk's lists over HTTP: choices with counts, words by class, dates, columns, views, and what waits."""
import html
import re

import desk
import records
from crawl import Page

_manager, _make = records._manager, records._make  # pylint: disable=protected-access


def _committee(portal):
    """Somebody who reads at the desk and does not see what is personal, and may not share."""
    if not hasattr(portal, "reader"):
        portal.reader = desk._account(portal, "rita@lists.example", "committee")  # pylint: disable=protected-access
    return portal.reader


def _total(browser, path):
    page = browser.get(path)
    found = re.search(r'role="status">(\d+)', page.text)
    return int(found.group(1)) if found else f"{path}: {page.status}"


def _options(text, name):
    """Value and count of every option of a choice."""
    select = re.search(rf'<select id="by-{re.escape(name)}".*?</select>', text, re.S)
    pairs = re.findall(r'<option value="([^"]+)"[^>]*>[^<]*\((\d+)\)</option>', select.group(0)) if select else []
    return [(html.unescape(value), int(n)) for value, n in pairs]


def every_choice_tells_how_many_records_it_would_leave(portal):
    browser = _manager(portal)
    for listing, names, query in (("activities", ("type", "legs.country"), "?state=held&period.from=2012"),
                                  ("actions", ("themes", "countries.country", "bodies.organisation"), "?q=migration"),
                                  ("organisations", ("kind",), "?shown=public")):
        text = browser.get(f"/desk/records/{listing}{query}").text
        for name in names:
            options = _options(text, name)
            if not options:
                return f"{listing}: no choice by {name}"
            for value, n in options[:4]:
                left = _total(browser, f"/desk/records/{listing}{query}&{name}={value}")
                if left != n:
                    return f"{listing}{query}&{name}={value}: promised {n}, there are {left}"
    return ""


def a_choice_that_is_made_still_offers_the_others(portal):
    browser = _manager(portal)
    without = dict(_options(browser.get("/desk/records/activities").text, "type"))
    text = browser.get("/desk/records/activities?type=workshop").text
    if dict(_options(text, "type")) != without:
        return "counts of a choice hang on itself"
    return "" if '<option value="workshop" selected>' in text else "what was chosen is not marked"


def words_are_found_in_every_field_that_is_searched(portal):
    browser = _manager(portal)
    url = _make(browser, "activities", action=re.search(r"\d+$", records._first(browser)).group(0), type="workshop",  # pylint: disable=protected-access
                title__fr="L’été à Ségou", objective__en="Plain sealwaxing", legs__1__place="Grönköping")
    for words in ("sealwax", "ETE segou", "gronkoping", "%C3%A9t%C3%A9"):
        if url not in browser.get(f"/desk/records/activities?q={words.replace(' ', '+')}").text:
            return f"{words} is not found"
    if _total(browser, "/desk/records/activities?q=sealwax+elsewhere"):
        return "one word of two is enough"
    return ""


def a_word_in_a_field_that_one_may_not_see_finds_nothing(portal):
    browser, reader = _manager(portal), _committee(portal)
    _make(browser, "persons", family="Quillfeather", given="Ada", email="ada@quill.example")
    action = _make(browser, "actions", place="Benin", title__en="Feathers")
    if _total(browser, "/desk/records/persons?q=quillfeather") != 1 or _total(reader, "/desk/records/persons?q=quillfeather"):
        return "a name is found by who may not see it"
    person = re.search(r"/persons/(\d+)", browser.get("/desk/records/persons?q=quillfeather").text).group(1)
    records._edit(browser, action + "/edit", officer=person)  # pylint: disable=protected-access
    for query in (f"officer={person}", "officer=quillfeather"):
        if _total(browser, f"/desk/records/actions?{query}") != 1:
            return f"{query} does not narrow"
    # The officer is internal, which a committee sees; the name is personal, which it does not.
    if _total(reader, f"/desk/records/actions?officer={person}") != 1 or _total(reader, "/desk/records/actions?officer=quillfeather"):
        return "a linked name is found by who may not see it"
    return "Quillfeather" if "Quillfeather" in reader.get("/desk/records/actions?columns=place.officer").text else ""


def dates_narrow_from_and_to(portal):
    browser = _manager(portal)
    every = _total(browser, "/desk/records/activities")
    before, after = (_total(browser, f"/desk/records/activities?period.{end}") for end in ("to=2011", "from=2012"))
    both = _total(browser, "/desk/records/activities?period.from=2011-06&period.to=2011-07")
    if not 0 < both < before < every or not 0 < after < every:
        return f"{every} {before} {after} {both}"
    return "" if _total(browser, "/desk/records/activities?period.from=soon") == every else "what is no date narrows"


def columns_stand_as_they_were_chosen(portal):
    browser = _manager(portal)
    heads = lambda path: [re.sub("<[^>]*>", "", head) for head in
                          re.findall(r'<th scope="col"[^>]*>(.*?)</th>', browser.get(path).text)]
    if heads("/desk/records/actions?c1=period&c2=&c3=place&c4=period")[:2] != ["Duration as printed", "Place"]:
        return f"{heads('/desk/records/actions?c1=period&c3=place')}"
    if "columns=period.place" not in browser.page.text:
        return "they are not kept in the addresses of the list"
    wrong = heads("/desk/records/actions?columns=objective.nothing")
    return "" if "Objective" not in wrong and wrong[0] == "Place" else f"{wrong}"


def a_view_keeps_what_a_list_shows_and_can_open_it(portal):
    browser, reader = _manager(portal), _committee(portal)
    browser.get("/desk/records/activities?type=workshop&sort=-period&columns=title.period&page=2")
    query = html.unescape(re.search(r'name="query" value="([^"]*)"', browser.page.text).group(1))
    browser.post("/desk/records/activities/views", {"name": "Work <shops>", "query": query})
    where = browser.page.headers.get("location", "")
    if browser.page.status != 303 or "type=workshop" not in where or "page" in where:
        return f"{browser.page.status} {where}"
    text = browser.follow().text
    number = re.search(r"view=(\d+)", where).group(1)
    if "Work &lt;shops&gt;" not in text or "The view is saved" not in text or f'views/{number}/share' not in text:
        return "the list does not show its view"
    if "Work &lt;shops" in reader.get("/desk/records/activities").text:
        return "a view that is not shared is seen by others"
    reader.get("/desk/records/activities")
    for deed in ("delete", "begin", "share"):
        if reader.post(f"/desk/records/activities/views/{number}/{deed}").status == 303:
            return f"somebody else's view: {deed}"
    browser.get(where)
    browser.post(f"/desk/records/activities/views/{number}/begin")
    opened = browser.get("/desk/records/activities")
    if opened.status != 302 or opened.headers["location"] != where.split("&done")[0]:
        return f"the list does not open with it: {opened.status} {opened.headers.get('location')}"
    if browser.get("/desk/records/activities?view=all").status != 200 or "Work &lt;shops&gt;" not in browser.get("/desk/").text:
        return "no way around it, or it is not on the first page"
    browser.get(where)
    browser.post(f"/desk/records/activities/views/{number}/share")
    if "Work &lt;shops&gt;" not in reader.get("/desk/records/activities").text:
        return "shared, and not seen by others"
    if reader.get("/desk/records/activities").status != 200:
        return "shared, and it opens first for everybody"
    browser.get(where)
    browser.post(f"/desk/records/activities/views/{number}/delete")
    gone = browser.get("/desk/records/activities")
    return "" if gone.status == 200 and "Work &lt;shops&gt;" not in gone.text else f"not deleted: {gone.status}"


def a_view_holds_nothing_that_its_list_would_not_ask(portal):
    reader = _committee(portal)
    reader.get("/desk/records/activities")
    for query in ("?view=7&evil=%0d%0aX:y&type=workshop", "//evil.example", "?x=" + "y" * 3000):
        reader.get("/desk/records/activities")
        reader.post("/desk/records/activities/views", {"name": "Odd", "query": query})
        where = reader.page.headers.get("location", "")
        if reader.page.status == 303 and ("evil" in where or "yyy" in where or not where.startswith("/desk/records/activities?")):
            return f"{query[:40]} became {where[:80]}"
    number = re.search(r"view=(\d+)", where or reader.get("/desk/records/activities").text).group(1)
    reader.get("/desk/records/activities")
    reader.post(f"/desk/records/activities/views/{number}/delete")
    return ""


def what_waits_is_counted_as_its_list_shows_it(portal):
    browser = _manager(portal)
    page = browser.get("/desk/to-do")
    rows = re.findall(r'<a href="(/desk/records/[^"]*todo=[^"]*)">[^<]*<span class="num">(\d+)', page.text)
    if len(rows) < 5 or Page("/desk/to-do", page.text).faults:
        return f"{len(rows)} rows; {Page('/desk/to-do', page.text).faults}"
    for path, n in rows:
        if _total(browser, html.unescape(path)) != int(n):
            return f"{path}: {n} is {_total(browser, html.unescape(path))}"
    if rows[0][0] not in browser.get("/desk/").text:
        return "it is not on the first page"
    return "" if _total(browser, "/desk/records/organisations?todo=overdue") == _total(browser, "/desk/records/organisations") \
        else "a rule that does not speak of a kind empties its list"


def what_is_mended_waits_no_more(portal):
    browser = _manager(portal)
    action = re.search(r"\d+$", records._first(browser, "actions", "?state=running")).group(0)  # pylint: disable=protected-access
    url = _make(browser, "activities", action=action, type="workshop", title__en="Seals again", period="2015-02")
    browser.get(url)
    browser.post(url + "/move", {"move": "plan"})
    overdue = "/desk/records/activities?todo=overdue&view=all"
    if url not in browser.get(overdue).text:
        return "planned for a day that is over, and it does not wait"
    browser.get(url)
    browser.post(url + "/move", {"move": "hold"})
    return "" if url not in browser.get(overdue).text else "held, and it still waits"


def an_officer_sees_what_is_his_own(portal):
    officer, _ = desk._strong(portal, "otto@lists.example", "officer")  # pylint: disable=protected-access
    if "Only mine" in officer.get("/desk/records/actions").text or "mine=1" in officer.get("/desk/to-do").text:
        return "who is nobody's officer can ask for his own"
    person = re.search(r"\d+$", _make(officer, "persons", family="Otto", email="OTTO@lists.example")).group(0)
    action = _make(officer, "actions", place="Malta", title__en="His own", officer=person)
    number = re.search(r"\d+$", action).group(0)
    activity = _make(officer, "activities", action=number, type="workshop", title__en="His too", period="2014")
    for path, url in (("actions", action), ("activities", activity)):
        text = officer.get(f"/desk/records/{path}?mine=1").text
        if url not in text or "Only mine" not in text or _total(officer, f"/desk/records/{path}?mine=1") != 1:
            return f"{path} are not told apart"
    return "" if "mine=1" in officer.get("/desk/to-do?mine=1").text else "what waits cannot be asked for by officer"


def a_page_behind_the_last_is_empty_and_no_error(portal):
    browser = _manager(portal)
    for page in ("9", "99999999999", "9223372036854775807", "-1", "x"):
        if browser.get(f"/desk/records/activities?page={page}").status != 200:
            return f"page {page}: {browser.page.status}"
    return ""


def scripts_of_a_list_are_its_own(portal):
    page = _manager(portal).get("/desk/records/actions?view=all")
    address = re.search(r'<script src="(/static/list\.js\?v=[0-9a-f]+)" defer>', page.text)
    if not address or re.search(r"<script(?! src=)|\son[a-z]+=|javascript:", page.text):
        return "no script, or one inside the page"
    script = portal.get(address.group(1))
    if script.status != 200 or not script.headers["content-type"].startswith("text/javascript"):
        return f"{script.status} {script.headers}"
    if "<script" in portal.get("/en/actions").text:
        return "the portal has a script"
    return "" if "script-src 'self'" in page.headers["content-security-policy"] else "the policy forbids it"
