# SPDX-License-Identifier: EUPL-1.2
"""harness — a portal to test, requests to it, and a report of what holds."""
import gzip
import pathlib
import signal
import socket
import subprocess
import time
import traceback
import types

ROOT = pathlib.Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "fr", "ar")


class Skip(Exception):
    """This machine cannot show it; the words say why."""


class Report:
    """Counts and prints what holds and what does not."""

    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def check(self, holds, name, why=""):
        if holds:
            self.passed += 1
            print(f"ok - {name}")
        else:
            self.failed += 1
            print(f"not ok - {name}: {why}", flush=True)

    def skip(self, name, why):
        self.skipped += 1
        print(f"skipped - {name}: {why}", flush=True)

    def finish(self, name):
        print(f"{name}: {self.passed} passed, {self.failed} failed, {self.skipped} skipped")
        return 1 if self.failed else 0


class Answer:
    """One response: status, headers by lower-case name, body as sent and as meant."""

    def __init__(self, raw, head=False):
        top, _, rest = raw.partition(b"\r\n\r\n")
        lines = top.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split(" ")[1]) if lines[0].startswith("HTTP/1.") else 0
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            self.headers[name.strip().lower()] = value.strip()
        if "chunked" in self.headers.get("transfer-encoding", "") and not head:
            rest = dechunk(rest)
        self.wire = rest
        self.body = gzip.decompress(rest) if rest and self.headers.get("content-encoding") == "gzip" else rest
        self.text = self.body.decode("utf-8", "replace")


def dechunk(raw):
    out = b""
    while raw:
        size, _, raw = raw.partition(b"\r\n")
        n = int(size.split(b";")[0] or b"0", 16)
        if n == 0:
            break
        out, raw = out + raw[:n], raw[n + 2:]
    return out


class Portal:
    """The program, a database with the demo portfolio, and a server on a free port while one is wanted."""

    def __init__(self, program, folder):
        self.program = str(pathlib.Path(program).resolve())
        self.folder = folder
        self.db = str(folder / "attache.db")
        self.server = None
        self.port = 0

    def command(self, *words, **options):
        return subprocess.run([self.program, "--db", self.db, *words], capture_output=True, timeout=120, check=False,
                              **options)

    def fill(self, report):
        demo = sorted(str(page) for page in (ROOT / "demo").iterdir() if page.suffix in (".txt", ".html"))
        done = self.command("import", "--accept", *demo)
        report.check(done.returncode == 0, "the_demo_portfolio_is_imported", done.stderr.decode())
        return done.returncode == 0 and self.start(report)

    def start(self, report):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        # pylint: disable=consider-using-with
        self.log = open(self.folder / "server.log", "wb")
        self.server = subprocess.Popen(
            [self.program, "--db", self.db, "serve", "--listen", f"127.0.0.1:{self.port}", "--workers", "2"],
            stdout=self.log, stderr=self.log)
        for _ in range(200):
            try:
                if self.get("/healthz").status == 200:
                    break
            except OSError:
                time.sleep(0.05)
        else:
            report.check(False, "the_server_answers_within_ten_seconds", (self.folder / "server.log").read_text())
            return False
        return True

    def stop(self):
        if self.server:
            self.server.send_signal(signal.SIGTERM)
            status = self.server.wait(20)
            self.server = None
            return status
        return None

    def raw(self, data, timeout=10):
        """Everything that comes back for these bytes until the server closes or is silent."""
        with socket.create_connection(("127.0.0.1", self.port), timeout) as connection:
            out = b""
            try:
                connection.sendall(data)
                while True:
                    piece = connection.recv(65536)
                    if not piece:
                        break
                    out += piece
            except (TimeoutError, ConnectionError):
                pass
            return out

    def get(self, path, method="GET", **headers):
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        return Answer(self.raw(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")), head=method == "HEAD")


def run_part(part, portal, report):
    """Every function of the part whose name is a sentence; its docstring is not needed to read it."""
    for name, function in list(vars(part).items()):
        if name.startswith("_") or not isinstance(function, types.FunctionType) or function.__module__ != part.__name__:
            continue
        try:
            wrong = function(portal)
        except Skip as skip:
            report.skip(f"{part.__name__}: {name}", skip)
            continue
        except Exception:  # pylint: disable=broad-except
            wrong = traceback.format_exc(limit=3)
        report.check(not wrong, f"{part.__name__}: {name}", wrong)
