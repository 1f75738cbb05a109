"""Photos of the way: anybody's files, kept small, upright and without what else they told."""

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from hub import clock
from hub.errors import Refusal
from hub.folder import Folder
from signage import photos
from tests.signage.way import shot

DAY_S = 86_400


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    found = Folder(tmp_path / "data")
    found.create()
    return found


def opened(folder: Folder, name: str) -> Image.Image:
    with Image.open(photos.path(folder, name)) as picture:
        picture.load()
        return picture


def test_a_photo_is_kept_with_a_small_one_beside_it(folder: Folder) -> None:
    name = photos.keep(folder, shot(4000, 3000))
    assert opened(folder, name).size == (1600, 1200)
    assert opened(folder, photos.small(name)).size == (360, 270)
    assert photos.path(folder, photos.small(name)).stat().st_size < 30_000
    assert {oct(file.stat().st_mode)[-3:] for file in folder.signs.iterdir()} == {"600"}


def test_a_turned_photo_stands_upright_and_tells_nothing_more(folder: Folder) -> None:
    picture = opened(folder, photos.keep(folder, shot(400, 300, turned=True)))
    assert picture.size == (300, 400)
    assert not picture.getexif()
    assert "exif" not in picture.info


def test_a_logo_keeps_what_can_be_seen_through(folder: Folder) -> None:
    file = io.BytesIO()
    Image.new("RGBA", (40, 20), (0, 0, 0, 0)).save(file, "PNG")
    name = photos.keep(folder, file.getvalue(), "logo", see_through=True)
    assert name.startswith("logo-")
    assert opened(folder, name).getpixel((1, 1)) == (0, 0, 0, 0)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
def test_other_formats_are_refused(folder: Folder, kind: str) -> None:
    file = io.BytesIO()
    Image.new("RGB", (40, 20)).save(file, kind)
    with pytest.raises(Refusal, match="photo_unreadable"):
        photos.keep(folder, file.getvalue())


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"<svg onload='alert(1)'/>", shot()[:200], b"\xff\xd8\xff\xe0" + b"\0" * 900]
)
def test_what_is_no_picture_is_refused_and_leaves_nothing(folder: Folder, content: bytes) -> None:
    with pytest.raises(Refusal, match="photo_unreadable"):
        photos.keep(folder, content)
    assert not folder.signs.exists()


def test_a_picture_of_too_many_pixels_is_refused(folder: Folder) -> None:
    file = io.BytesIO()
    Image.new("1", (9000, 9000)).save(file, "PNG")
    with pytest.raises(Refusal, match="photo_too_big"):
        photos.keep(folder, file.getvalue())


@pytest.mark.parametrize(
    "name", ["", "..", "../seminar.sqlite3", "/etc/passwd", "way-x.jpg", "way-" + "a" * 22 + ".jpg"]
)
def test_only_kept_pictures_are_found(folder: Folder, name: str) -> None:
    with pytest.raises(Refusal, match="not_found"):
        photos.path(folder, name)


def test_unused_photos_go_after_a_day_and_others_stay(folder: Folder) -> None:
    used, unused, fresh = (photos.keep(folder, shot(colour=colour)) for colour in ("red", "green", "blue"))
    logo = photos.keep(folder, shot(), "logo")
    long_ago = clock.now() / 1000 - DAY_S - 1
    for name in (used, unused, logo):
        for file in (name, photos.small(name)):
            os.utime(folder.signs / file, (long_ago, long_ago))
    photos.sweep(folder, {used})
    kept = {photos.large(file.name) for file in folder.signs.iterdir()}
    assert kept == {used, fresh, logo}
    assert not photos.is_kept(folder, photos.small(unused))
