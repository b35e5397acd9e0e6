# SPDX-License-Identifier: EUPL-1.2
"""sheets — lists as files over HTTP: taken away, brought back, looked at as a diff, accepted; many records at once."""
import csv
import html
import io
import re
import zipfile

import desk
import records
from crawl import Page

PLACES = "/desk/records/places"


def _manager(portal):
    return records._manager(portal)  # pylint: disable=protected-access


def _place(browser, name):
    url = records._make(browser, "places", name__en=name, kind="city", country="BJ")  # pylint: disable=protected-access
    return int(url.split("/")[-1])


def _bring(browser, url, name=None, data=b"", pasted="", csrf=None):
    """A form with a file, as a browser sends it."""
    parts = [("csrf", None, browser.csrf if csrf is None else csrf), ("pasted", None, pasted)]
    if name is not None:
        parts.append(("file", name, data))
    body = b""
    for field, filename, value in parts:
        head = f'Content-Disposition: form-data; name="{field}"' + (f'; filename="{filename}"' if filename is not None else "")
        value = value.encode() if isinstance(value, str) else value
        body += b"--xyzzy\r\n" + head.encode() + b"\r\n\r\n" + value + b"\r\n"
    return browser._request("POST", url, body + b"--xyzzy--\r\n",  # pylint: disable=protected-access
                            Content_Type="multipart/form-data; boundary=xyzzy")


def _export(browser, query):
    answer = browser.get(f"{PLACES}/export?format=csv{query}")
    return list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))))


def _write(rows):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def _ticks(text, only_checked=True):
    pattern = r'name="row" value="([^"]+)"' + (" checked" if only_checked else "")
    return [("row", value) for value in re.findall(pattern, text)]


def _accept(browser, kind=PLACES, only_checked=True):
    page = browser.get(f"{kind}/import/check")
    return browser.post(f"{kind}/import/check", _ticks(page.text, only_checked))


def _speak(browser, lang):
    browser.get("/desk/account")
    browser.post("/desk/account", {"name": "", "language": lang})


def _tally(text):
    return [int(n) for n in re.findall(r"<span>(\d+)", re.search(r'class="meta tallies".*?</p>', text, re.S).group(0))]


def a_list_is_taken_away_as_it_is_narrowed(portal):
    browser = _manager(portal)
    for name in ("=1+1 Harbour", "Sheet Cove", "Sheet Bay"):
        _place(browser, name)
    answer = browser.get(f"{PLACES}/export?format=csv&q=sheet")
    rows = list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))))
    if answer.headers["content-type"] != "text/csv; charset=utf-8" or "attachment" not in answer.headers["content-disposition"]:
        return f"{answer.headers}"
    if answer.headers["cache-control"] != "no-store" or len(rows) != 3 or rows[0][:4] != ["id", "version", "state", "name.en"]:
        return f"{answer.headers} {rows}"
    if not all(cells[0] != "=" for row in _export(browser, "&q=1%2B1") for cells in row if cells):
        return "a cell begins like a formula"
    page = browser.get(f"{PLACES}?q=sheet").text
    return "" if "/export?q=sheet&amp;format=xlsx" in page and f'href="{PLACES}/import"' in page else "the list does not offer it"


def a_workbook_has_labels_lists_and_paths_and_runs_from_right_to_left_in_arabic(portal):
    browser = _manager(portal)
    _speak(browser, "ar")
    book = zipfile.ZipFile(io.BytesIO(browser.get(f"{PLACES}/export?format=xlsx&q=sheet").wire))
    _speak(browser, "en")
    sheets = re.findall(r'<sheet name="([^"]+)"[^>]*?(hidden)?"? r:id', book.read("xl/workbook.xml").decode())
    one = book.read("xl/worksheets/sheet1.xml").decode()
    if len(sheets) != 3 or 'rightToLeft="1"' not in one or "<dataValidation " not in one or "<f>" in one:
        return f"{sheets} {one[:600]}"
    two = book.read("xl/worksheets/sheet2.xml").decode()
    return "" if "name.en" in two and "بنين" in book.read("xl/worksheets/sheet3.xml").decode() + one else "paths or names lack"


