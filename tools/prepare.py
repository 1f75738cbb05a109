"""Make everything the checkout needs: `.venv`, the locked packages, the vendor folder, the catalogues.

    python3 tools/prepare.py run       what serving needs
    python3 tools/prepare.py test      that, the checkers, and Chromium and PostgreSQL where it may install them
    python3 tools/prepare.py marks     which tests can run here, as pytest's -m takes it
    python3 tools/prepare.py missing   say what could not be installed; exit code 1 if anything

Runs on Debian's own Python with nothing installed. A second run finds all in place and takes a moment.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
LOCKS = {"run": ["requirements.lock"], "test": ["requirements-dev.lock"]}
# A program of each Debian package that the tests need, and the package.
PROGRAMS = {"chromium-headless-shell": "chromium-headless-shell", "pg_ctl": "postgresql"}
MARKS = {"chromium-headless-shell": "browser", "postgresql": "postgresql"}
POSTGRESQL = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


def main(what: str) -> int:
    """Carry out one of the four."""
    if what == "missing":
        return _tell_missing()
    if what == "marks":
        print(" and ".join(f"not {MARKS[package]}" for package in missing()))
        return 0
    if sys.version_info < OLDEST:
        return _stop("Python 3.11 or newer is needed; this is " + sys.version.split()[0])
    if not PYTHON.exists() and not _make_environment():
        return _stop("Python cannot make an environment here. Run: sudo apt install python3-venv")
    if what == "test":
        _install_programs()
    _install_packages(what)
    _call(PYTHON, "-m", "hub.vendor")
    _compile_catalogues()
    return 0


def _make_environment() -> bool:
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False, capture_output=True, text=True)
    if made.returncode and _may_install():
        _apt("python3-venv")
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False, capture_output=True, text=True)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
    return made.returncode == 0


def _install_packages(what: str) -> None:
    """Install what the lock files name, by hash. A stamp says for which locks it was done."""
    stamp = VENV / f"{what}.stamp"
    if stamp.exists() and stamp.read_text() == _locked(what):
        return
    print("Installing packages (once)…", flush=True)
    node = [] if shutil.which("npm") else ["requirements-node.lock"]
    for lock in ["requirements-build.lock", *LOCKS[what], *node]:
        _pip("--require-hashes", "-r", lock)
    _pip("--no-deps", "--no-build-isolation", "-e", ".")
    stamp.write_text(_locked(what))
    if what == "test":
        (VENV / "run.stamp").write_text(_locked("run"))


def _locked(what: str) -> str:
    names = ["pyproject.toml", "requirements-build.lock", *LOCKS[what]]
    return hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in names)).hexdigest() + sys.version


def _pip(*arguments: str) -> None:
    """Run pip; what it prints matters only when it fails."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", *arguments]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        sys.exit(done.returncode)


def _compile_catalogues() -> None:
    catalogues = ROOT / "hub" / "translations"
    stale = [
        po
        for po in catalogues.glob("*/LC_MESSAGES/*.po")
        if not po.with_suffix(".mo").exists() or po.with_suffix(".mo").stat().st_mtime < po.stat().st_mtime
    ]
    if stale:
        _call(VENV / "bin" / "pybabel", "--quiet", "compile", "-d", catalogues)


def missing() -> list[str]:
    """Debian packages whose programs are not here."""
    return [package for program, package in PROGRAMS.items() if not _find(program)]


def _find(program: str) -> bool:
    return bool(shutil.which(program)) or any((folder / program).exists() for folder in POSTGRESQL)


def _install_programs() -> None:
    wanted = missing()
    if wanted and _may_install():
        _apt(*wanted)
    elif wanted:
        _tell_missing()


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt(*packages: str) -> None:
    print("Installing with apt:", *packages, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(install, check=True, env=quiet, stdout=subprocess.DEVNULL)


def _tell_missing() -> int:
    wanted = missing()
    if not wanted:
        return 0
    return _stop(
        f"NOT TESTED: {' and '.join(wanted)} may not be installed without root, so the tests that need them "
        f"are left out. Run: sudo apt install {' '.join(wanted)}"
    )


def _call(*command: object) -> None:
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def _stop(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
