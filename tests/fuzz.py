"""Requests of every kind, and what must hold for the answer to each."""

from dataclasses import dataclass, field
from urllib.parse import quote_from_bytes, urlencode

import html5lib
from hypothesis import strategies as st
from werkzeug.test import create_environ, run_wsgi_app

from tests.page import HEADERS

MARK = "<q7z a='\"&>"
"""Put into whatever can be sent; nowhere may it come back unescaped."""

UNESCAPED = b"<q7z"
FORM = "application/x-www-form-urlencoded"
STRICTLY_READ = 40_000
"""Bytes up to which a page is read as strictly as browsers never do; it takes about a second a megabyte."""


@dataclass(frozen=True)
class Sent:
    """A request as bytes on the wire would make it."""

    method: str
    path: bytes
    query: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def ask(app, sent: Sent) -> tuple[int, dict[str, str], bytes]:
    """Hand the request to the application as a server would, past every client that would tidy it."""
    environ = create_environ("/", method="GET")
    environ |= {
        "REQUEST_METHOD": sent.method,
        "PATH_INFO": sent.path.decode("latin-1"),
        "QUERY_STRING": sent.query.decode("latin-1"),
        "CONTENT_LENGTH": str(len(sent.body)),
    }
    environ["wsgi.input"].write(sent.body)
    environ["wsgi.input"].seek(0)
    for name, value in sent.headers.items():
        key = name.upper().replace("-", "_")
        environ[key if key in {"CONTENT_TYPE", "CONTENT_LENGTH"} else f"HTTP_{key}"] = value
    content, status, headers = run_wsgi_app(app, environ, buffered=True)
    return int(status.split()[0]), dict(headers), b"".join(content)


def check(app, sent: Sent) -> None:
    """Fail if the answer is a fault of ours, tells of one, obeys what was sent or is not as every answer must be."""
    status, headers, body = ask(app, sent)
    assert status < 500 or status == 503
    assert b"Traceback" not in body
    assert UNESCAPED not in body
    assert "Set-Cookie" not in headers
    assert headers.keys() >= HEADERS
    repeated = {name for name, value in headers.items() if "q7z" in value}
    assert repeated <= {"Content-Security-Policy"}  # its random number may hold any three letters
    assert not any("\n" in value for value in headers.values())
    if headers.get("Content-Type", "").startswith("text/html") and "Content-Encoding" not in headers:
        redirected = status in {301, 302, 307, 308}
        if body and not redirected and len(body) <= STRICTLY_READ:
            html5lib.HTMLParser(strict=True).parse(body.decode())


def requests(fields: dict[str, list[str]], paths: list[str]) -> st.SearchStrategy[Sent]:
    """Return a strategy for requests to an app with these fields, options and paths."""
    names = st.sampled_from([*fields, "stage[]", "__proto__", MARK, ""]) | st.text(max_size=8)
    values = _one_of([option for options in fields.values() for option in options]) | _texts()
    known = st.sampled_from(sorted(fields)).flatmap(
        lambda name: st.tuples(st.just(name), st.sampled_from(fields[name]) | values)
    )
    pairs = st.lists(known | st.tuples(names, values), max_size=12)
    bodies = pairs.flatmap(_encoded) | st.binary(max_size=200) | _heavy(sorted(fields))
    known_path = st.sampled_from(paths).map(str.encode)
    odd_path = st.lists(_texts().map(_octets), min_size=1, max_size=3).map(lambda parts: b"/" + b"/".join(parts))
    return st.builds(
        Sent,
        method=st.sampled_from(["POST", "POST", "POST", "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "Q7Z",
        ""]),
        path=known_path | known_path | odd_path | st.tuples(known_path, odd_path).map(b"".join),
        query=_texts().map(lambda text: quote_from_bytes(_octets(text)).encode()) | st.binary(max_size=40),
        headers=st.dictionaries(_header_names(), _header_values(), max_size=4).map(_as_form),
        body=bodies,
    )  # fmt: skip


