"""Pages, styles and scripts travel gzipped: the hall's wireless is shared by every phone in it.

JSON is left alone: it is small, and check-ins must not wait for a compressor.
"""

import gzip
from functools import lru_cache

from flask import Response, request

KINDS = frozenset({"text/html", "text/css", "text/javascript", "image/svg+xml"})
SMALLEST = 1000
LEVEL = 6
KEPT = 200  # static files; the largest is 40 kB


def shrink(response: Response) -> Response:
    """After every request: gzip what a browser takes gzipped."""
    if response.mimetype not in KINDS or response.status_code != 200:
        return response
    response.vary.add("Accept-Encoding")
    if "Content-Encoding" in response.headers or not request.accept_encodings["gzip"]:
        return response
    etag, _ = response.get_etag()
    response.direct_passthrough = False
    body = response.get_data()
    if len(body) < SMALLEST:
        return response
    response.set_data(_once(body) if etag else gzip.compress(body, LEVEL, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    response.headers.pop("Accept-Ranges", None)
    if etag:
        # The same file in other bytes: weak, so that "not modified" still works.
        response.set_etag(etag, weak=True)
    return response


@lru_cache(maxsize=KEPT)
def _once(body: bytes) -> bytes:
    """A static file's text is compressed at its first wish only."""
    return gzip.compress(body, LEVEL, mtime=0)
