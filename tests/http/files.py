# SPDX-License-Identifier: EUPL-1.2
"""files — what is brought to the desk over HTTP: which files are kept, who may have them, what is never lost."""
import hashlib
import io
import json
import re
import sqlite3
import subprocess
import sys
import time
import urllib.parse
import zipfile

import desk
import records
from browser import Browser, code_of

# pylint: disable=protected-access

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f0005000"
                    "1ff56c7256b0000000049454e44ae426082")


def _multipart(fields, files):
    """The body of a form that brings files: {control: (name, type, bytes)}."""
    mark, body = "----a-mark-of-its-own", b""
    for name, value in fields:
        body += f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    for name, (filename, kind, content) in files.items():
        body += (f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
                 f"Content-Type: {kind}\r\n\r\n").encode() + content + b"\r\n"
    return body + f"--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"


def _send(browser, url, fields, files):
    body, kind = _multipart([("csrf", browser.csrf)] + list(fields), files)
    return browser._request("POST", url, body, Content_Type=kind)


def _bring(browser, name, content, kind="application/pdf", **values):
    """A new document with this file; answers the page that comes back."""
    url = "/desk/records/documents/new/edit"
    values = {"title.en": "Paper " + name, "kind": "report"} | {key.replace("__", "."): value for key, value in values.items()}
    fields = [(key, values.get(key, value)) for key, value in records._form(browser.get(url).text) if not key.startswith("upload.")]
    return _send(browser, url, fields, {"upload.file": (name, kind, content)})


def _document(browser, name, content, **values):
    """The address of a new document with this file."""
    page = _bring(browser, name, content, **values)
    if page.status != 303:
        raise AssertionError(f"{name}: {page.status} {re.findall('class=.wrong.>([^<]*)', page.text)}")
    return page.headers["location"].split("?")[0]


def _address(content, name, before="/desk"):
    return f"{before}/files/{hashlib.sha256(content).hexdigest()}/{urllib.parse.quote(name)}"


def _office(kind):
    """An office document as small as they come."""
    parts = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
    types = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        if kind in types:
            packed.writestr("mimetype", f"application/vnd.oasis.opendocument.{types[kind]}")
            packed.writestr("content.xml", "<x/>")
        elif kind in parts:
            packed.writestr("[Content_Types].xml", "<Types/>" * 30)
            packed.writestr("_rels/.rels", "<Relationships/>")
            packed.writestr(parts[kind], "<x/>")
        else:
            packed.writestr("notes.txt", "notes")
    return out.getvalue()


def a_file_is_kept_with_its_record_and_comes_back_byte_for_byte(portal):
    browser = records._manager(portal)
    url = _document(browser, "Plan d’été.pdf", PDF)
    text = browser.get(url).text
    address = re.search(r'href="(/desk/files/[^"]+)"', text).group(1)
    if address != _address(PDF, "Plan d’été.pdf") or "PDF, 1 KB" not in text:
        return f"{address}: the page does not say what it is"
    answer = browser.get(address)
    if answer.status != 200 or answer.body != PDF or answer.headers["content-type"] != "application/pdf":
        return f"{answer.status} {answer.headers}"
    for name, value in (("content-disposition", "attachment; filename=\"Plan_d"), ("x-content-type-options", "nosniff"),
                        ("cache-control", "no-store"), ("content-security-policy", "sandbox")):
        if value not in answer.headers.get(name, ""):
            return f"{name}: {answer.headers}"
    if "filename*=UTF-8''Plan%20d%E2%80%99%C3%A9t%C3%A9.pdf" not in answer.headers["content-disposition"]:
        return "its name is lost"
    return ""


def every_type_of_the_list_is_taken_and_served_as_what_it_is(portal):
    browser, wrong = records._manager(portal), []
    texts = {"txt": b"Some words.\n", "csv": b"a,b\n1,2\n3,4\n", "png": PNG,
             "svg": b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>\n',
             "jpg": bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb0043000302") + bytes(60) + b"\xff\xd9",
             "webp": b"RIFF\x24\x00\x00\x00WEBPVP8 \x18\x00\x00\x000\x01\x00\x9d\x01\x2a\x01\x00\x01\x00\x02\x00\x34\x25\xa4\x00\x03p"}
    for kind in ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "zip", *texts):
        content = PDF if kind == "pdf" else texts.get(kind) or _office(kind)
        page = _bring(browser, "a." + kind, content)
        if page.status != 303:
            wrong.append(f"{kind}: {page.status} {re.findall('class=.wrong.>([^<]*)', page.text)}")
            continue
        # The PDF is kept already under another name: the first stays.
        address = re.search(r'href="(/desk/files/[^"]+)"', browser.follow().text).group(1)
        answer = browser.get(address + "?show=1")
        shown = "attachment" not in answer.headers.get("content-disposition", "")
        if answer.body != content or shown != (kind in ("pdf", "png", "jpg", "webp")) or "sandbox" not in answer.headers["content-security-policy"]:
            wrong.append(f"{kind}: {answer.status} {answer.headers}")
    return "; ".join(wrong)