def _as_form(headers: dict[str, str]) -> dict[str, str]:
    return {"Content-Type": FORM} | headers


def _one_of(values: list) -> st.SearchStrategy:
    """Choose one of `values`; unlike `sampled_from` it never writes them all out, for they are long."""
    return st.integers(0, len(values) - 1).map(lambda index: values[index])


def _octets(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _texts() -> st.SearchStrategy[str]:
    hostile = [
        MARK, MARK * 20, "\ud800", "\u202e" + MARK, "a" * 20_000, " " * 20_000, "e" + "\u0301" * 300, "\x00",
        "{{ 7*7 }}",
        "%", "../../etc/passwd", "\r\nX: y", "0", "-1", "9" * 400, "٣", "null", "[]", "{}",
        '{"wording": {"walk": "x"}}',
        '{"own": [{"id": "own_1", "text": "<q7z"}]}', "[" * 3000, '{"a":' * 3000, "NaN", "2026-02-30", "0001-01-01",
        "add walk", "star own_1", "up walk", "reword walk", "undo", "write", "stage.early", "side.left", "pdf",
        "ics", "txt",
    ]  # fmt: skip
    return _one_of(hostile) | st.text(st.characters(codec=None), max_size=60)


def _encoded(pairs: list[tuple[str, str]]) -> st.SearchStrategy[bytes]:
    """Return the form as browsers encode it, or in an encoding that we do not read."""
    return st.sampled_from(["utf-8", "utf-8", "utf-8", "latin-1", "utf-16"]).map(
        lambda encoding: _form(pairs, encoding)
    )


def _form(pairs: list[tuple[str, str]], encoding: str) -> bytes:
    errors = "replace" if encoding == "latin-1" else "surrogatepass"
    return urlencode(pairs, encoding=encoding, errors=errors).encode("ascii")


def _heavy(names: list[str]) -> st.SearchStrategy[bytes]:
    """Many fields, long texts, and more than the app takes; rarely, because each takes long."""
    return _one_of([
        b"&".join(b"%s=x" % name.encode() for name in names * 60),
        b"a=b&" * 1500,
        b"{}", b"[" * 3000, b'{"visit": {"name": "<q7z"}}',
        b'{"answers": {"' + MARK.replace('"', "").encode() + b'": 1}}',
        b"printed_name=" + b"%C3%A9" * 100_000,
        b"x" * 1_200_000,
    ])  # fmt: skip


def _header_names() -> st.SearchStrategy[str]:
    return st.sampled_from([
        "Content-Type", "Content-Length", "Accept", "Accept-Language", "Accept-Encoding", "Origin",
        "Sec-Fetch-Site", "Host",
        "Cookie", "Referer", "Range", "If-None-Match", "If-Modified-Since", "X-Forwarded-For", "X-Forwarded-Host",
        "X-HTTP-Method-Override", "Transfer-Encoding", "Authorization", "Expect", "User-Agent", "Content-Encoding",
        "Q7z",
    ])  # fmt: skip


def _header_values() -> st.SearchStrategy[str]:
    known = [
        FORM, FORM + "; charset=utf-7", "multipart/form-data", "multipart/form-data; boundary=x", "application/json",
        "text/html", "text/html;q=0", "*/*;q=x", "br", "gzip, br;q=0", "en", "de-AT;q=0.1, xx", "*", "same-origin",
        "cross-site", "none", "null", "http://localhost", MARK, "bytes=0-", "bytes=9-1", '"x"', "W/", "chunked",
        "0", "-1", "9" * 30,
        "[::1", "a:b:c", "localhost:99999", "a..b", "a" * 64, "xn--a", "Basic q7z", "stage=early; q7z=1",
    ]  # fmt: skip
    return st.sampled_from(known) | st.text(
        st.characters(max_codepoint=255, exclude_characters="\r\n\x00"), max_size=30
    )
