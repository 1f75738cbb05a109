"""Pictures of the signs over HTTP: shown to those who were let in, taken from forms."""

from flask import Blueprint, Response, request

from hub.access import Role, allow
from hub.box import this_hub
from signage import photos, route

pages = Blueprint("sign_photos", __name__)

FIELD = "photo_file"


@pages.get("/signs/photos/<name>")
@allow(*Role)
def photo(name: str) -> Response:
    """Any picture of the signs, for people and devices that were let in."""
    return picture(name)


def picture(name: str) -> Response:
    """A kept picture. Its name is its content's alone, so browsers may keep it. Raises Refusal `not_found`."""
    path = photos.path(this_hub().folder, name)
    reply = Response(path.read_bytes(), mimetype=photos.TYPES[path.suffix])
    reply.headers["Cache-Control"] = "private, max-age=86400, immutable"
    return reply


def uploaded() -> str:
    """The name of the route's photo that came with this form; empty without one. Raises Refusal as `photos.keep`."""
    file = request.files.get(FIELD)
    if file is None or not file.filename:
        return ""
    folder = this_hub().folder
    name = photos.keep(folder, file.read())
    photos.sweep(folder, {*route.pictures_in_use(), name})
    return name


def kept(name: str) -> str:
    """The name that a form says its photo has, if there is such a one; else empty."""
    known = photos.is_kept(this_hub().folder, name) and name == photos.large(name)
    return name if known else ""