def a_file_that_is_not_what_its_name_says_is_refused_and_nothing_else_is_lost(portal):
    browser = records._manager(portal)
    program = b"MZ" + bytes(200)
    for name, content in (("a.pdf", program), ("a.png", PDF), ("a.txt", b"<!DOCTYPE html><html><body><script>x</script></body></html>"),
                          ("a.docx", _office("zip")), ("a.jpg", b"GIF89a" + bytes(60)), ("a.exe", program), ("a.html", b"<html>"),
                          ("a", PDF), ("a.pdf.php", PDF), ("a.pdf", b"")):
        page = _bring(browser, name, content, title__en="A title to keep")
        if page.status != 422 or 'value="A title to keep"' not in page.text or 'href="#f-file"' not in page.text:
            return f"{name}: {page.status}"
    return ""


def a_file_that_is_kept_stays_when_something_else_in_the_form_is_wrong(portal):
    browser = records._manager(portal)
    content = PDF + b"% another\n"
    page = _bring(browser, "kept.pdf", content, date="yesterday")
    digest = hashlib.sha256(content).hexdigest()
    if page.status != 422 or f'name="file" value="{digest}"' not in page.text or "kept.pdf" not in page.text:
        return f"{page.status}: it must be chosen again"
    fields = [(name, "2024" if name == "date" else value) for name, value in records._form(page.text) if not name.startswith("upload.")]
    page = _send(browser, "/desk/records/documents/new/edit", fields, {})
    return "" if page.status == 303 and "kept.pdf" in browser.follow().text else f"{page.status}"


def names_that_climb_and_names_that_hide_are_cleaned(portal):
    browser = records._manager(portal)
    for number, (name, kept) in enumerate((("../../../etc/passwd.pdf", "passwd.pdf"), ("C:\\\\Temp\\\\plan.pdf", "plan.pdf"),
                                           ("inv\u202efdp.pdf", "invfdp.pdf"))):
        content = PDF + b"%%%d\n" % number
        text = browser.get(_document(browser, name, content)).text
        if _address(content, kept) not in text:
            return f"{name}: {re.findall('/desk/files/[^<]*', text)}"
    return ""


def a_file_that_is_too_large_is_refused(portal):
    browser = records._manager(portal)
    page = _bring(browser, "large.pdf", PDF + bytes(32 * 1024 * 1024))
    if page.status != 422 or "32 MB" not in page.text:
        return f"{page.status}"
    page = _bring(browser, "huge.pdf", PDF + bytes(34 * 1024 * 1024))
    return "" if page.status in (0, 413) else f"{page.status}"


def a_digest_that_nobody_brought_is_refused(portal):
    browser = records._manager(portal)
    page = records._edit(browser, "/desk/records/documents/new/edit", title__en="X", kind="report", file="a" * 64)
    if page.status != 422 or "choose it again" not in page.text:
        return f"{page.status}"
    page = records._edit(browser, "/desk/records/documents/new/edit", title__en="X", kind="report", file="../../etc/passwd")
    return "" if page.status == 422 else f"{page.status}"