def what_was_taken_away_comes_back_unchanged(portal):
    browser = _manager(portal)
    for fmt in ("csv", "xlsx"):
        data = browser.get(f"{PLACES}/export?format={fmt}").wire
        browser.get(f"{PLACES}/import")
        answer = _bring(browser, f"{PLACES}/import", f"places.{fmt}", data)
        if answer.status != 303 or answer.headers["location"] != f"{PLACES}/import/check":
            return f"{fmt}: {answer.status} {answer.headers.get('location')} {answer.text[-600:]}"
        tally = _tally(browser.follow().text)
        if tally[:4] != [0, 0, 0, 0] or tally[4] < 3:
            return f"{fmt}: {tally}"
    return ""


def changed_new_and_wrong_rows_are_seen_first_and_accepted_one_by_one(portal):
    browser = _manager(portal)
    rows = _export(browser, "&q=sheet")
    at = rows[0].index("name.fr")
    rows[1][at], rows[2][at] = "La crique <b>", "La baie"
    rows.append(["", "", "", "Sheet Point"] + [""] * (len(rows[0]) - 4))
    rows[-1][rows[0].index("kind")], rows[-1][rows[0].index("country")] = "Town", "Bénin"
    rows.append(["", "", "", "Sheet Nowhere"] + [""] * (len(rows[0]) - 4))
    browser.get(f"{PLACES}/import")
    _bring(browser, f"{PLACES}/import", "C:\\lists\\places.csv", _write(rows))
    page = browser.follow()
    if _tally(page.text) != [1, 2, 0, 1, 0]:
        return f"{_tally(page.text)} {re.findall('class=.wrong.>(.*?)</li>', page.text)}"
    if "La crique &lt;b&gt;" not in page.text or "places.csv" not in page.text or "C:" in page.text:
        return "the diff lacks a value, or shows a folder"
    if Page(PLACES, page.text).faults:
        return f"{Page(PLACES, page.text).faults}"
    if "La crique" in browser.get(f"{PLACES}/export?format=csv").text:
        return "something was saved already"
    ticks = _ticks(page.text)
    browser.get(f"{PLACES}/import/check")
    if browser.post(f"{PLACES}/import/check", [ticks[0]]).status != 303 or _tally(browser.follow().text)[:2] not in ([0, 2], [1, 1]):
        return f"one row: {_tally(browser.page.text)}"
    browser.post(f"{PLACES}/import/check", ticks)
    rest = browser.follow().text
    if _tally(rest)[:4] != [0, 0, 0, 1] or "Look at them again" not in rest:
        return f"the rest: {_tally(rest)}"
    text = browser.get(f"{PLACES}/export?format=csv&q=sheet").text
    if "La baie" not in text or "Sheet Point" not in text or text.count("Sheet Point") != 1 or "Sheet Nowhere" in text:
        return "not all is saved, or too much"
    history = browser.get(f"{PLACES}/{rows[1][0]}/history").text
    return "" if "Brought in a table" in history and "places.csv" in history else "the history does not tell"


def a_row_that_others_changed_is_shown_and_not_ticked(portal):
    browser = _manager(portal)
    number = _place(browser, "Contested")
    other, _ = desk._strong(portal, "sam@sheets.example", "officer")  # pylint: disable=protected-access
    table = f"id\tversion\tname.en\tname.ar\n{number}\t1\tMine\tميناء\n"
    browser.get(f"{PLACES}/import")
    _bring(browser, f"{PLACES}/import", pasted=table)
    seen = _ticks(browser.follow().text)
    records._edit(other, f"{PLACES}/{number}/edit", name__en="Theirs")  # pylint: disable=protected-access
    browser.get(f"{PLACES}/import/check")
    browser.post(f"{PLACES}/import/check", seen)
    page = browser.follow()
    if "Mine" in browser.get(f"{PLACES}/{number}").text:
        return "what somebody wrote meanwhile is written over"
    page = browser.get(f"{PLACES}/import/check")
    if _tally(page.text)[2] != 1 or _ticks(page.text) or "Theirs" not in page.text:
        return f"no conflict: {_tally(page.text)}"
    _accept(browser, only_checked=False)
    text = browser.get(f"{PLACES}/{number}").text
    return "" if "Mine" in text and "ميناء" in text else "accepted and not saved"


