# SPDX-License-Identifier: EUPL-1.2
"""pages — what a person's browser asks. A function returns what is wrong, or nothing."""
import json
import re

from harness import LANGUAGES

LISTS = ("/", "/actions", "/countries", "/regions", "/themes", "/search?q=labour", "/map", "/timeline", "/statistics",
         "/documents")


def every_page_exists_in_every_language(portal):
    return [path for lang in LANGUAGES for path in LISTS if portal.get(f"/{lang}{path}").status != 200]


def get_prints_what_the_server_sends(portal):
    wrong = []
    for path in ("/en/", "/fr/actions", "/ar/countries"):
        printed = portal.command("get", path)
        if printed.returncode != 0 or printed.stdout != portal.get(path).body:
            wrong.append(path)
    return wrong


def a_page_says_its_language_and_direction(portal):
    wrong = []
    for lang in LANGUAGES:
        tag = re.search(r"<html[^>]*>", portal.get(f"/{lang}/").text)
        if not tag or f'lang="{lang}"' not in tag[0] or ('dir="rtl"' in tag[0]) != (lang == "ar"):
            wrong.append(f"{lang}: {tag and tag[0]}")
    return wrong


def the_root_chooses_by_accept_language(portal):
    wrong = []
    for wanted, lang in (("fr-CA,fr;q=0.9,en;q=0.5", "fr"), ("ar", "ar"), ("de,en;q=0.7", "en"), ("zz", "en"),
                         ("en;q=0.1, fr;q=0.8", "fr"), ("fr;q=0, en", "en"), (";;;,,=q=", "en")):
        answer = portal.get("/", Accept_Language=wanted)
        if answer.status not in (302, 303, 307) or not answer.headers.get("location", "").endswith(f"/{lang}/"):
            wrong.append(f"{wanted}: {answer.status} {answer.headers.get('location')}")
    return wrong


def nothing_runs_and_nothing_comes_from_elsewhere(portal):
    wrong = []
    for path in ("/en/", "/en/actions", "/ar/map", "/en/nothing-here", "/static/attache.css"):
        headers = portal.get(path).headers
        policy = headers.get("content-security-policy", "")
        if "default-src 'none'" not in policy or "unsafe" in policy:
            wrong.append(f"{path}: policy {policy}")
        if headers.get("x-content-type-options") != "nosniff" or "referrer-policy" not in headers:
            wrong.append(f"{path}: {headers}")
    return wrong


def no_page_has_scripts_or_styles_inside(portal):
    return [path for path in LISTS if re.search(r"<script(?! type=\"application/)|\sstyle=|\son[a-z]+=|<style",
                                                portal.get(f"/en{path}").text)]


def a_page_not_changed_is_not_sent_again(portal):
    wrong = []
    for path in ("/en/", "/en/actions", "/static/attache.css"):
        first = portal.get(path)
        tag = first.headers.get("etag")
        again = portal.get(path, If_None_Match=tag or "none")
        if not tag or again.status != 304 or again.wire:
            wrong.append(f"{path}: etag {tag}, then {again.status} with {len(again.wire)} bytes")
        if portal.get(path, If_None_Match='"something-else"').status != 200:
            wrong.append(f"{path}: another tag should get the page")
    return wrong


def a_page_is_compressed_for_those_who_can(portal):
    wrong = []
    for path in ("/en/", "/ar/actions", "/static/attache.css"):
        plain, packed = portal.get(path), portal.get(path, Accept_Encoding="gzip, br")
        if packed.headers.get("content-encoding") != "gzip" or packed.body != plain.body:
            wrong.append(f"{path}: not the same page when compressed")
        if "accept-encoding" not in packed.headers.get("vary", "").lower():
            wrong.append(f"{path}: vary {packed.headers.get('vary')}")
        if portal.get(path, Accept_Encoding="gzip;q=0").headers.get("content-encoding"):
            wrong.append(f"{path}: compressed for one who refuses it")
    return wrong


def a_page_and_its_style_weigh_at_most_60_kilobytes(portal):
    style = len(portal.get("/static/attache.css", Accept_Encoding="gzip").wire)
    sizes = {f"/{lang}{path}": style + len(portal.get(f"/{lang}{path}", Accept_Encoding="gzip").wire)
             for lang in LANGUAGES for path in LISTS}
    return [f"{path}: {size}" for path, size in sizes.items() if size > 60_000]


def head_tells_the_same_without_the_body(portal):
    got, head = portal.get("/en/actions"), portal.get("/en/actions", method="HEAD")
    same = all(got.headers.get(name) == head.headers.get(name) for name in ("content-length", "content-type", "etag"))
    return None if head.status == 200 and same and not head.wire else f"{head.status} {head.headers} {len(head.wire)}"


def an_address_that_is_not_there_is_404_in_its_language(portal):
    wrong = []
    for path in ("/en/nothing", "/fr/actions/nothing", "/ar/countries/zz", "/xx/", "/en/regions/nothing",
                 "/en/themes/nothing", "/desk/nothing", "/apis/v1/actions", "/favicon.png"):
        answer = portal.get(path)
        if answer.status != 404 or "text/html" not in answer.headers.get("content-type", ""):
            wrong.append(f"{path}: {answer.status} {answer.headers.get('content-type')}")
    if 'lang="fr"' not in portal.get("/fr/nothing").text:
        wrong.append("/fr/nothing is not in French")
    return wrong


