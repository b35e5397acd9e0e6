# SPDX-License-Identifier: EUPL-1.2
"""machines — what programs ask: listings as data, feed, sitemap, health."""
import csv
import io
import json
import xml.etree.ElementTree as tree

LISTINGS = ("actions", "countries", "regions", "themes", "documents")


def a_listing_as_json_has_its_total_and_its_items(portal):
    wrong = []
    for name in LISTINGS:
        answer = portal.get(f"/en/{name}?format=json")
        data = json.loads(answer.body)
        if {"total", "page", "pages", "items"} - set(data) or "application/json" not in answer.headers["content-type"]:
            wrong.append(f"{name}: {list(data)}")
        elif data["page"] != 1 or not data["items"] or any({"id", "url"} - set(item) for item in data["items"]):
            wrong.append(f"{name}: page {data['page']}, items {data['items'][:1]}")
    return wrong


def the_pages_of_a_listing_add_up_to_its_total(portal):
    first = json.loads(portal.get("/en/actions?format=json").body)
    ids = []
    for number in range(1, first["pages"] + 1):
        ids += [item["id"] for item in json.loads(portal.get(f"/en/actions?format=json&page={number}").body)["items"]]
    same = len(ids) == len(set(ids)) == first["total"]
    return None if same else f"total {first['total']}, found {len(ids)}, {len(set(ids))} different"


def a_listing_as_csv_has_a_header_and_all_its_rows(portal):
    wrong = []
    for name in LISTINGS:
        answer = portal.get(f"/en/{name}?format=csv")
        total = json.loads(portal.get(f"/en/{name}?format=json").body)["total"]
        rows = list(csv.reader(io.StringIO(answer.text, newline=""), strict=True))
        if "text/csv" not in answer.headers["content-type"] or len({len(row) for row in rows}) != 1 or len(rows) - 1 != total:
            wrong.append(f"{name}: {len(rows) - 1} rows of {total}, {answer.headers['content-type']}")
    return wrong


def every_address_of_a_listing_answers(portal):
    items = json.loads(portal.get("/en/actions?format=json").body)["items"]
    return [item["url"] for item in items if portal.get("/" + item["url"].split("/", 3)[-1] if "://" in item["url"]
                                                        else item["url"]).status != 200]


def the_feed_is_well_formed_atom(portal):
    answer = portal.get("/feeds/actions.atom")
    feed = tree.fromstring(answer.body)
    atom = "{http://www.w3.org/2005/Atom}"
    missing = [name for name in ("id", "title", "updated") if feed.find(atom + name) is None]
    entries = feed.findall(atom + "entry")
    if answer.status != 200 or "application/atom+xml" not in answer.headers["content-type"] or missing or not entries:
        return f"{answer.status} {answer.headers.get('content-type')}, missing {missing}, {len(entries)} entries"
    return [entry.findtext(atom + "title") for entry in entries
            if None in (entry.find(atom + "id"), entry.find(atom + "updated"), entry.find(atom + "link"))]


def the_sitemap_names_pages_that_answer(portal):
    answer = portal.get("/sitemap.xml")
    places = [node.text for node in tree.fromstring(answer.body).iter() if node.tag.endswith("}loc")]
    if answer.status != 200 or len(places) < 36:
        return f"{answer.status}, {len(places)} places"
    return [place for place in places[::7] if portal.get("/" + place.split("/", 3)[-1]).status != 200]


def robots_are_told_where_the_sitemap_is(portal):
    answer = portal.get("/robots.txt")
    return None if answer.status == 200 and "Sitemap:" in answer.text else f"{answer.status} {answer.text[:80]}"


def health_is_a_plain_ok_and_never_cached(portal):
    answer = portal.get("/healthz")
    good = answer.status == 200 and "no-store" in answer.headers.get("cache-control", "no-store")
    return None if good else f"{answer.status} {answer.headers}"