def a_waiting_table_outlives_the_session_and_is_nobody_elses(portal):
    browser = _manager(portal)
    browser.get(f"{PLACES}/import")
    _bring(browser, f"{PLACES}/import", pasted="id,name.en,kind,country\n,Waiting Place,city,BJ\n")
    other, _ = desk._strong(portal, "tom@sheets.example", "officer")  # pylint: disable=protected-access
    if other.get(f"{PLACES}/import/check").headers.get("location") != f"{PLACES}/import" or "Waiting" in other.get(f"{PLACES}/import").text:
        return "another account sees it"
    if "is not accepted yet" not in browser.get(f"{PLACES}/import").text:
        return "it is not told that it waits"
    browser.post(f"{PLACES}/import/forget")
    return "" if browser.get(f"{PLACES}/import/check").status == 303 else "it cannot be put away"


def headings_that_are_not_known_are_asked_for_once(portal):
    browser = _manager(portal)
    table = "Name of the spot;Sort;Pays\nAsked Place;city;Togo\n"
    browser.get(f"{PLACES}/import")
    _bring(browser, f"{PLACES}/import", pasted=table)
    page = browser.follow()
    if not browser.page.text or "Name of the spot" not in page.text or page.text.count('list="fields"') != 3:
        return f"{page.status}: the columns are not asked for"
    if Page(PLACES, page.text).faults:
        return f"{Page(PLACES, page.text).faults}"
    wrong = browser.post(f"{PLACES}/import/columns", {"c0": "Weather", "c1": "Kind", "c2": "country"})
    if wrong.status != 422 or "aria-invalid" not in wrong.text:
        return f"{wrong.status}: a name of nothing is taken"
    browser.post(f"{PLACES}/import/columns", {"c0": "Nom (anglais)", "c1": "Kind", "c2": "country"})
    if _tally(browser.follow().text)[0] != 1:
        return f"{_tally(browser.page.text)}"
    browser.get(f"{PLACES}/import")
    again = _bring(browser, f"{PLACES}/import", pasted=table)
    return "" if again.headers["location"].endswith("/check") else "it is asked for again"


def what_is_no_table_is_refused_and_nothing_breaks(portal):
    browser = _manager(portal)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("xl/workbook.xml", b" " * (40 << 20))
    many, out = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(many, "w") as z:
        for i in range(600):
            z.writestr(f"f{i}", b"x")
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("../evil.xml", b"x")
    cases = {"bomb.xlsx": bomb.getvalue(), "many.xlsx": many.getvalue(), "out.xlsx": out.getvalue(), "torn.xlsx": b"PK\3\4torn",
             "torn.csv": b'a,"b\n', "binary.csv": bytes(range(256)) * 10, "empty.csv": b"", "head.csv": b"id,name.en\n"}
    for name, data in cases.items():
        browser.get(f"{PLACES}/import")
        answer = _bring(browser, f"{PLACES}/import", name, data)
        if answer.status != 422 or 'role="alert"' not in answer.text:
            return f"{name}: {answer.status}"
    browser.get(f"{PLACES}/import")
    if browser.post(f"{PLACES}/import", {"file": "x"}).status != 422:
        return "a form without a file"
    if _bring(browser, f"{PLACES}/import", pasted="id,name.en\n,x\n", csrf="0" * 32).status != 403:
        return "a form without its token is taken"
    head = f"POST {PLACES}/import HTTP/1.1\r\nHost: 127.0.0.1:{portal.port}\r\nConnection: close\r\nContent-Length: {17 << 20}\r\n\r\n"
    return "" if b" 413 " in portal.raw(head.encode())[:20] else "there is no end to a body"


