"""What the repository promises: nothing fetched at run time, locks without addresses, documents that are true."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_locks_pin_every_package_by_hash_and_name_no_registry():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"https?://|--index-url|--extra-index-url|--find-links|file:", text)
        packages = re.split(r"\n(?=[a-z0-9])", text.partition("\n")[2])
        unpinned = [package.split()[0] for package in packages if "==" in package and "--hash=sha256:" not in package]
        assert not unpinned


def test_every_direct_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    for dependency in project["project"]["dependencies"]:
        name = re.match(r"[a-z0-9-]+", dependency).group()
        assert f"\n{name}==" in locked


def test_nothing_in_the_pages_points_to_another_site():
    sources = [
        *ROOT.glob("ui/**/*.*"),
        *ROOT.glob("pages/*.py"),
        *ROOT.glob("server/page/*"),
        ROOT / "app.py",
        ROOT / ".streamlit" / "config.toml",
    ]
    for path in sources:
        if path.suffix in {".py", ".css", ".toml", ".svg", ".html", ".js", ".json"}:
            text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
            assert not re.search(r"https?://", text), path


def test_the_theme_has_a_light_and_a_dark_side():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert {"light", "dark"} <= config["theme"].keys()
    assert config["browser"]["gatherUsageStats"] is False
