"""Makes the project's environment and does one piece of work in it. Needs nothing but Python 3.11 or newer.

    python3 .ci/workshop.py run|test|lint|bench|screenshots|pictures|translations [arguments for the tool]

It works again from any state: an environment that is missing, half made, stale or broken is made anew.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = HOME / "made-from"
SCREEN = HOME / "window-was-made"

# What Qt's wheels need from the system on a bare Linux; Windows and macOS bring it along.
LINUX_LIBRARIES = ["libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0",
                   "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0"]


def main(words: list[str]) -> int:
    """Do the work named first; the rest goes to the tool. Returns the exit code."""
    if not words or words[0] not in WORK:
        print(__doc__)
        print("\n".join(f"  {name:13} {(act.__doc__ or '').splitlines()[0]}" for name, act in WORK.items()))
        return 0 if words and words[0] in ("-h", "--help") else 2
    if sys.version_info < (3, 11):  # noqa: UP036 (whoever starts this may have an older one)
        print(f"Shimai needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 2
    os.chdir(ROOT)
    return WORK[words[0]](words[1:])


def make_environment(*, for_development: bool) -> None:
    """Make `.venv` hold exactly what `constraints.txt` pins, unless it does already."""
    made_from = hashlib.sha256()
    for part in ("pyproject.toml", "constraints.txt", "planner/__init__.py"):
        made_from.update((ROOT / part).read_bytes())
    made_from.update(sys.version.encode())
    made_from.update(str(ROOT).encode())
    wanted = made_from.hexdigest()
    found = STAMP.read_text().split() if STAMP.exists() else []
    if found[:1] == [wanted] and (found[1] == "dev" or not for_development) and PYTHON.exists() and works():
        return
    kind = "dev" if for_development or found[1:] == ["dev"] else "run"
    print("Making the environment in .venv (once; a minute or two) …", flush=True)
    for attempt in (1, 2):
        if attempt == 2 or not PYTHON.exists():
            shutil.rmtree(HOME, ignore_errors=True)
            call([sys.executable, "-m", "venv", str(HOME)])
        project = ".[dev]" if kind == "dev" else "."
        install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        done = subprocess.run([*install, "-c", "constraints.txt", "-e", project], cwd=ROOT)
        if done.returncode == 0:
            break
        if attempt == 2:
            sys.exit("The environment could not be made: see the lines above (is there a network?).")
    # pip compiles what it installs, but not what is used where it lies: the first start is to be as quick as any.
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", "planner"], cwd=ROOT)
    bring_system_libraries()
    STAMP.write_text(f"{wanted} {kind}")


def works() -> bool:
    """Say whether the environment's interpreter starts and finds Qt."""
    look = subprocess.run([str(PYTHON), "-c", "import planner, PySide6, sqlalchemy"], capture_output=True)
    return look.returncode == 0


def bring_system_libraries() -> None:
    """On a bare Linux, install the shared libraries that Qt's wheel expects, or say how to."""
    # With a screen, a window is really made: that alone shows whether the screen's own libraries are there.
    begin = "from PySide6.QtWidgets import QApplication as A" + ("; A([])" if has_screen() else "")
    probe = [str(PYTHON), "-c", begin]
    if not sys.platform.startswith("linux"):
        return
    tried = subprocess.run(probe, capture_output=True, text=True)
    if tried.returncode == 0 or _NO_ANSWER in tried.stderr:
        return
    command = ["apt-get", "install", "-y", "-qq", *LINUX_LIBRARIES]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Qt misses system libraries; installing them …", flush=True)
        subprocess.run(["apt-get", "update", "-qq"])
        subprocess.run(command)
    tried = subprocess.run(probe, capture_output=True, text=True)
    if tried.returncode != 0 and _NO_ANSWER not in tried.stderr:
        sys.exit("Qt cannot start here; it misses system libraries. On Debian or Ubuntu:\n"
                 f"    sudo {' '.join(word for word in command if word != '-qq')}")


