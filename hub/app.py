"""The application factory. Nothing happens at import; everything a request needs is made here from settings."""

from datetime import timedelta
from importlib.metadata import version
from threading import Event

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter

from hub import access, compression, database, error_pages, features, headers, i18n, schema, seminar
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.folder import Folder
from hub.live import Live
from hub.sessions import Sessions
from hub.settings import Settings
from hub.signin import Signer, Throttle
from hub.workers import Workers

SAVE_TIME_S = 10.0
MAX_UPLOAD = 26 * 1024 * 1024


class RowNumber(IntegerConverter):
    """A row's number in an address; of longer ones there is no row, and SQLite fails at them."""

    regex = r"\d{1,15}"


def open_folder(settings: Settings) -> Folder:
    """Point the tables at the seminar's folder and bring them up to date."""
    folder = Folder(settings.data)
    folder.create()
    database.connect(folder.database, settings.database_url)
    with db.connection_context():
        schema.bring_up_to_date()
    return folder


def create_app(settings: Settings) -> Flask:
    """The whole hub for the seminar in `settings.data`. Raises Refusal `no_seminar` where there is none."""
    folder = open_folder(settings)
    app = Flask("hub", static_url_path="/static")
    app.url_map.converters["int"] = RowNumber
    secret = folder.secret_key()
    app.config.update(
        SECRET_KEY=secret,
        LANGUAGE=settings.language,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SECURE=settings.https_only,
        PERMANENT_SESSION_LIFETIME=timedelta(days=3),
        MAX_CONTENT_LENGTH=MAX_UPLOAD,
        MAX_FORM_MEMORY_SIZE=MAX_UPLOAD,
        WTF_CSRF_CHECK_DEFAULT=False,  # checked in `_guard`, where bearer tokens are known
        WTF_CSRF_TIME_LIMIT=None,  # a desk page stays open all day
        WTF_CSRF_SSL_STRICT=True,
        VERSION=version("event-day-box"),
    )
    app.session_interface = Sessions()
    if settings.trusted_proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.trusted_proxies, x_proto=settings.trusted_proxies)  # type: ignore[method-assign]
    i18n.install(app)
    hub = Hub(app, settings, folder, Live(app), Workers(), Throttle(), secret, Signer(secret), _wake())
    app.extensions[EXTENSION] = hub
    _guard(app)
    error_pages.install(app)
    for feature in features.load():
        feature.register(hub)
    _work(hub)
    access.demand_declared(app)
    return app


def _guard(app: Flask) -> None:
    csrf = CSRFProtect(app)

    @app.before_request
    def connect() -> None:
        db.connect(reuse_if_open=True)

    app.before_request(access.check)

    @app.before_request
    def demand_csrf() -> None:
        if not access.bears_token():
            csrf.protect()

    @app.teardown_request
    def disconnect(error: BaseException | None) -> None:
        if not db.is_closed():
            db.close()

    app.after_request(headers.secure)
    app.after_request(compression.shrink)


def _wake() -> int:
    with db.connection_context():
        seminar.current()
        return int(seminar.wake().id)


def _work(hub: Hub) -> None:
    def keep_time(stop: Event) -> None:
        while not stop.wait(SAVE_TIME_S):
            with db.connection_context():
                seminar.save_time(hub.boot)

    hub.workers.add("clock", keep_time)
    hub.workers.add("live", hub.live.run)
