"""The organiser's logo on the paper signs: put on, changed, removed, refused."""

import io

import pytest
from PIL import Image, ImageStat

from hub.database import db
from hub.folder import Folder
from hub.models import AuditEntry
from signage import photos
from signage.paper import logo
from tests.page_visitor import Visitor
from tests.signage.paper.printed import printed

CHOSEN = "chosen=true&"

pytestmark = pytest.mark.usefixtures("drawn_here")


def picture(mode: str = "RGBA", kind: str = "PNG", colour: str = "#0a5aa0") -> bytes:
    file = io.BytesIO()
    Image.new(mode, (300, 100), colour).save(file, kind)
    return file.getvalue()


def test_a_logo_stands_on_every_sign_until_it_is_removed(visitor: Visitor, folder: Folder) -> None:
    visitor.open("/signs/paper")
    reply = send_logo(visitor, picture())
    assert reply == 302
    assert [len(page.images) for page in printed(visitor, f"{CHOSEN}sign=table&sign=door")] == [2, 1]
    visitor.open("/signs/paper")
    visitor.send("/signs/paper/logo/remove")
    assert [len(page.images) for page in printed(visitor, f"{CHOSEN}sign=door")] == [0]
    assert list(folder.signs.iterdir()) == []


def send_logo(visitor: Visitor, content: bytes, name: str = "logo.png") -> int:
    reply = visitor.client.post(
        "/signs/paper/logo?chosen=true&sign=door",
        data={"csrf_token": visitor.token, "logo_file": (io.BytesIO(content), name)},
        content_type="multipart/form-data",
    )
    visitor._keep(reply)
    if reply.status_code == 302:
        assert reply.headers["Location"].endswith("/signs/paper?chosen=true&sign=door")
    return reply.status_code


def test_a_new_logo_takes_the_place_of_the_old_one(visitor: Visitor, folder: Folder) -> None:
    visitor.open("/signs/paper")
    send_logo(visitor, picture(colour="#ff0000"))
    send_logo(visitor, picture("RGB", "JPEG", "#0000ff"), "../../logo.exe")
    assert len([path for path in folder.signs.iterdir() if photos.large(path.name) == path.name]) == 1
    found = logo.current(folder)
    assert found is not None
    with Image.open(found.file) as kept:
        red, _green, blue = ImageStat.Stat(kept.convert("RGB")).mean
    assert blue > 200 > red


@pytest.mark.parametrize("content", [b"", b"not a picture", b"<svg onload='alert(1)'/>", picture()[:60]])
def test_what_is_no_picture_is_refused_beside_its_field(visitor: Visitor, folder: Folder, content: bytes) -> None:
    visitor.open("/signs/paper")
    assert send_logo(visitor, content) == 422
    assert 'aria-describedby="logo_file-wrong' in visitor.page
    assert logo.current(folder) is None


def test_a_change_of_the_logo_is_in_the_audit_log(visitor: Visitor) -> None:
    visitor.open("/signs/paper")
    send_logo(visitor, picture())
    visitor.send("/signs/paper/logo/remove")
    with db.connection_context():
        found = [entry.action for entry in AuditEntry.select().where(AuditEntry.action.startswith("logo"))]
    assert found == ["logo_changed", "logo_removed"]
