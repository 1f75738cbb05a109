"""A ticket on a phone."""

import io

import zxingcpp
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from kiosk import tickets
from kiosk.models import Attendee


def test_whoever_has_the_code_sees_the_ticket_without_signing_in(app: Flask, cast: dict[str, Attendee]) -> None:
    page = app.test_client().get(f"/ticket/{cast['utkir'].code}")
    assert page.status_code == 200
    assert "Oʻtkir" in page.text
    assert tickets.grouped(cast["utkir"].code) in page.text


def test_the_picture_on_the_page_reads_back_as_the_code(app: Flask, cast: dict[str, Attendee]) -> None:
    picture = app.test_client().get(f"/ticket/{cast['utkir'].code}.png")
    read = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.data)))
    assert [found.text for found in read] == [cast["utkir"].code]


def test_a_code_of_nobody_shows_nobody(app: Flask, cast: dict[str, Attendee]) -> None:
    nobodys = tickets.new_code(cast["utkir"].code[1:3])
    client: FlaskClient = app.test_client()
    assert client.get(f"/ticket/{nobodys}").status_code == 404
    assert client.get("/ticket/KAAAAAAAAAAAAAAA").status_code == 422
    assert "Oʻtkir" not in client.get(f"/ticket/{nobodys}").text