def a_file_is_had_at_the_desk_alone_until_its_document_is_cleared_and_when_it_is_withdrawn(portal):
    browser = records._manager(portal)
    content = PDF + b"% for the public\n"
    url = _document(browser, "public.pdf", content, title__en="A guide for everybody", title__fr="Un guide")
    address, inside = _address(content, "public.pdf", ""), _address(content, "public.pdf")
    listed = lambda: "A guide for everybody" in portal.get("/en/documents").text
    if portal.get(address).status != 404 or listed():
        return "it is public before it is cleared"
    if Browser(portal).get(inside).status != 303:
        return "nobody has it at the desk"
    browser.get(url)
    browser.post(url + "/move", {"move": "clear"})
    answer = portal.get(address)
    if answer.status != 200 or answer.body != content or "attachment" not in answer.headers["content-disposition"]:
        return f"cleared: {answer.status} {answer.headers}"
    if not listed() or address not in portal.get("/en/documents").text or "Un guide" not in portal.get("/fr/documents").text:
        return "the page of documents lacks it"
    items = json.loads(portal.get("/en/documents?format=json").text)["items"]
    if not any(item["kind"] == "document" and item["url"].endswith(address) for item in items) or \
            address not in portal.get("/en/documents?format=csv").text:
        return "the data of the page lack it"
    tag = answer.headers["etag"]
    if portal.get(address, If_None_Match=tag).status != 304:
        return "it is sent again to who has it"
    part = portal.get(address, Range="bytes=0-7")
    if part.status != 206 or part.body != content[:8] or part.headers["content-range"] != f"bytes 0-7/{len(content)}":
        return f"a part of it: {part.status} {part.headers}"
    if portal.get(address.replace("public.pdf", "other.html")).status != 404:
        return "it is had under any name"
    browser.get(url)
    browser.post(url + "/move", {"move": "withdraw", "why": "An error in it"})
    if portal.get(address).status != 404 or listed():
        return "it is public after it was withdrawn"
    browser.get(url)
    browser.post(url + "/move", {"move": "redraft"})
    browser.post(url + "/move", {"move": "clear"})
    browser.get(url)
    browser.post(url + "/delete")
    return "" if portal.get(address).status == 404 and not listed() else "it is public though deleted"


def a_file_is_taken_away_and_brought_back_by_going_back(portal):
    browser = records._manager(portal)
    content = PDF + b"% to be replaced\n"
    url = _document(browser, "first.pdf", content, title__en="To be replaced")
    fields = [pair for pair in records._form(browser.get(url + "/edit").text) if not pair[0].startswith("upload.")]
    if _send(browser, url + "/edit", fields + [("drop", "file")], {}).status != 303 or "first.pdf" in browser.get(url).text.split("<aside")[0]:
        return "it does not go"
    if browser.get(_address(content, "first.pdf")).status != 404:
        return "it is had though no record holds it"
    browser.get(url)
    browser.post(url + "/undo", {"version": "1"})
    browser.get(url)
    return "" if browser.get(_address(content, "first.pdf")).body == content else "it does not come back"


def the_doctor_finds_a_file_that_is_missing_or_altered_and_a_restored_backup_has_it(portal):
    browser = records._manager(portal)
    content = PDF + b"% for the doctor\n"
    _document(browser, "doctor.pdf", content)
    digest = hashlib.sha256(content).hexdigest()
    place = portal.folder / "attache.db-files" / digest[:2] / digest
    backup = portal.folder / "backup.db"
    done = portal.command("backup", str(backup))
    if done.returncode or (portal.folder / "backup.db-files" / digest[:2] / digest).read_bytes() != content:
        return f"the backup lacks it: {done.stderr.decode()}"
    place.write_bytes(content[:-1] + b"!")
    if "file.altered" not in portal.command("doctor").stdout.decode():
        return "altered and not found"
    if portal.command("backup", str(portal.folder / "other.db")).returncode == 0:
        return "a damaged file goes into a backup unsaid"
    place.unlink()
    told = portal.command("doctor")
    if "file.missing" not in told.stdout.decode() or "doctor.pdf" not in told.stdout.decode() or told.returncode != 1:
        return "missing and not found"
    place.write_bytes(content)
    if "file." in portal.command("doctor").stdout.decode():
        return "mended and still told"
    restored = portal.folder / "restored.db"
    program, portal.db = portal.db, str(restored)
    try:
        done = portal.command("restore", str(backup))
        told = portal.command("doctor")
    finally:
        portal.db = program
    return "" if done.returncode == 0 and told.returncode == 0 else f"{done.stderr.decode()} {told.stdout.decode()}"


# ---- what is kept beside a record, and what comes back


def _note(browser, url, text):
    """Writes a note on the record's page; answers the page that it leads to."""
    browser.get(url)
    about = url.split("/")[-1]
    return browser.post("/desk/records/notes/new/edit", {"about": about, "text": text})


def _asides(text, kind):
    return re.findall(r'<li id="aside-(\d+)">(.*?)</li>', text.split(f'id="{kind}"')[1].split("</section>")[0], re.S)


