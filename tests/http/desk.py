# SPDX-License-Identifier: EUPL-1.2
"""desk — people and rights over HTTP: who gets in, who stays out, and what ends a session."""
import json
import pathlib
import re
import time

from browser import Browser, code_of

GOOD = "quiet river under seven bridges"
OTHER = "eleven lamps along a harbour"


def _user(portal, *words):
    done = portal.command("user", *words)
    return done.stdout.decode(), done.stderr.decode(), done.returncode


def _path(link):
    return "/" + link.strip().split("/", 3)[3]


def _account(portal, email, roles="officer", password=GOOD):
    """An account with a password, made by its invitation; answers its browser, signed in."""
    link, wrong, status = _user(portal, "add", email, "--role", roles)
    if status:
        raise AssertionError(wrong)
    browser = Browser(portal)
    browser.get(_path(link))
    answer = browser.post(_path(link), {"password": password, "again": password})
    if answer.status != 303:
        raise AssertionError(f"the link answers {answer.status}: {answer.text[:300]}")
    return browser


def _strong(portal, email, roles):
    """An account with a second factor; answers its browser and its secret."""
    browser = _account(portal, email, roles)
    browser.get("/desk/account/factor")
    browser.post("/desk/account/factor", {"current": GOOD})
    secret = re.search(r'<code dir="ltr">([A-Z2-7 ]+)</code>', browser.follow().text).group(1).replace(" ", "")
    # The code of the step before: that of now stays for signing in.
    answer = browser.post("/desk/account/factor/confirm", {"code": code_of(secret, time.time() - 30)})
    if answer.status != 200 or answer.text.count("<li><code>") != 10:
        raise AssertionError(f"the second factor answers {answer.status}")
    browser.codes = re.findall(r"<li><code>([a-z0-9-]+)</code>", answer.text)
    return browser, secret


def the_console_shows_a_link_that_makes_the_first_administrator_once(portal):
    log = (portal.folder / "server.log").read_text()
    links = re.findall(r"http://\S+(/desk/link/[0-9a-f]{64})", log)
    if len(links) != 1:
        return f"the console shows {links}"
    browser = Browser(portal)
    page = browser.get(links[0])
    if page.status != 200 or "no-store" not in page.headers["cache-control"]:
        return f"the link answers {page.status} {page.headers}"
    fields = {"email": "Boss@Example.org", "name": "The Boss", "password": "short", "again": "short"}
    page = browser.post(links[0], fields)
    if page.status != 422 or 'value="Boss@Example.org"' not in page.text or "short" in page.text.split("<form")[-1].split("</form")[0]:
        return "a short password is taken, or what was typed is lost, or the password is shown"
    page = browser.post(links[0], fields | {"password": GOOD, "again": GOOD})
    if page.status != 303 or page.headers["location"] != "/desk/":
        return f"a good one answers {page.status}"
    home = browser.follow()
    if "The Boss" not in home.text or "Administrator" not in home.text:
        return "home does not say who I am"
    again = Browser(portal)
    again.get(links[0])
    if again.page.status != 410:
        return f"the link works again: {again.page.status}"
    again.get("/desk/sign-in")
    again.post(links[0], fields | {"email": "other@example.org", "password": GOOD, "again": GOOD})
    return "" if again.page.status == 410 else "the used link takes a form"


def signing_in_opens_the_desk_and_leads_back_to_the_page_that_was_wanted(portal):
    _account(portal, "anna@example.org")
    browser = Browser(portal)
    page = browser.get("/desk/account")
    if page.status != 303 or page.headers["location"] != "/desk/sign-in?next=%2Fdesk%2Faccount":
        return f"{page.status} {page.headers.get('location')}"
    browser.follow()
    page = browser.post("/desk/sign-in", {"email": "ANNA@example.org ", "password": GOOD, "next": "/desk/account"})
    if page.status != 303 or page.headers["location"] != "/desk/account":
        return f"{page.status} {page.headers}"
    return "" if browser.follow().status == 200 else "the page stays closed"


