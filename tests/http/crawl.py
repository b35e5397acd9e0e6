# SPDX-License-Identifier: EUPL-1.2
"""crawl — every page that a visitor can reach by links: it is there, it is well made, it is light."""
import html
import html.parser
import re

from harness import LANGUAGES, ROOT

PAGES_MAX = 6000
# Of one page with other filters, or of the source with other facts, this many are walked in the languages after the first.
QUERIES_MAX = 4
WEIGHT_MAX = 60_000
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Elements that end a paragraph by themselves, so that its own end tag would stand alone.
BLOCKS = {"address", "article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "form", "h1", "h2", "h3",
          "h4", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul"}
POINTERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "headers")


class Page(html.parser.HTMLParser):
    """What one page says of itself: faults of its mark-up, its places, its links."""

    def __init__(self, path, text):
        super().__init__(convert_charrefs=True)
        self.path, self.faults, self.open = path, [], []
        self.ids, self.links, self.named, self.title = set(), [], [], ""
        self.feed(text)
        self.close()
        self.faults += [f"{tag} is not closed" for tag in self.open]
        self.faults += [f"{how} names {name}, which is not there" for how, name in self.named if name not in self.ids]
        if not self.title.strip():
            self.faults.append("no title")

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        self.faults += [f"{name} twice on one {tag}" for name in {name for name in names if names.count(name) > 1}]
        if "p" in self.open and tag in BLOCKS:
            self.faults.append(f"{tag} inside p")
        if tag in ("a", "form", "button", "label") and tag in self.open:
            self.faults.append(f"{tag} inside {tag}")
        for name, value in attrs:
            self.see(tag, name, value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def see(self, tag, name, value):
        if name == "id":
            if value in self.ids or not value or re.search(r"\s", value):
                self.faults.append(f"the id {value!r} is empty, has a blank or is there twice")
            self.ids.add(value)
        elif name in POINTERS:
            self.named += [(f"{tag} {name}", one) for one in value.split()]
        elif name in ("href", "src", "action", "srcset", "poster", "data"):
            self.links.append((tag, value))
        elif name == "style" or name.startswith("on"):
            self.faults.append(f"{tag} has {name}")

    def handle_endtag(self, tag):
        if tag in VOID or not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1] if self.open else 'nothing'}, line {self.getpos()[0]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] == "title" and "svg" not in self.open:
            self.title += data


class Walk:
    """All pages from the three home pages on, following links but not the filters of filters."""

    def __init__(self, portal):
        self.portal, self.origin = portal, f"http://127.0.0.1:{portal.port}"
        self.status, self.pages, self.weight, self.elsewhere = {}, {}, {}, []
        self.style, self.queries = {}, {}
        waiting = [f"/{lang}/" for lang in LANGUAGES]
        self.seen = set(waiting)
        while waiting and len(self.status) < PAGES_MAX:
            waiting += self.visit(waiting.pop(0))

    def visit(self, path):
        answer = self.portal.get(path, Accept_Encoding="gzip")
        self.status[path] = answer.status
        if "text/html" not in answer.headers.get("content-type", ""):
            self.style[path] = len(answer.wire)
            return []
        page = self.pages[path] = Page(path, answer.text)
        self.weight[path] = len(answer.wire)
        fresh = []
        for tag, link in page.links:
            where = self.inside(page, tag, link)
            if where and where not in self.seen and not ("?" in path and "?" in where) and not self.enough(where):
                self.seen.add(where)
                fresh.append(where)
        return fresh

    def enough(self, where):
        bare, mark, _ = where.partition("?")
        self.queries[bare] = self.queries.get(bare, 0) + bool(mark)
        return bool(mark) and self.queries[bare] > QUERIES_MAX and not bare.startswith(f"/{LANGUAGES[0]}/")

    def inside(self, page, tag, link):
        """The path of a link to this portal, without its part; None for what leads elsewhere."""
        if link.startswith(self.origin):
            link = link[len(self.origin):]
        elif re.match(r"[a-z]+:|//", link):
            # A reader may follow a link to elsewhere; a browser may load nothing from there.
            if tag != "a" and not link.startswith("data:"):
                self.elsewhere.append(f"{page.path}: {tag} {link}")
            return None
        where = link.partition("#")[0]
        if where.startswith("?"):
            where = page.path.partition("?")[0] + where
        elif where and not where.startswith("/"):
            page.faults.append(f"a relative address: {link}")
        return where


WALKS = {}


def _walk(portal):
    if portal not in WALKS:
        WALKS[portal] = Walk(portal)
    return WALKS[portal]


def every_link_leads_to_a_page(portal):
    walk = _walk(portal)
    print(f"# followed {len(walk.status)} links, {len(walk.pages)} pages")
    wrong = [f"{path}: {status}" for path, status in walk.status.items() if status not in (200, 301, 302, 303, 307, 308)]
    return wrong[:10] or (None if 500 < len(walk.status) < PAGES_MAX else f"{len(walk.status)} links")


def every_place_that_a_link_names_is_on_its_page(portal):
    walk, wrong = _walk(portal), set()
    for page in walk.pages.values():
        for _, link in page.links:
            where, _, part = link.removeprefix(walk.origin).partition("#")
            where = page.path.partition("?")[0] + where if where.startswith("?") else where or page.path
            target = walk.pages.get(where)
            if part and target and part not in target.ids:
                wrong.add(f"{where}#{part}")
    return sorted(wrong)[:10]


def every_page_is_well_formed(portal):
    faults = {}
    for page in _walk(portal).pages.values():
        for fault in page.faults:
            faults.setdefault(fault, []).append(page.path)
    return [f"{fault} ({len(paths)} pages, {paths[0]})" for fault, paths in faults.items()][:12]


def every_page_loads_nothing_from_elsewhere(portal):
    return _walk(portal).elsewhere[:10]


def every_page_weighs_at_most_60_kilobytes_with_its_style(portal):
    walk = _walk(portal)
    style = sum(size for path, size in walk.style.items() if path.startswith("/static/"))
    heaviest = max(walk.weight, key=walk.weight.get)
    print(f"# the heaviest is {heaviest}: {walk.weight[heaviest]} bytes and {style} of style and mark")
    return [f"{path}: {size + style}" for path, size in walk.weight.items() if size + style > WEIGHT_MAX][:10]


def every_address_of_the_program_was_walked_in_every_language(portal):
    patterns = re.findall(r'GET\("([^"]+)"', (ROOT / "src" / "web" / "routes.c").read_text())
    walked, wrong = [path.partition("?")[0] for path in _walk(portal).status], []
    for pattern in patterns:
        for lang in LANGUAGES if pattern.startswith("/{lang}/") else (LANGUAGES[0],):
            shape = re.escape(pattern).replace(r"\{lang\}", lang).replace(r"\{\}", "[^/]+")
            if not any(re.fullmatch(shape, path) for path in walked):
                wrong.append(f"{pattern} in {lang}")
    # The demo portfolio has no files; files.py brings some and asks for them.
    return [one for one in wrong if one not in ("/ in en", "/files/{}/{} in en", "/healthz in en", "/robots.txt in en", "/sitemap.xml in en", "/{lang} in en")] or (
        None if len(patterns) > 15 else f"{len(patterns)} routes are known")
