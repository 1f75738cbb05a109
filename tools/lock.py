"""Choose the packages' versions anew: `python -m tools.lock`. Every version is pinned with the hashes of its files.

Needs `uv` beside this Python; the locks serve Python 3.11 to 3.13 on x86-64 and 64-bit ARM alike.
"""

import subprocess
import sys
from pathlib import Path

UV = Path(sys.executable).parent / "uv"
COMMON = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--upgrade",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--quiet",
)
LOCKS = {
    "requirements.lock": ("pyproject.toml",),
    "requirements-dev.lock": ("pyproject.toml", "--group=dev", "--extra=postgresql", "-c=requirements.lock"),
    "requirements-build.lock": ("--group=build",),
    "requirements-node.lock": ("--group=node",),
}


def main() -> None:
    """Write all lock files, the one that others are bound by first."""
    for name, wanted in LOCKS.items():
        subprocess.run([UV, "pip", "compile", *wanted, *COMMON, "-o", name], check=True)


if __name__ == "__main__":
    main()