def a_note_stands_on_the_page_of_its_record_with_who_and_when_the_newest_first(portal):
    browser = records._manager(portal)
    url = records._make(browser, "places", name__en="Quay", kind="city", country="BJ")
    page = _note(browser, url, "The <b>quay</b> is closed\non Mondays")
    if page.status != 303 or page.headers["location"] != url + "?done=saved#note":
        return f"{page.status} {page.headers}"
    _note(browser, url, "Open again")
    text = browser.get(url).text
    said = _asides(text, "note")
    if len(said) != 2 or "Open again" not in said[0][1] or "The &lt;b&gt;quay&lt;/b&gt; is closed\non Mondays" not in said[1][1]:
        return f"{said}"
    if "olga@records.example" not in said[0][1] or "UTC" not in said[0][1]:
        return "who and when"
    history = browser.get(url + "/history").text
    if "Note: Made" not in history or "Open again" not in history:
        return "the history lacks it"
    if _note(browser, url, "").status != 422 or _note(browser, "/desk/records/places/99999", "x").status != 422:
        return "a note without text, or about nothing"
    return "" if _note(browser, "/desk/records/notes/" + said[0][0], "x").status == 422 else "a note about a note"


def a_note_is_changed_and_deleted_by_who_wrote_it_alone_and_comes_back_by_undo(portal):
    browser = records._manager(portal)
    other, _ = desk._strong(portal, "nina@files.example", "officer")
    url = records._make(browser, "places", name__en="Pier", kind="city", country="BJ")
    _note(browser, url, "Mine alone")
    number = _asides(browser.get(url).text, "note")[0][0]
    note = f"/desk/records/notes/{number}"
    text = other.get(url).text
    if "Mine alone" not in text or note + "/edit" in text or note + "/delete" in text:
        return "another is shown a way to change it, or does not see it"
    if other.get(note + "/edit").status != 404 or other.post(note + "/edit", {"text": "Theirs", "version": "1"}).status != 404:
        return "another changes it"
    other.get(url)
    if other.post(note + "/delete").status != 404 or other.post(note + "/undo", {"version": "1"}).status != 404:
        return "another deletes it"
    if records._edit(browser, note + "/edit", text="Mine and better").status != 303 or "Mine and better" not in browser.follow().text:
        return "its author cannot change it"
    browser.get(url)
    browser.post(note + "/delete")
    page = browser.follow()
    if "Mine and better" in page.text.split("<aside")[0] or f'action="{note}/delete"' not in page.text or ">Undo<" not in page.text:
        return "deleting does not offer to undo it"
    browser.post(note + "/delete")
    return "" if "Mine and better" in browser.follow().text.split("<aside")[0] else "it does not come back"


def an_attachment_is_brought_on_the_page_of_its_record_and_is_never_public(portal):
    browser = records._manager(portal)
    content = PDF + b"% a letter\n"
    url = records._make(browser, "organisations", name__en="Harbour office", kind="ministry", country="TG")
    browser.get(url)
    page = _send(browser, "/desk/records/attachments/new/edit", [("about", url.split("/")[-1]), ("title", "")],
                 {"upload.file": ("Letter of May.pdf", "application/pdf", content)})
    if page.status != 303:
        return f"{page.status} {re.findall('class=.wrong.>([^<]*)', page.text)}"
    attached = _asides(browser.follow().text, "attachment")
    if len(attached) != 1 or "Letter of May.pdf" not in attached[0][1] or "PDF, 1 KB" not in attached[0][1]:
        return f"{attached}"
    inside = _address(content, "Letter of May.pdf")
    if browser.get(inside).body != content or portal.get(_address(content, "Letter of May.pdf", "")).status != 404:
        return "it is not had at the desk, or by everybody"
    reader = desk._account(portal, "requester@files.example", "requester")
    return "" if reader.get(inside).status in (403, 404) else f"a requester has it: {reader.page.status}"


def what_is_deleted_offers_to_be_brought_back_and_stands_in_a_list_of_its_own(portal):
    browser = records._manager(portal)
    url = records._make(browser, "themes", vocabulary="DAC", code="15999", label__en="To be deleted")
    browser.get(url)
    browser.post(url + "/delete")
    page = browser.follow()
    if "It can be brought back" not in page.text or ">Undo<" not in page.text:
        return "its page does not offer it"
    listing = browser.get("/desk/records/themes").text
    if "To be deleted" in listing or "?state=deleted" not in listing:
        return "it is in the list, or the list does not lead to it"
    if "To be deleted" not in browser.get("/desk/records/themes?state=deleted").text:
        return "it is not among the deleted ones"
    browser.get(url + "?done=deleted")
    browser.post(url + "/delete")
    return "" if "To be deleted" in browser.get("/desk/records/themes").text else "it does not come back"