# What Qt says when all its libraries are there, but nobody answers at DISPLAY.
_NO_ANSWER = "could not connect to display"


def no_window() -> str:
    """Say why no window can be made here; "" if one can. Once one was made, that is not tried again."""
    if not has_screen():
        return "there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    if SCREEN.exists():
        return ""
    bring_system_libraries()
    begin = "from PySide6.QtWidgets import QApplication as A; A([])"
    if subprocess.run([str(PYTHON), "-c", begin], capture_output=True).returncode != 0:
        return f"the screen “{os.environ.get('WAYLAND_DISPLAY') or os.environ.get('DISPLAY')}” does not answer"
    SCREEN.touch()
    return ""


def call(command: list[str], **more: object) -> int:
    """Run a command in the project's folder; a failure ends the work with its exit code."""
    code = subprocess.run(command, cwd=ROOT, **more).returncode  # type: ignore[call-overload]
    if code:
        sys.exit(code)
    return 0


def has_screen() -> bool:
    """Say whether a window could be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def python(*words: str, offscreen: bool = False) -> int:
    """Run Python words in the environment."""
    # What Python compiles is kept: without that each start and each test would compile the whole house anew.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return call([str(PYTHON), *words], env=environment)


def run(words: list[str]) -> int:
    """open the planner on the sample visit (without a screen: write its papers to build/sample)"""
    make_environment(for_development=False)
    if words:
        return python("main.py", *words)
    why = no_window()
    if not why:
        return python("main.py", "sample", "--open")
    print(f"No window: {why}. The same job is done without one.", flush=True)
    code = python("main.py", "sample", "--out", "build/sample")
    print(f"\nNo window was opened: {why}. What was made instead lies in build/sample.\n{_next()}", flush=True)
    return code


def _next() -> str:
    """Say what to type next where there is no window: the sample's own file, and the jobs that go on with it."""
    program = f"{PYTHON.relative_to(ROOT) if PYTHON.is_relative_to(ROOT) else PYTHON} main.py"
    sample = next(iter(sorted((ROOT / "build/sample").glob("*.shimai"))), None)
    file = shlex.quote(str(sample.relative_to(ROOT))) if sample else "FILE"
    return "\n".join(
        ("Next, for example:", *(f"  {program} {job}" for job in (f"show {file}", f"check {file}", f"pair {file}")),
         f"  {program} --help", "docs/guide/command-line.md goes through a whole visit.")
    )  # fmt: skip


def test(words: list[str]) -> int:
    """run every test, without a screen"""
    make_environment(for_development=True)
    python("-m", "planner.language.extraction", "--compile")
    # Each of both gets one half of the house, so that what a room prepares is prepared once, and takes from the other
    # what that has not come to.
    return python("-m", "pytest", "-n", "2", "--dist", "worksteal", *words, offscreen=True)


def lint(words: list[str]) -> int:
    """check style, types and who imports whom"""
    make_environment(for_development=True)
    python("-m", "ruff", "check", *(words or ["."]))
    python("-m", "mypy")
    return call([str(PYTHON.with_name("lint-imports" + PYTHON.suffix)), "--no-cache"])


def bench(words: list[str]) -> int:
    """measure what has a bar, as ratios and medians"""
    make_environment(for_development=True)
    return python("-m", "tests.benchmarks", *words, offscreen=True)


def screenshots(words: list[str]) -> int:
    """picture every page and every paper into build/screens, and those of the guide"""
    make_environment(for_development=True)
    return python("-m", "tests.screenshots", *words, offscreen=True)


def pictures(words: list[str]) -> int:
    """bring the pictures of the guide up to date"""
    return screenshots(["pictures", *words])


def translations(words: list[str]) -> int:
    """read the sources for new sentences, bring ja.po up to date, compile it"""
    make_environment(for_development=True)
    return python("-m", "planner.language.extraction", *words)


WORK = {"run": run, "test": test, "lint": lint, "bench": bench, "screenshots": screenshots,
        "pictures": pictures, "translations": translations}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
