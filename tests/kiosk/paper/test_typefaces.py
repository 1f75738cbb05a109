"""Letters of any size from a few fonts."""

from PIL import Image, ImageChops

from kiosk.paper.typefaces import Face


def test_ink_stays_inside_the_box_that_was_promised() -> None:
    for size in (19, 31, 64, 120, 260):
        face = Face(size, 600, 75)
        left, top, right, bottom = face.box("Йўқ, Ғ!")
        picture = Image.new("L", (right - left + 20, bottom - top + 20), 255)
        face.draw(picture, 10, 10 - top, "Йўқ, Ғ!", 0)
        assert ImageChops.invert(picture).point([0] * 128 + [255] * 128).getbbox() is not None
        edges = ImageChops.invert(picture).getbbox()
        assert edges is not None
        assert edges[0] >= 10
        assert edges[1] >= 10
        assert edges[2] <= 10 + right - left
        assert edges[3] <= 10 + bottom - top


def test_size_is_the_only_thing_that_changes_with_size() -> None:
    small, large = Face(50).ink_width("Айгүл Қасымқызы"), Face(100).ink_width("Айгүл Қасымқызы")
    assert abs(large - 2 * small) <= 4


def test_a_narrow_face_is_narrower_and_a_heavy_one_wider() -> None:
    text = "Берёзкина"
    assert Face(60, 600, 62.5).ink_width(text) < Face(60, 600, 75).ink_width(text) < Face(60, 600).ink_width(text)
    assert Face(60, 800).ink_width(text) > Face(60, 400).ink_width(text)


def test_blanks_draw_nothing() -> None:
    picture = Image.new("L", (50, 50), 255)
    Face(30).draw(picture, 10, 40, "  ", 0)
    Face(30).draw(picture, 10, 40, "", 0)
    assert ImageChops.invert(picture).getbbox() is None