def what_is_sent_when_the_session_has_ended_is_given_back_after_signing_in(portal):
    # Sessions rest after half an hour: the last sign of life is moved back by hand.
    writer, secret = desk._strong(portal, "vera@files.example", "officer")
    url = records._make(writer, "places", name__en="Mole", kind="city", country="BJ")
    pairs = [(name, "The long mole" if name == "name.en" else value) for name, value in records._form(writer.get(url + "/edit").text)]
    with sqlite3.connect(portal.db) as database:
        database.execute("UPDATE session SET seen_at = seen_at - 4000, created_at = created_at - 4000")
    page = writer.post(url + "/edit", pairs)
    if page.status != 303 or not page.headers["location"].startswith("/desk/sign-in?done=kept&next="):
        return f"{page.status} {page.headers}"
    back = urllib.parse.unquote(page.headers["location"].split("next=")[1])
    if "is kept for a day" not in writer.follow().text:
        return "the sign-in does not say that it is kept"
    thief = desk._account(portal, "thief@files.example", "officer")
    if thief.get(back).status != 404:
        return "another account reads it"
    writer.post("/desk/sign-in", {"email": "vera@files.example", "password": desk.GOOD, "next": back})
    writer.follow()
    writer.post("/desk/code", {"code": code_of(secret, time.time() + 30), "next": back})
    if writer.page.headers.get("location") != back:
        return f"it does not lead there: {writer.page.status} {writer.page.headers}"
    text = writer.follow().text
    if "The long mole" not in text or f'action="{url}/edit"' not in text:
        return "it is not shown"
    kept = [(name, value) for name, value in records._form(text) if name != "csrf"]
    # It is looked at in its form first, and nothing is saved by that.
    look = writer.post(url + "/edit", kept + [("look", "1")])
    if look.status != 200 or 'value="The long mole"' not in look.text or "The long mole" in writer.get(url).text.split("<aside")[0]:
        return f"looking at it: {look.status}"
    writer.get(back)
    if writer.post(url + "/edit", kept).status != 303 or "The long mole" not in writer.follow().text:
        return f"sending it: {writer.page.status}"
    return "" if writer.get(back).status == 404 else "it is still kept"


def only_forms_of_records_are_kept_over_the_end_of_a_session(portal):
    person = desk._account(portal, "pia@files.example", "officer")
    person.get("/desk/account")
    with sqlite3.connect(portal.db) as database:
        database.execute("UPDATE session SET seen_at = seen_at - 4000, created_at = created_at - 4000")
    page = person.post("/desk/account/password", {"current": "secret words", "password": "x", "again": "x"})
    with sqlite3.connect(portal.db) as database:
        kept = database.execute("SELECT count(*) FROM kept_form WHERE body LIKE '%secret%'").fetchone()[0]
    portal.manager = None
    del portal.manager
    return "" if page.status == 403 and not kept else f"{page.status}, {kept} kept"


def a_register_that_is_busy_loses_nothing_that_was_typed(portal):
    portal.manager, _ = desk._strong(portal, "olga2@records.example", "manager")
    browser = portal.manager
    url = records._make(browser, "places", name__en="Dock", kind="city", country="BJ")
    pairs = [(name, "The <busy> dock" if name == "name.en" else value) for name, value in records._form(browser.get(url + "/edit").text)]
    # The writers' turn is taken by another process: two bytes of the lock file (db/lock.h).
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, portal.db + "-lock"], stdout=subprocess.PIPE)
    try:
        holder.stdout.readline()
        page = browser.post(url + "/edit", pairs)
    finally:
        holder.kill()
        holder.wait()
    if page.status != 503 or 'value="The &lt;busy&gt; dock"' not in page.text or "save again in a few seconds" not in page.text:
        return f"{page.status}"
    return "" if browser.post(url + "/edit", pairs).status == 303 else f"afterwards: {browser.page.status}"


HOLDER = """
import fcntl, struct, sys, time
lock = open(sys.argv[1], "r+b")
fcntl.fcntl(lock, 37, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0))
print("held", flush=True)
time.sleep(30)
"""
