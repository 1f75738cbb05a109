"""Packages that only some boxes need: the command that adds them where this program was installed from."""

from pathlib import Path

_ABOVE = Path(__file__).parents[2]


def command(extra: str, above: Path = _ABOVE) -> str:
    """What adds the extra of this name; `above` is the folder in which the program's own packages lie.

    A checkout is installed from its own folder, the finished package by its name.
    """
    if (above / "pyproject.toml").is_file():
        return f'.venv/bin/pip install -e ".[{extra}]"'
    return f'pip install "event-day-box[{extra}]"'
