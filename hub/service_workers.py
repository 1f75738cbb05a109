"""Service workers: scripts that answer for the hub while it is away, where a browser lets a page have one."""

from pathlib import Path

from flask import Response


def script(file: Path, scope: str) -> Response:
    """A worker's script, which may look after all below `scope`, wherever it is served."""
    reply = Response(file.read_bytes(), mimetype="text/javascript")
    reply.headers["Service-Worker-Allowed"] = scope
    return reply
