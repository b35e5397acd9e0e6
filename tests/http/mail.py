# SPDX-License-Identifier: EUPL-1.2
"""mail — what becomes of mails: a server of our own beside a mail server of our own, which takes, refuses or keeps
waiting as it is told."""
import base64
import contextlib
import email
import email.policy
import html
import os
import pathlib
import re
import signal
import socket
import socketserver
import ssl
import subprocess
import tempfile
import threading
import time

import desk
import harness
from browser import Browser


class _Sink(socketserver.ThreadingTCPServer):
    """A mail server on a free port of the loopback: `answer` says what it answers to which command."""
    allow_reuse_address = daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Talk)
        self.answer, self.pause, self.taken, self.met, self.logins, self.key = {}, 0.0, [], 0, [], None
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class _Talk(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        with contextlib.suppress(OSError):
            self.talk()

    def talk(self):
        sink, reader, sealed = self.server, None, False
        sink.met += 1
        self.say("220 sink")
        while line := self.rfile.readline():
            word = line[:4].upper().decode("latin-1").strip()
            time.sleep(sink.pause if word == "DATA" else 0)
            if word == "AUTH":
                self.say("334 ")
                sink.logins.append(base64.b64decode(self.rfile.readline()))
            if line.strip().upper() == b"STARTTLS":
                self.say("220 go on")
                self.connection = sink.key.wrap_socket(self.connection, server_side=True)
                self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)
                sealed = True
            elif word in sink.answer:
                self.say(sink.answer[word])
            elif word == "EHLO":
                if sink.key and not sealed:
                    self.say("250-STARTTLS")
                self.say("250-AUTH PLAIN")
                self.say("250 8BITMIME")
            elif word == "DATA":
                self.say("354 go on")
                text = b""
                while (piece := self.rfile.readline()) not in (b".\r\n", b""):
                    text += piece[1:] if piece.startswith(b"..") else piece
                sink.taken.append((reader, text))
                sink.sealed = sealed
                self.say("250 taken")
            elif word == "QUIT":
                self.say("221 bye")
                return
            else:
                reader = line.decode().strip() if word == "RCPT" else reader
                self.say("235 welcome" if word == "AUTH" else "250 well")