def an_address_that_is_almost_one_leads_to_it(portal):
    wrong = []
    for path, meant in (("/en/actions/", "/en/actions"), ("/fr/statistics//", "/fr/statistics"),
                        ("/actions", "/en/actions"), ("/en/actions/?page=2", "/en/actions?page=2")):
        answer = portal.get(path)
        if answer.status != 302 or answer.headers.get("location") != meant:
            wrong.append(f"{path}: {answer.status} {answer.headers.get('location')}")
    return wrong


def what_has_no_language_in_its_address_has_the_visitors(portal):
    wrong = []
    for lang in (*LANGUAGES, *LANGUAGES):
        leads = portal.get("/actions", Accept_Language=lang).headers.get("location")
        if leads != f"/{lang}/actions":
            wrong.append(f"/actions in {lang}: {leads}")
        if f'lang="{lang}"' not in portal.get("/nothing", Accept_Language=lang).text[:200]:
            wrong.append(f"/nothing is not in {lang}")
    return wrong


def another_method_is_405_and_says_which_are_allowed(portal):
    wrong = []
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = portal.get("/en/actions", method=method, Content_Length="0")
        if answer.status != 405 or "GET" not in answer.headers.get("allow", ""):
            wrong.append(f"{method}: {answer.status} {answer.headers.get('allow')}")
    return wrong


def a_wrong_parameter_is_a_sentence_not_a_failure(portal):
    wrong = []
    for query in ("page=0", "page=-1", "page=x", "page=999999999999999999999", "year=soon", "sort=upwards",
                  "format=docx", "country=ZZZ", "nothing=1", "theme=%ff", "q=%00", "q=" + "a" * 2000):
        answer = portal.get("/en/actions?" + query)
        if answer.status not in (200, 400, 404) or not answer.headers.get("content-type", "").startswith("text/"):
            wrong.append(f"{query[:40]}: {answer.status}")
    return wrong


def a_filter_narrows_the_list_and_filters_add_up(portal):
    def total(query):
        found = re.search(rb'"total":\s*(\d+)', portal.get(f"/en/actions?format=json&{query}").body)
        return int(found[1]) if found else -1
    everything, one, two = total(""), total("country=CV"), total("country=CV&country=BJ")
    return None if everything > two > one > 0 else f"all {everything}, two countries {two}, one {one}"


def the_actions_of_a_region_are_as_many_on_every_page(portal):
    countries, wrong = portal.get("/en/countries").body.decode(), []
    for region in json.loads(portal.get("/en/regions?format=json").body)["items"]:
        here = int(region["actions"])
        shown = json.loads(portal.get(f"/en/regions/{region['id']}?format=json").body)["total"]
        listed = json.loads(portal.get(f"/en/actions?format=json&region={region['id']}").body)["total"]
        group = re.search(rf'/en/regions/{region["id"]}">[^<]*</a><small>(\d+) action', countries)
        if not here == shown == listed or (group and int(group[1]) != here):
            wrong.append(f"{region['id']}: {here}, its page {shown}, the list {listed}, countries {group and group[1]}")
    return wrong


def what_a_visitor_types_is_shown_as_text(portal):
    text = portal.get("/en/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27%3Cimg%20onerror%3Dx%3E").text
    return "the words came back as markup" if "<script>alert" in text or "<img onerror" in text else None


def a_country_is_found_by_any_of_its_names(portal):
    wrong = []
    for name in ("Cape%20Verde", "Cabo%20Verde", "cap-vert", "C%C3%B4te%20d%E2%80%99Ivoire", "Ivory%20Coast",
                 "cote%20divoire", "%D8%A8%D9%86%D9%8A%D9%86"):
        found = portal.get(f"/en/search?q={name}")
        if found.status != 200 or "/en/actions/" not in found.text:
            wrong.append(name)
    return wrong


def a_connection_is_kept_and_requests_are_answered_in_order(portal):
    ask = f"GET /healthz HTTP/1.1\r\nHost: x:{portal.port}\r\n\r\n"
    last = ask.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
    answers = portal.raw((ask + ask + last).encode()).count(b"HTTP/1.1 200")
    return None if answers == 3 else f"{answers} answers to three requests"


def the_source_of_an_action_from_an_html_page_shows_its_text_and_not_its_markup(portal):
    wrong, seen = [], 0
    for item in json.loads(portal.get("/en/actions?format=json").text)["items"]:
        text = portal.get(f"{item['url']}/source").text
        part = text.split('class="facsimile"')[1].split("</div>")[0]
        seen += "neighbourhood.html" in text
        wrong += [f"{item['url']}: {mark}" for mark in ("&lt;/", "&lt;p", "&amp;nbsp;", "&amp;ndash;", "&amp;ocirc;") if mark in part]
    return "; ".join(wrong[:5]) if seen else "no action came from the HTML page"
