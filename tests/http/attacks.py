# SPDX-License-Identifier: EUPL-1.2
"""attacks — requests that no honest client sends. None may be answered as if it were one, or stop the server."""
import socket


def _statuses(raw):
    return [int(piece[:3]) for piece in raw.split(b"HTTP/1.1 ")[1:] if piece[:3].isdigit()]


def _refused(portal, shapes):
    """The shapes that were not refused: a 4xx or 5xx first, or a connection closed without a word."""
    wrong = []
    for name, data in shapes.items():
        got = _statuses(portal.raw(data, timeout=3))
        if any(status < 400 for status in got):
            wrong.append(f"{name}: {got}")
    return wrong


def a_request_with_two_readings_is_refused(portal):
    post = b"POST /en/actions HTTP/1.1\r\nHost: x\r\n"
    get = b"GET /en/ HTTP/1.1\r\nHost: x\r\n"
    hidden = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    return _refused(portal, {
        "length and chunked": post + b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
        "two lengths": post + b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(hidden) + hidden,
        "a length with a sign": post + b"Content-Length: +5\r\n\r\nhello",
        "a negative length": post + b"Content-Length: -1\r\n\r\n",
        "a length that overflows": post + b"Content-Length: 18446744073709551617\r\n\r\n",
        "an unknown coding": post + b"Transfer-Encoding: chonked\r\n\r\n0\r\n\r\n",
        "a chunk that is no number": post + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
        "a blank before the colon": get + b"Content-Length : 3\r\nConnection: close\r\n\r\n",
        "no host": b"GET /en/ HTTP/1.1\r\nConnection: close\r\n\r\n",
        "two hosts": get + b"Host: y\r\nConnection: close\r\n\r\n",
        "a line without a colon": get + b"nonsense\r\nConnection: close\r\n\r\n",
        "a zero byte in a header": get + b"X: a\0b\r\nConnection: close\r\n\r\n",
    })


def what_is_not_http_is_refused(portal):
    return _refused(portal, {
        "words": b"hello there\r\n\r\n",
        "another protocol": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 100,
        "an old version": b"GET /en/ HTTP/0.9\r\n\r\n",
        "a version of the future": b"GET /en/ HTTP/9.9\r\nHost: x\r\n\r\n",
        "nothing but lines": b"\r\n" * 500,
    })


def a_very_long_address_is_414(portal):
    got = portal.get("/en/search?q=" + "a" * 20000).status
    return None if got in (414, 431) else f"answered {got}"


def too_many_or_too_long_headers_are_refused(portal):
    return _refused(portal, {
        "many": b"GET /en/ HTTP/1.1\r\nHost: x\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(20000)) + b"\r\n",
        "long": b"GET /en/ HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 200000 + b"\r\n\r\n",
    })


def a_body_that_nobody_asked_for_is_refused(portal):
    got = portal.get("/en/actions", method="POST", Content_Length="999999999").status
    return None if got in (400, 405, 413) else f"answered {got}"


def no_address_leaves_the_portal(portal):
    wrong = []
    for path in ("/../etc/passwd", "/static/../../etc/passwd", "/static/..%2f..%2fetc%2fpasswd", "/static/%2e%2e/x",
                 "/en/%00", "/en/actions/%2e%2e%2f", "/en//actions", "/static/", "/en/actions/%ff%fe",
                 "/en/actions/%3Cscript%3E", "/en/%"):
        answer = portal.get(path)
        leads_to = answer.headers.get("location", "/")
        stays = leads_to.startswith("/") and not leads_to.startswith("//")
        refused = answer.status in (400, 404) or (answer.status in (301, 302, 308) and stays)
        if not refused or "root:" in answer.text or "<script>" in answer.text:
            wrong.append(f"{path}: {answer.status}")
    return wrong


def a_line_break_in_an_address_makes_no_header(portal):
    for path in ("/%0d%0aX-Bad:%20yes", "/en/actions?page=%0d%0aX-Bad:%20yes", "/en%0d%0aX-Bad:%20yes/"):
        if "x-bad" in portal.get(path).headers:
            return path
    return None


def the_host_header_steers_no_redirect(portal):
    raw = portal.raw(b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
    return "redirects to the host that was claimed" if b"Location: http://evil" in raw else None


def a_slow_client_holds_up_nobody(portal):
    slow = [socket.create_connection(("127.0.0.1", portal.port), 10) for _ in range(60)]
    try:
        for connection in slow:
            connection.sendall(b"GET /en/ HTTP/1.1\r\nHo")
        return None if portal.get("/healthz").status == 200 else "the server did not answer while others were slow"
    finally:
        for connection in slow:
            connection.close()


def after_all_this_the_server_still_serves(portal):
    answer = portal.get("/en/")
    return None if answer.status == 200 and portal.server.poll() is None else f"{answer.status}"