def what_a_role_may_not_see_is_in_no_file_and_taken_from_none(portal):
    manager = _manager(portal)
    action = records._first(manager, "actions").split("/")[-1]  # pylint: disable=protected-access
    url = records._make(manager, "activities", action=action, type="workshop", title__en="Zulu sheet", cost="987654321",  # pylint: disable=protected-access
                        notes="An internal remark")
    number = url.split("/")[-1]
    officer, _ = desk._strong(portal, "una@sheets.example", "officer")  # pylint: disable=protected-access
    reader, _ = desk._strong(portal, "vic@sheets.example", "committee")  # pylint: disable=protected-access
    for browser, hidden in ((officer, "987654321"), (reader, "987654321")):
        for fmt in ("csv", "xlsx"):
            data = browser.get(f"/desk/records/activities/export?format={fmt}&q=zulu").wire
            text = data.decode() if fmt == "csv" else "".join(
                z.read(n).decode() for z in [zipfile.ZipFile(io.BytesIO(data))] for n in z.namelist())
            if hidden in text or ">cost<" in text or ",cost" in text or "Zulu" not in text:
                return f"{fmt}: the cost is in it, or nothing is"
    officer.get("/desk/records/activities/import")
    _bring(officer, "/desk/records/activities/import", pasted=f"id,cost,title.en\n{number},1,Zulu sheet\n")
    if officer.page.headers["location"].endswith("/check"):
        return "a column that is not seen is known"
    for path in ("/import", "/import/check", "/import/columns"):
        if reader.get("/desk/records/activities" + path).status != 403:
            return f"who may not write opens {path}"
    if reader.post(f"{PLACES}/bulk", {"all": "all"}).status != 403 or "/import" in reader.get(PLACES).text:
        return "who may not write changes many"
    regions = "/desk/records/facilities"
    if officer.get(regions + "/import").status != 404 or "Bring a table" in officer.get(regions).text:
        return "who may not change the kind brings a table"
    return "" if portal.get("/desk/records/actions/export?format=csv").status == 303 else "nobody takes a list away"


def many_records_are_changed_at_once_and_seen_before(portal):
    browser = _manager(portal)
    numbers = [_place(browser, f"Bulk {i}") for i in range(3)]
    page = browser.get(f"{PLACES}?q=bulk")
    if page.text.count('name="record"') != 3:
        return "the rows cannot be ticked"
    ticked = [("record", str(numbers[0])), ("record", str(numbers[1]))]
    page = browser.post(f"{PLACES}/bulk?q=bulk", ticked)
    if page.status != 200 or "Change 2 records" not in page.text:
        return f"{page.status}"
    page = browser.post(f"{PLACES}/bulk?q=bulk", ticked + [("field", "country")])
    if Page(PLACES, page.text).faults or '<select id="f-country"' not in page.text:
        return f"{Page(PLACES, page.text).faults} or no control"
    if browser.post(f"{PLACES}/bulk/check?q=bulk", ticked + [("field", "country"), ("how", "set"), ("country", "")]).status != 422:
        return "no value is taken for one"
    browser.post(f"{PLACES}/bulk/check?q=bulk", ticked + [("field", "country"), ("how", "set"), ("country", "TG"), ("why", "They moved")])
    if _tally(browser.follow().text)[:2] != [0, 2]:
        return f"{_tally(browser.page.text)}"
    _accept(browser)
    text = browser.get(f"{PLACES}/export?format=csv&q=bulk").text
    if text.count(",TG,") != 2 or text.count(",BJ,") != 1:
        return text
    return "" if "They moved" in browser.get(f"{PLACES}/{numbers[0]}/history").text else "the reason is lost"


def values_are_added_to_many_and_taken_away_again(portal):
    browser = _manager(portal)
    everything = [("all", "all"), ("field", "spellings")]
    for how, value, wanted in (("add", "Old name", 3), ("add", "Older name", 3), ("add", "Old name", 0), ("empty", "", 3)):
        browser.get(f"{PLACES}?q=bulk")
        browser.post(f"{PLACES}/bulk/check?q=bulk", everything + [("how", how), ("spellings", value)])
        page = browser.follow()
        if _tally(page.text)[1] != wanted:
            return f"{how} {value}: {_tally(page.text)}"
        if wanted:
            _accept(browser)
        text = browser.get(f"{PLACES}/export?format=csv&q=bulk").text
        if how == "add" and value == "Older name" and (text.count("Old name") != 3 or text.count("Older name") != 3):
            return "one took the place of the other"
    return "" if "Old name" not in text else "they are not emptied"


