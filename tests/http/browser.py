# SPDX-License-Identifier: EUPL-1.2
"""browser — somebody at the desk without scripts: keeps cookies, fills forms, follows redirects when told to."""
import base64
import hashlib
import hmac
import re
import struct
import time
import urllib.parse

import harness


def code_of(secret, now=None):
    """The six digits of an authenticator (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    step = int((time.time() if now is None else now) // 30)
    mac = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    at = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7fffffff) % 1000000:06d}"


class Browser:
    """One cookie jar; `csrf` is the token of the page that was loaded last."""

    def __init__(self, portal, **headers):
        self.portal = portal
        self.cookies = {}
        self.headers = headers
        self.csrf = ""
        self.page = None
        self.set_cookie = ""

    def _request(self, method, path, body=b"", **headers):
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.portal.port}", "Connection: close"]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if method == "POST":
            lines.append(f"Content-Length: {len(body)}")
            headers.setdefault("Content_Type", "application/x-www-form-urlencoded")
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in {**self.headers, **headers}.items()]
        answer = harness.Answer(self.portal.raw(("\r\n".join(lines) + "\r\n\r\n").encode() + body))
        self.set_cookie = answer.headers.get("set-cookie", "")
        if self.set_cookie:
            name, _, value = self.set_cookie.split(";")[0].partition("=")
            self.cookies[name] = value
            if "Max-Age=0" in self.set_cookie:
                del self.cookies[name]
        token = re.search(r'name="csrf" value="([0-9a-f]+)"', answer.text)
        if token:
            self.csrf = token.group(1)
        self.page = answer
        return answer

    def get(self, path, **headers):
        return self._request("GET", path, **headers)

    def post(self, path, fields=(), **headers):
        """Sends a form with the token of the last page; pass csrf=None as a field to leave it out."""
        pairs = [("csrf", self.csrf)] + list(fields.items() if isinstance(fields, dict) else fields)
        pairs = [(name, value) for name, value in dict(pairs).items() if value is not None] \
            if isinstance(fields, dict) else pairs
        return self._request("POST", path, urllib.parse.urlencode(pairs).encode(), **headers)

    def follow(self):
        """The page that the last answer led to."""
        return self.get(self.page.headers["location"].split("#")[0])

    def sign_in(self, email, password, secret=None, now=None):
        self.get("/desk/sign-in")
        answer = self.post("/desk/sign-in", {"email": email, "password": password})
        if secret and answer.status == 303:
            self.follow()
            answer = self.post("/desk/code", {"code": code_of(secret, now)})
        return answer