def a_foreign_address_is_never_gone_to(portal):
    browser = Browser(portal)
    for wanted in ("https://evil.example/", "//evil.example", "/desk//evil.example", "/desk/\\evil", "/en/", "desk/",
                   "/desk/%0d%0aSet-Cookie:a=b", "/desk/\r\nX: y"):
        browser.get("/desk/sign-in")
        page = browser.post("/desk/sign-in", {"email": "anna@example.org", "password": GOOD, "next": wanted})
        if page.status != 303 or page.headers["location"] not in ("/desk/", wanted) or "evil" in page.headers["location"]:
            return f"{wanted}: {page.status} {page.headers.get('location')}"
        browser.get("/desk/")
        browser.post("/desk/sign-out")
    return ""


def a_wrong_password_and_an_unknown_address_are_told_alike(portal):
    texts = []
    for email in ("anna@example.org", "nobody@example.org", "no address"):
        browser = Browser(portal)
        browser.get("/desk/sign-in")
        page = browser.post("/desk/sign-in", {"email": email, "password": "wrong wrong wrong"})
        if page.status != 403 or f'value="{email}"' not in page.text or "wrong wrong" in page.text:
            return f"{email}: {page.status}"
        if browser.get("/desk/").status != 303:
            return "it opens the desk"
        texts.append(re.search(r'role="alert"[^>]*>([^<]+)', page.text).group(1))
    return "" if len(set(texts)) == 1 else f"{texts}"


def a_session_token_is_new_at_sign_in_and_stands_in_no_address(portal):
    browser = Browser(portal)
    planted = "a" * 64
    browser.cookies["attache"] = planted
    browser.get("/desk/sign-in")
    page = browser.post("/desk/sign-in", {"email": "anna@example.org", "password": GOOD})
    token = browser.cookies["attache"]
    if page.status != 303 or token == planted or not re.fullmatch("[0-9a-f]{64}", token):
        return f"{page.status} {token}"
    for flag in ("HttpOnly", "SameSite=Lax", "Path=/"):
        if flag not in browser.set_cookie:
            return f"the cookie lacks {flag}: {browser.set_cookie}"
    if token in page.headers["location"] or token in browser.follow().text:
        return "the token is shown"
    fixed = Browser(portal)
    fixed.cookies["attache"] = planted
    return "" if fixed.get("/desk/").status == 303 else "a planted token opens the desk"


def signing_out_ends_the_session_for_whoever_has_its_cookie(portal):
    browser = Browser(portal)
    browser.sign_in("anna@example.org", GOOD)
    thief = Browser(portal)
    thief.cookies = dict(browser.cookies)
    browser.get("/desk/")
    if thief.get("/desk/").status != 200:
        return "the copy does not work before"
    browser.post("/desk/sign-out")
    return "" if thief.get("/desk/").status == 303 else "the copy works after signing out"


def disabling_an_account_ends_its_sessions_within_a_second(portal):
    browser = _account(portal, "dora@example.org")
    if browser.get("/desk/").status != 200:
        return "it is not open"
    _user(portal, "disable", "dora@example.org")
    begin = time.monotonic()
    while browser.get("/desk/").status == 200:
        if time.monotonic() - begin > 1:
            return "it is open after a second"
    answer = Browser(portal).sign_in("dora@example.org", GOOD)
    return "" if answer.status == 403 else f"a disabled account signs in: {answer.status}"


def after_five_wrong_passwords_the_account_rests(portal):
    _account(portal, "tess@example.org")
    browser = Browser(portal)
    for _ in range(5):
        if browser.sign_in("tess@example.org", "wrong wrong wrong").status != 403:
            return f"{browser.page.status}"
    page = browser.sign_in("tess@example.org", GOOD)
    if page.status != 429 or page.headers.get("retry-after") != "900" or "quarter of an hour" not in page.text:
        return f"the right one answers {page.status} {page.headers}"
    return "" if Browser(portal).sign_in("anna@example.org", GOOD).status == 303 else "others rest too"


