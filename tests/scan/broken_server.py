# SPDX-License-Identifier: EUPL-1.2
"""broken_server — the control of the scanners: a server with three faults that they must find.

It answers the loopback only. `/item?id=` puts its parameter into SQL, `/hello?name=` into HTML, `/file?name=` into a
path: injection, scripting and traversal, as plain as they come.
"""
import http.server
import pathlib
import sqlite3
import threading
import urllib.parse

HOME = """<!DOCTYPE html><html lang="en"><title>Broken</title><ul><li><a href="/item?id=1">an item</a></li>
<li><a href="/hello?name=you">a greeting</a></li><li><a href="/file?name=note.txt">a file</a></li></ul></html>"""


class Broken(http.server.BaseHTTPRequestHandler):
    """Every page of it is wrong on purpose."""
    protocol_version = "HTTP/1.1"

    def do_GET(self):  # pylint: disable=invalid-name
        path, _, query = self.path.partition("?")
        values = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
        pages = {"/": lambda: HOME, "/item": lambda: self.item(values.get("id", "")),
                 "/hello": lambda: f"<!DOCTYPE html><p>Hello {values.get('name', '')}</p>",
                 "/file": lambda: (self.server.folder / values.get("name", "")).read_text("utf-8", "replace")}
        try:
            status, text = (200, pages[path]()) if path in pages else (404, "nothing")
        except (OSError, ValueError) as wrong:
            status, text = 404, type(wrong).__name__
        body = text.encode("utf-8", "replace")
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def item(self, number):
        with sqlite3.connect(":memory:") as items:
            items.execute("CREATE TABLE item (id INTEGER, name TEXT)")
            items.executemany("INSERT INTO item VALUES (?, ?)", [(1, "lamp"), (2, "chair")])
            try:
                rows = items.execute(f"SELECT name FROM item WHERE id = {number}").fetchall()
            except sqlite3.Error as wrong:
                return f"<!DOCTYPE html><p>SQL error: {wrong}</p>"
        return "<!DOCTYPE html><p>" + ", ".join(str(row[0]) for row in rows) + "</p>"

    def log_message(self, *_):  # pylint: disable=arguments-differ
        """It says nothing of what it is asked."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):  # pylint: disable=arguments-differ
        """A scanner that hangs up is no news."""


def start(folder):
    """Serves on a free port until the program ends; answers its address."""
    pathlib.Path(folder, "note.txt").write_text("a note")
    server = _Server(("127.0.0.1", 0), Broken)
    server.folder = pathlib.Path(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"
