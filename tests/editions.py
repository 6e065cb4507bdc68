"""An edition 2027 for tests: that of 2026, copied, with other amounts."""

import shutil
from pathlib import Path

from nes_model.editions.folders import DATA


def data_with_2027(folder: Path, **changes: tuple[str, str]) -> Path:
    """A data folder that holds 2026 as it is, and 2027 with an ESMS contribution of 120 € and the changes given.

    Args:
        folder: where to make it.
        changes: for a file, named without its number (`adhesion`, `packs`…), a text and what replaces it.
    """
    for year in ("2026", "2027"):
        shutil.copytree(DATA / "2026", folder / year)
    for file in ("en-vigueur.yaml", "exemples.yaml"):
        shutil.copy(DATA / file, folder)
    new = folder / "2027"
    _replace(new / "01-edition.yaml", 'id: "2026"', 'id: "2027"')
    _replace(
        new / "01-edition.yaml", "27 novembre 2025, donnés à titre indicatif pour 2026", "9 novembre 2026, pour 2027"
    )
    _replace(new / "03-adhesion.yaml", "pour: [esms]\n        montant: 100.00", "pour: [esms]\n        montant: 120.00")
    for name, (old, replacement) in changes.items():
        _replace(next(new.glob(f"*-{name}.yaml")), old, replacement)
    return folder


def _replace(path: Path, old: str, replacement: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name}: {old}"
    path.write_text(text.replace(old, replacement), encoding="utf-8")