class _Sending(harness.Portal):
    """A portal of its own that hands its mails to a sink."""

    def __init__(self, program, folder, *words):
        super().__init__(program, folder)
        self.words = words

    def live(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        with open(self.folder / "server.log", "ab") as log:
            self.server = subprocess.Popen(  # pylint: disable=consider-using-with
                [self.program, "--db", self.db, "serve", "--listen", f"127.0.0.1:{self.port}", "--workers", "1", *self.words],
                stdout=log, stderr=log, start_new_session=True)
        _until(lambda: b"http://" in (self.folder / "server.log").read_bytes())

    def invite(self, address):
        """An account, whose invitation is a mail."""
        self.boss.get("/desk/people")
        page = self.boss.post("/desk/people", {"email": address, "name": "Zoé\r\nBcc: all@x.example", "language": "fr", "role": "officer"})
        if page.status != 303:
            raise AssertionError(f"an invitation answers {page.status}")

    def sign_in(self):
        self.boss, _ = desk._strong(self, "boss@mail.example", "administrator")  # pylint: disable=protected-access

    def state(self):
        """Of the newest mail: its state, and why."""
        row = re.search(r"<tr><td>.*?</tr>", self.boss.get("/desk/mail").text, re.S).group(0)
        state, _, why = re.sub(r"<[^>]*>", "", row.rsplit("<td>", 1)[1]).strip().partition(" ")
        return state, html.unescape(why)


def _until(holds, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            if holds():
                return True
        time.sleep(0.05)
    return False


@contextlib.contextmanager
def _sending(portal, *words):
    with tempfile.TemporaryDirectory() as folder, _Sink() as sink:
        sending = _Sending(portal.program, pathlib.Path(folder), "--mail", sink.url, "--mail-from", "desk@portal.example", *words)
        sending.live()
        sending.sign_in()
        try:
            if not _until(lambda: sending.state()[0] == "sent"):
                raise AssertionError(f"the first mail: {sending.state()}")
            sink.taken.clear()
            sink.met = 0
            yield sending, sink
        finally:
            if sending.server:
                sending.stop()
            sink.shutdown()


def a_mail_is_sent_whole_and_said_to_be(portal):
    with _sending(portal) as (sending, sink):
        sending.invite("neu@mail.example")
        if not _until(lambda: sink.taken):
            return "nothing is sent: " + (sending.folder / "server.log").read_text()[-400:]
        reader, text = sink.taken[0]
        mail = email.message_from_bytes(text, policy=email.policy.default)
        heads = [name.lower() for name in mail.keys()]
        if reader != "RCPT TO:<neu@mail.example>" or mail["To"] != "neu@mail.example" or mail["From"] != "desk@portal.example":
            return f"{reader} {mail['To']} {mail['From']}"
        if len(heads) != len(set(heads)) or "bcc" in heads or mail.defects:
            return f"{heads} {mail.defects}"
        if mail.get_content_type() != "text/plain" or "Zoé" not in mail.get_content() or "/desk/link/" not in mail.get_content():
            return mail.get_content()
        if not re.fullmatch(r"<mail-\d+-\d+@portal\.example>", mail["Message-ID"]) or abs(mail["Date"].datetime.timestamp() - time.time()) > 60:
            return f"{mail['Message-ID']} {mail['Date']}"
        if b"\n" in text.replace(b"\r\n", b"") or max(map(len, text.split(b"\r\n"))) > 78:
            return "its lines are too long or end wrongly"
        return "" if _until(lambda: sending.state() == ("sent", "")) else f"{sending.state()}"


def a_mail_that_is_not_taken_now_is_sent_later_under_the_same_number(portal):
    with _sending(portal) as (sending, sink):
        sink.answer["RCPT"] = "451 4.7.1 greylisted, come back"
        sending.invite("late@mail.example")
        if not _until(lambda: sending.state() == ("waiting", "451 4.7.1 greylisted, come back")):
            return f"{sending.state()}"
        del sink.answer["RCPT"]
        if not _until(lambda: sink.taken) or not _until(lambda: sending.state() == ("sent", "")):
            return f"{len(sink.taken)} taken, {sending.state()}"
        return "" if len(sink.taken) == 1 else "sent twice"


def a_mail_that_is_refused_for_good_has_failed_with_the_reason(portal):
    with _sending(portal) as (sending, sink):
        sink.answer["RCPT"] = "550 5.1.1 nobody <b>here</b>"
        sending.invite("none@mail.example")
        if not _until(lambda: sending.state() == ("failed", "550 5.1.1 nobody <b>here</b>")):
            return f"{sending.state()}"
        if "nobody <b>" in sending.boss.page.text:
            return "the reason is mark-up"
        met = sink.met
        time.sleep(2.5)
        return "" if sink.met == met else "it is tried again"


def a_server_that_is_away_or_slow_holds_nobody_up(portal):
    with _sending(portal) as (sending, sink):
        sink.pause = 3
        sending.invite("slow@mail.example")
        if not _until(lambda: sink.met):
            return "it is not tried"
        begin = time.monotonic()
        statuses = {sending.get("/en/").status for _ in range(20)}
        took = time.monotonic() - begin
        if statuses != {200} or took > 2:
            return f"{statuses} in {took:.1f} s"
        return "" if _until(lambda: sending.state() == ("sent", "")) else f"{sending.state()}"


def a_kill_while_it_is_sent_loses_no_mail(portal):
    with _sending(portal) as (sending, sink):
        sink.pause = 1.5
        sending.invite("kept@mail.example")
        if not _until(lambda: sink.met):
            return "it is not tried"
        time.sleep(0.3)
        os.killpg(sending.server.pid, signal.SIGKILL)
        sending.server.wait()
        sink.pause = 0
        (sending.folder / "server.log").write_bytes(b"")
        sending.live()
        if not _until(lambda: sending.state() == ("sent", "")):
            return f"{sending.state()}"
        ids = {email.message_from_bytes(text)["Message-ID"] for _, text in sink.taken}
        return "" if sink.taken and len(ids) == 1 else f"{len(sink.taken)} under {ids}"


def the_one_who_carries_mails_is_started_again_when_it_dies(portal):
    with _sending(portal) as (sending, sink):
        children = subprocess.run(["pgrep", "-P", str(sending.server.pid)], capture_output=True, text=True, check=False).stdout.split()
        if len(children) != 2:
            return f"{len(children)} processes"
        for child in children:
            os.kill(int(child), signal.SIGKILL)
        if not _until(lambda: sending.get("/healthz").status == 200):
            return "nobody answers"
        sending.invite("again@mail.example")
        return "" if _until(lambda: sink.taken) else "nothing is sent"


def a_server_that_offers_it_gets_its_mails_encrypted(portal):
    with _sending(portal) as (sending, sink):
        key, paper = sending.folder / "key.pem", sending.folder / "paper.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=sink", "-keyout", str(key),
                        "-out", str(paper)], capture_output=True, check=True)
        sink.key = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        sink.key.load_cert_chain(paper, key)
        sending.invite("sealed@mail.example")
        if not _until(lambda: sink.taken):
            return (sending.folder / "server.log").read_text()[-300:]
        return "" if sink.sealed else "it went in the clear"


def a_password_goes_to_the_server_that_asks_for_one(portal):
    with tempfile.NamedTemporaryFile("w") as secret:
        secret.write("carrier:a key: of brass\n")
        secret.flush()
        with _sending(portal, "--mail-password", secret.name) as (sending, sink):
            sending.invite("keyed@mail.example")
            if not _until(lambda: sink.taken):
                return (sending.folder / "server.log").read_text()[-300:]
            return "" if set(sink.logins) == {b"\0carrier\0a key: of brass"} else f"{sink.logins}"


def what_is_no_mail_server_is_told_at_the_start(portal):
    with tempfile.TemporaryDirectory() as folder:
        bare = harness.Portal(portal.program, pathlib.Path(folder))
        for words in (("--mail", "http://x"), ("--mail", "smtp://"), ("--mail", "smtp://user:pw@host"), ("--mail", "smtp://host/path"),
                      ("--mail", "smtp://host", "--mail-from", "no address"), ("--mail", "smtp://h", "--mail-password", "/nowhere")):
            done = bare.command("serve", "--listen", "127.0.0.1:0", *words)
            if done.returncode not in (1, 2, 3) or not done.stderr:
                return f"{words}: {done.returncode}"
    return ""


def without_a_server_mails_wait(portal):
    boss, _ = desk._strong(portal, "postless@mail.example", "administrator")  # pylint: disable=protected-access
    browser = Browser(portal)
    browser.get("/desk/recover")
    browser.post("/desk/recover", {"email": "postless@mail.example"})
    return "" if "waiting" in boss.get("/desk/mail").text else "it does not wait"