def a_step_is_made_by_many_with_its_reason(portal):
    browser = _manager(portal)
    browser.get(f"{PLACES}?q=bulk")
    browser.post(f"{PLACES}/bulk/check?q=bulk", [("all", "all"), ("move", "retire")])
    page = browser.follow().text
    if _tally(page)[3] != 3 or "This step asks for a reason." not in html.unescape(page):
        return f"without a reason: {_tally(page)}"
    browser.post(f"{PLACES}/bulk/check?q=bulk", [("all", "all"), ("move", "retire"), ("why", "Out of use")])
    browser.follow()
    _accept(browser)
    rows = _export(browser, "&q=bulk")
    return "" if all(row[2] == "retired" for row in rows[1:]) else f"{rows}"


def several_actions_are_published_together(portal):
    browser, actions = _manager(portal), "/desk/records/actions"
    query = "?state=closed&q=a"
    browser.get(actions + query)
    browser.post(f"{actions}/bulk/check{query}", [("all", "all"), ("field", "lessons"), ("how", "set"), ("lessons", "Told together.")])
    if _tally(browser.follow().text)[1] < 2:
        return f"{_tally(browser.page.text)}"
    _accept(browser, actions)
    page = browser.get(actions + query).text
    if "changed since" not in page:
        return "the list does not say that they differ"
    browser.post(f"{actions}/bulk/check{query}", [("all", "all"), ("move", "publish")])
    wanted = _tally(browser.follow().text)[1]
    _accept(browser, actions)
    browser.get(actions + query)
    browser.post(f"{actions}/bulk/check{query}", [("all", "all"), ("move", "publish")])
    left = _tally(browser.follow().text)
    return "" if wanted > 1 and left[1] == 0 else f"{wanted} {left}"


def a_long_table_is_accepted_whole(portal):
    browser = _manager(portal)
    table = "name.en,kind,country\n" + "".join(f"Long {i},city,BJ\n" for i in range(250))
    browser.get(f"{PLACES}/import")
    _bring(browser, f"{PLACES}/import", "long.csv", table.encode())
    page = browser.follow().text
    mark = re.search(r'name="all" value="([0-9a-f]{16})"', page)
    if not mark or len(_ticks(page)) != 100:
        return f"{mark} {len(_ticks(page))}"
    browser.post(f"{PLACES}/import/check", {"all": "0" * 16})
    if "Long 1" in browser.get(f"{PLACES}/export?format=csv&q=long+1").text:
        return "what was not seen is saved"
    browser.get(f"{PLACES}/import/check")
    browser.post(f"{PLACES}/import/check", {"all": mark.group(1)})
    if browser.page.headers["location"] != f"{PLACES}?done=rows":
        return f"{browser.page.headers['location']}"
    there = sum(any(re.fullmatch(r"Long \d+", cell) for cell in row) for row in _export(browser, "&q=long"))
    return "" if there == 250 else f"{there} of 250 are there"


def every_page_of_sheets_is_well_made_in_every_language(portal):
    browser, wrong = _manager(portal), []
    for lang, fmt in (("fr", "csv"), ("ar", "xlsx"), ("en", "xlsx")):
        _speak(browser, lang)
        for kind in records.KINDS:
            answer = browser.get(f"/desk/records/{kind}/export?format={fmt}")
            wrong += [f"{kind} {fmt}: {answer.status}"] if answer.status != 200 else []
            page = browser.get(f"/desk/records/{kind}/import")
            wrong += [f"{kind} {lang}: {fault}" for fault in Page(f"/desk/records/{kind}/import", page.text).faults]
            answer = _bring(browser, f"/desk/records/{kind}/import", f"a.{fmt}", answer.wire)
            if answer.status == 303:
                main = browser.follow().text.split("<main")[1]
                wrong += [f"{kind} {lang} {fmt}: rows differ"] if "<tr>" in main or "tallies" not in main else []
    return "; ".join(wrong[:5])
