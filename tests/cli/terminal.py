# SPDX-License-Identifier: EUPL-1.2
"""terminal — a folder to work in, the program to run in it, pages to give it."""
import json
import os
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOBODY = 65534

PAGE = """Sub-Saharan Africa

Kenya: Document Security

Objective: The Action helps the Kenyan Immigration Department to recognise forged travel documents.

Summary: An assessment mission took place in Nairobi in May 2012.

Duration: January 2012 – September 2012

Mali: Labour Migration

Objective: The Action helps the ministry to send and receive workers in good order.

Summary: A workshop took place in Bamako in May 2015. Experts from the Austrian national administration were deployed.

Duration: September 2014present
"""


class Done:
    """How one run ended."""

    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode("utf-8", "replace")
        self.err = done.stderr.decode("utf-8", "replace")

    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]

    def json(self):
        return json.loads(self.out)

    def __str__(self):
        return f"exit {self.status}, said {self.out[-160:]!r}, complained {self.err[-300:]!r}"

    def complains(self, status, *words):
        """What is wrong, if it did not end so, with one sentence on standard error that has these words."""
        lines = [line for line in self.err.splitlines() if line.strip()]
        sentence = any(line.startswith("attache: ") and line.rstrip().endswith((".", "?")) for line in lines)
        good = self.status == status and sentence and all(str(word) in self.err for word in words)
        return None if good and "Sanitizer" not in self.err else f"wanted exit {status} and {words}: {self}"


class Terminal:
    """Where the commands run: a folder of its own, with the environment of a plain user."""

    def __init__(self, program, folder):
        self.folder = pathlib.Path(folder)
        self.folder.chmod(0o755)
        # A copy that another user may run too, wherever the project lies.
        self.program = str(self.folder / "attache")
        shutil.copy(program, self.program)
        self.db_n = 0

    def run(self, *words, db=None, env=None, user=None, timeout=180, **options):
        command = [self.program, *(["--db", str(db)] if db else []), *map(str, words)]
        environment = {name: value for name, value in os.environ.items() if name != "ATTACHE_DB"}
        environment.update(env or {})
        extra = {"user": user, "group": user, "extra_groups": []} if user is not None else {}
        return Done(subprocess.run(command, capture_output=True, cwd=self.folder, env=environment, timeout=timeout,
                                   check=False, **({} if "input" in options else {"stdin": subprocess.DEVNULL}), **extra,
                                   **options))

    def page(self, name, text=PAGE):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def new_db(self):
        """The path of a database that is not there yet."""
        self.db_n += 1
        return self.folder / f"register-{self.db_n}.db"

    def filled_db(self, text=PAGE, *options):
        db = self.new_db()
        done = self.run("import", "--quiet", *options, self.page("page.txt", text), db=db)
        assert done.status == 0, done
        return db

    def export(self, db):
        done = self.run("export", "--format", "jsonl", db=db)
        assert done.status == 0, done
        return done.out


def demo():
    return sorted(page for page in (ROOT / "demo").iterdir() if page.suffix in (".txt", ".html"))