def a_second_factor_is_set_up_asked_for_and_works_once(portal):
    browser, secret = _strong(portal, "fay@example.org", "administrator")
    if browser.get("/desk/people").status != 200:
        return "the session is not strong after the set-up"
    other = Browser(portal)
    other.sign_in("fay@example.org", GOOD)
    if other.page.headers.get("location", "")[:10] != "/desk/code" or other.get("/desk/").status != 303:
        return "the password alone opens the desk"
    other.get("/desk/code")
    if other.post("/desk/code", {"code": "000000"}).status != 403:
        return "a wrong code is taken"
    before = other.cookies["attache"]
    code = code_of(secret)
    if other.post("/desk/code", {"code": code}).status != 303 or other.get("/desk/people").status != 200:
        return "the right code is not taken"
    if other.cookies["attache"] == before:
        return "the token stays the same"
    replay = Browser(portal)
    replay.sign_in("fay@example.org", GOOD)
    replay.follow()
    if replay.post("/desk/code", {"code": code}).status != 403:
        return "a code works twice"
    if replay.post("/desk/code", {"code": browser.codes[0].upper().replace("-", " ")}).status != 303:
        return "a recovery code is not taken"
    again = Browser(portal)
    again.sign_in("fay@example.org", GOOD)
    again.follow()
    return "" if again.post("/desk/code", {"code": browser.codes[0]}).status == 403 else "a recovery code works twice"


def strong_rights_need_the_second_factor(portal):
    browser = _account(portal, "adam@example.org", "administrator")
    page = browser.get("/desk/people")
    return "" if page.status == 403 and "/desk/account/factor" in page.text else f"{page.status}"


def recovery_goes_by_a_link_that_ends_all_sessions(portal):
    old = _account(portal, "rita@example.org")
    browser = Browser(portal)
    for email in ("rita@example.org", "nobody@example.org"):
        browser.get("/desk/recover")
        page = browser.post("/desk/recover", {"email": email})
        if page.status != 303 or "on its way" not in browser.follow().text:
            return f"{email}: {page.status}"
    boss, _ = _strong(portal, "bea@example.org", "administrator")
    page = boss.get("/desk/mail")
    number = re.search(r'/desk/mail/(\d+)"><bdi lang="en">A new password', page.text)
    if not number or "nobody@example.org" in page.text:
        return "the queue does not have the mail, or has one to nobody"
    link = re.search(r"/desk/link/[0-9a-f]{64}", boss.get(f"/desk/mail/{number.group(1)}").text).group(0)
    browser.get(link)
    if browser.post(link, {"password": OTHER, "again": OTHER}).status != 303 or browser.get("/desk/").status != 200:
        return "the link does not let in"
    if old.get("/desk/").status != 303:
        return "the old session lives"
    if Browser(portal).sign_in("rita@example.org", GOOD).status != 403:
        return "the old password still works"
    return "" if Browser(portal).get(link).status == 410 else "the link works twice"


def a_new_password_needs_the_old_one_and_ends_the_other_sessions(portal):
    browser = _account(portal, "paul@example.org")
    other = Browser(portal)
    other.sign_in("paul@example.org", GOOD)
    browser.get("/desk/account")
    page = browser.post("/desk/account/password", {"current": "wrong wrong wrong", "password": OTHER, "again": OTHER})
    if page.status != 422:
        return f"without the old one: {page.status}"
    page = browser.post("/desk/account/password", {"current": GOOD, "password": "password123456", "again": "password123456"})
    if page.status != 422 or "tried first" not in page.text:
        return f"a common one: {page.status}"
    page = browser.post("/desk/account/password", {"current": GOOD, "password": OTHER, "again": OTHER})
    if page.status != 303 or browser.follow().status != 200:
        return f"a good one: {page.status}"
    return "" if other.get("/desk/").status == 303 else "the other session lives"


