"""What travels gzipped."""

import gzip

from flask import Flask
from flask.testing import FlaskClient

TAKES = {"Accept-Encoding": "gzip"}
STYLE = "/static/hub/app.css"


def test_pages_and_styles_travel_gzipped(app: Flask) -> None:
    client = app.test_client()
    for path in ("/sign-in", STYLE):
        reply = client.get(path, headers=TAKES, buffered=True)
        assert reply.headers["Content-Encoding"] == "gzip"
        assert len(reply.data) < len(gzip.decompress(reply.data)) / 2
        assert int(reply.headers["Content-Length"]) == len(reply.data)
        assert "Accept-Encoding" in reply.headers["Vary"]


def test_whoever_does_not_take_gzip_gets_the_plain_text(app: Flask) -> None:
    plain = app.test_client().get(STYLE, buffered=True)
    assert "Content-Encoding" not in plain.headers
    assert plain.data == gzip.decompress(app.test_client().get(STYLE, headers=TAKES, buffered=True).data)


def test_an_unchanged_style_is_not_sent_again(app: Flask) -> None:
    client = app.test_client()
    etag = client.get(STYLE, headers=TAKES, buffered=True).headers["ETag"]
    again = client.get(STYLE, headers={**TAKES, "If-None-Match": etag}, buffered=True)
    assert (again.status_code, again.data) == (304, b"")


def test_answers_to_programs_stay_plain(desk: FlaskClient) -> None:
    reply = desk.get("/api/openapi.json", headers=TAKES)
    assert "Content-Encoding" not in reply.headers
