# SPDX-License-Identifier: EUPL-1.2
"""crawl — every link of the portal leads somewhere."""
import html
import re

LIMIT = 900


def every_link_leads_to_a_page(portal):
    waiting, seen, wrong = ["/en/", "/fr/", "/ar/"], set(), []
    while waiting and len(seen) < LIMIT:
        path = waiting.pop(0)
        answer = portal.get(path)
        if answer.status not in (200, 302, 303, 307, 308):
            wrong.append(f"{path}: {answer.status}")
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        ids = set(re.findall(r'\sid="([^"]+)"', answer.text))
        for link in re.findall(r'(?:href|src|action)="([^"]*)"', answer.text):
            link = html.unescape(link)
            if re.match(r"(https?|mailto|data):|//", link):
                continue
            where, _, part = link.partition("#")
            if part and where in ("", path) and part not in ids:
                wrong.append(f"{path} has no place #{part}")
            if not where:
                continue
            where = where if where.startswith("/") else path.split("?")[0] + where if where.startswith("?") else where
            # Filters multiply without end: those of the bare pages are followed, not the filters of filters.
            if where not in seen and not ("?" in path and "?" in where):
                seen.add(where)
                waiting.append(where)
    print(f"# followed {len(seen)} links")
    return wrong[:10] if wrong else (None if len(seen) > 100 else f"only {len(seen)} links")


def every_id_of_a_page_is_there_once(portal):
    wrong = []
    for path in ("/en/", "/en/actions", "/en/map", "/en/statistics", "/en/timeline", "/ar/"):
        ids = re.findall(r'\sid="([^"]+)"', portal.get(path).text)
        wrong += [f"{path}: {name}" for name in set(ids) if ids.count(name) > 1]
    return wrong