def sessions_are_listed_and_ended_one_by_one(portal):
    browser = _account(portal, "sam@example.org")
    other = Browser(portal)
    other.sign_in("sam@example.org", GOOD)
    page = browser.get("/desk/account")
    ids = re.findall(r'name="session" value="(\d+)"', page.text)
    if len(ids) != 1:
        return f"{ids}"
    browser.post("/desk/account/sessions", {"session": ids[0]})
    if other.get("/desk/").status != 303 or browser.get("/desk/").status != 200:
        return "the wrong one ended"
    stranger = Browser(portal)
    stranger.sign_in("anna@example.org", GOOD)
    mine = re.findall(r'name="session" value="(\d+)"', browser.get("/desk/account").text)
    stranger.get("/desk/account")
    for number in range(1, 60):
        stranger.post("/desk/account/sessions", {"session": str(number)})
    return "" if browser.get("/desk/").status == 200 else f"a stranger ended my session {mine}"


def people_are_invited_given_roles_and_disabled(portal):
    boss, _ = _strong(portal, "cleo@example.org", "administrator")
    boss.get("/desk/people")
    page = boss.post("/desk/people", [("email", "neu@example.org"), ("name", "<b>Neu</b>"), ("language", "ar"),
                                      ("role", "officer"), ("role", "finance"), ("role", "public"), ("role", "god")])
    if page.status != 303 or "&lt;b&gt;Neu" not in boss.follow().text:
        return f"{page.status}"
    page = boss.post("/desk/people", {"email": "neu@example.org"})
    if page.status != 422 or "already" not in page.text:
        return f"twice: {page.status}"
    number = re.search(r'/desk/people/(\d+)"><bdi>neu@', boss.get("/desk/people").text).group(1)
    boss.get(f"/desk/people/{number}")
    boss.post(f"/desk/people/{number}", {"name": "Neu", "role": "evaluator"})
    boss.post(f"/desk/people/{number}/state", {"state": "disabled"})
    people = json.loads(portal.command("user", "list", "--format", "json").stdout)
    found = [one for one in people if one["email"] == "neu@example.org"][0]
    if (found["name"], found["roles"], found["disabled"], found["language"]) != ("Neu", ["evaluator"], True, "ar"):
        return f"{found}"
    history = boss.get(f"/desk/people/{number}").text
    return "" if "officer finance" in history and "cleo@example.org" in history else "history does not tell it"


def every_form_refuses_a_foreign_or_missing_token(portal):
    rows = json.loads(portal.command("user", "rights", "--routes", "--format", "json").stdout)
    forms = [row["address"].replace("{}", "1") for row in rows if row["method"] == "POST" and row["address"].startswith("/desk/")]
    if len(forms) < 15:
        return f"only {forms}"
    browser, _ = _strong(portal, "mia@example.org", "administrator")
    stranger = Browser(portal)
    stranger.sign_in("anna@example.org", GOOD)
    foreign = stranger.get("/desk/account") and stranger.csrf
    before = portal.command("user", "list", "--format", "json").stdout
    browser.get("/desk/account")
    good = browser.csrf
    port = portal.port
    for address in forms:
        for name, fields, headers in (
                ("none", {"csrf": None}, {}), ("empty", {"csrf": ""}, {}), ("another's", {"csrf": foreign}, {}),
                ("stale", {"csrf": "0" * 32}, {}), ("longer", {"csrf": good + "0"}, {}),
                ("foreign origin", {"csrf": good}, {"Origin": "https://evil.example"}),
                ("no origin", {"csrf": good}, {"Origin": "null"}),
                ("near origin", {"csrf": good}, {"Origin": f"http://127.0.0.1.evil.example:{port}"}),
                ("other site", {"csrf": good}, {"Sec_Fetch_Site": "cross-site"}),
                ("sister site", {"csrf": good}, {"Sec_Fetch_Site": "same-site"})):
            page = browser.post(address, {"password": OTHER, **fields}, **headers)
            if page.status != 403:
                return f"{address} with {name}: {page.status}"
            browser.csrf = good
    # The control: the same form with everything right is taken.
    page = browser.post("/desk/account", {"name": "Mia", "language": "fr"}, Origin=f"http://127.0.0.1:{port}",
                        Sec_Fetch_Site="same-origin")
    if page.status != 303:
        return f"the good form: {page.status}"
    now = portal.command("user", "list", "--format", "json").stdout
    return "" if before == now.replace(b'"name":"Mia"', b'"name":null').replace(
        b'"name":null,"roles":["administrator"],"language":"fr"', b'"name":null,"roles":["administrator"],"language":"en"') \
        else "something changed"


