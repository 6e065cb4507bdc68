"""The page that a browser receives before any script runs: in French, around what the installed Streamlit loads."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from streamlit import file_util

_PAGE = Path(__file__).parent / "page"
_SCRIPTS = (
    *("annonces.js", "foyer.js", "francais.js", "historique.js", "liens.js"),
    *("menu.js", "raccourcis.js", "saisie.js", "semantique.js"),
)
_ASSET = re.compile(r"<script\b[^>]*\bsrc=[^>]*></script>|<link\b[^>]*>", re.DOTALL)
_OURS = ('rel="shortcut icon"', 'rel="service-desc"')  # replaced by our icon; not described to visitors


@dataclass(frozen=True, slots=True)
class Document:
    """The French page, and its script: Streamlit in French, and what a page does without asking the server."""

    html: str
    script: str
    script_path: str  # carries the script's digest: a browser may keep it for ever


def read() -> Document:
    """Build the page around the scripts and styles of the installed Streamlit.

    Raises:
        ValueError: this Streamlit's own page no longer has the form that is expected.
    """
    original = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    assets = [asset for asset in _ASSET.findall(original) if not any(ours in asset for ours in _OURS)]
    if 'id="root"' not in original or not any('type="module"' in asset for asset in assets):
        raise ValueError("Streamlit's index.html has changed: read it, and adapt server/document.py.")
    script = _script()
    path = f"francais.{hashlib.sha256(script.encode()).hexdigest()[:12]}.js"
    page = (_PAGE / "document.html").read_text(encoding="utf-8")
    return Document(page.replace("{script}", path).replace("{assets}", "\n    ".join(assets)), script, path)


def read_not_found() -> str:
    """The page for an address that leads nowhere."""
    return (_PAGE / "introuvable.html").read_text(encoding="utf-8")


def _script() -> str:
    words, *scripts = ((_PAGE / name).read_text(encoding="utf-8").strip() for name in ("francais.json", *_SCRIPTS))
    return "\n".join([f"const WORDS = {words};", *scripts, ""])