def each_role_may_open_exactly_what_the_table_says(portal):
    rows = json.loads(portal.command("user", "rights", "--routes", "--format", "json").stdout)
    shown = [row for row in rows if row["method"] == "GET" and row["address"].startswith("/desk/")
             and "{}" not in row["address"]]
    roles = ["requester", "focal-point", "expert", "officer", "coordinator", "finance", "manager", "committee",
             "evaluator", "administrator"]
    for row in shown:
        status = Browser(portal).get(row["address"]).status
        if (status == 303 and row["address"] != "/desk/code") == ("public" in row["roles"]):
            return f"nobody at {row['address']}: {status}"
    for role in roles:
        email = f"{role}@matrix.example"
        _user(portal, "add", email, "--role", role)
        for row in shown:
            done = portal.command("get", "--head", "--as", email, row["address"])
            status = int(done.stdout.split()[0])
            if (status < 400) != (role in row["roles"]):
                return f"{role} at {row['address']}: {status}"
    return ""


def desk_pages_are_kept_by_nobody(portal):
    browser = Browser(portal)
    browser.sign_in("anna@example.org", GOOD)
    for path in ("/desk/", "/desk/account", "/desk/rights", "/desk/sign-in", "/desk/nothing", "/desk/people"):
        page = browser.get(path)
        if page.headers.get("cache-control") != "no-store" or "etag" in page.headers:
            return f"{path}: {page.status} {page.headers.get('cache-control')}"
        if "set-cookie" in Browser(portal).get("/en/actions").headers:
            return "the portal sets a cookie"
    return ""


def sign_ins_hold_nobody_up(portal):
    """While passwords are compared in children, pages are answered in between."""
    import threading
    slow = []

    def try_passwords():
        browser = Browser(portal)
        browser.get("/desk/sign-in")
        for i in range(4):
            browser.post("/desk/sign-in", {"email": f"x{i}@example.org", "password": "wrong wrong wrong"})
            slow.append(browser.page.status)
    threads = [threading.Thread(target=try_passwords) for _ in range(3)]
    for thread in threads:
        thread.start()
    read = [portal.get("/en/").status for _ in range(20)]
    for thread in threads:
        thread.join()
    return "" if set(read) == {200} and set(slow) <= {403, 429, 503} else f"{read} {slow}"


def a_copy_of_the_database_holds_no_second_factor(portal):
    browser, secret = _strong(portal, "vera@example.org", "officer")
    key = pathlib.Path(portal.db + "-key")
    if key.stat().st_mode & 0o777 != 0o600 or key.stat().st_size != 32:
        return f"the key's file is {key.stat()}"
    copy = portal.folder / "stolen.db"
    portal.command("backup", str(copy))
    bytes_ = copy.read_bytes()
    if secret.encode() in bytes_ or key.read_bytes() in bytes_:
        return "the copy holds the secret or the key"
    lost = key.rename(portal.folder / "lost-key")
    try:
        later = Browser(portal)
        answer = later.sign_in("vera@example.org", GOOD, secret)
        if answer.status < 400 or "location" in answer.headers:
            return f"without the key a code answers {answer.status}"
        answer = later.post("/desk/code", {"code": browser.codes[0]})
        if answer.status != 303:
            return f"without the key a recovery code answers {answer.status}"
    finally:
        lost.rename(key)
    return ""
