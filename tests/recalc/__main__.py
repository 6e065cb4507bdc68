"""`make recalc`: golden cases in workbooks, as they are and with other numbers typed in, recalculated by LibreOffice.

The files pass through openpyxl, which keeps formulas and drops the values: LibreOffice can only compute them.
"""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook, load_workbook

from nes_model.pricing.quote import Quote
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
from tests.nes_model.reports.spreadsheet import (
    amounts,
    by_eights,
    differences,
    golden_scenarios,
    names,
    opened,
    written,
)
from tests.nes_model.strategies import EDITION

INSTALL = "LibreOffice is needed. On Debian or Ubuntu: apt-get install --no-install-recommends libreoffice-calc"
INPUTS = {
    "members": "Adherents",
    "establishments": "Etablissements",
    "users": "Utilisateurs",
    "structures": "Structures",
    "first_year_months": "Mois_premiere_annee",
    "yearly_increase": "Hausse_annuelle",
}


def main() -> int:
    """0 when every amount is the model's to the cent, 1 when one is not, 2 without LibreOffice."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        print(INSTALL, file=sys.stderr)
        return 2
    cases = {}
    for index, quotes in enumerate(by_eights([*golden_scenarios(), *_half_cents()])):
        cases[f"{index}-as-exported"] = quotes, quotes
        cases[f"{index}-typed-over"] = quotes, [price(_other(quote.scenario), EDITION) for quote in quotes]
    with tempfile.TemporaryDirectory() as folder:
        return _report(cases, _recalculated(office, cases, Path(folder)))


def _half_cents() -> list[Scenario]:
    """Amounts right between two cents, where binary numbers go wrong: in a line, a first year, a year to come."""
    return [
        Scenario.model_validate(
            {
                "categorie": "esms",
                "mois_premiere_annee": 6,
                "hausse_annuelle": increase,
                "horizon": 10,
                "lectures": {"R4": "prorata"},
                "tarifs": {"chef-de-projet": day, "contribution-esms": "100.01"},
                "options": {"chef-de-projet": {"quantite": days, "rythme": "annuel"}},
            }
        )
        for day, days, increase in [
            ("100.10", "0.05", "5"),
            ("168.50", "0.33", "3"),
            ("445.50", "1.45", "2.5"),
            ("715.35", "2.5", "10"),
            ("64.04", "1.25", "2"),
            ("1.01", "0.5", "50"),
            ("666664.96", "1", "50"),
            ("9999.99", "9999.99", "49.99"),
        ]
    ]


def _other(scenario: Scenario) -> Scenario:
    """The same asked with other numbers, among them an increase that brings amounts right between two cents."""
    return scenario.model_copy(
        update={
            "members": scenario.members + 1,
            "establishments": scenario.establishments + 3,
            "users": scenario.users + 7,
            "structures": scenario.structures + 1,
            "first_year_months": 13 - scenario.first_year_months,
            "yearly_increase": Decimal(5),
        }
    )


def _recalculated(
    office: str, cases: Mapping[str, tuple[Sequence[Quote], Sequence[Quote]]], folder: Path
) -> dict[str, Path]:
    asked, computed = folder / "asked", folder / "computed"
    asked.mkdir()
    for name, (exported, wanted) in cases.items():
        _typed(written(exported), wanted if wanted is not exported else ()).save(asked / f"{name}.xlsx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(path) for path in sorted(asked.iterdir())]
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(computed), *files]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own files
    return {name: computed / f"{name}.xlsx" for name in cases}


def _typed(content: bytes, wanted: Sequence[Quote]) -> Workbook:
    book = opened(content, values=False)
    places = names(book)
    for number, quote in enumerate(wanted, start=1):
        for field, name in INPUTS.items():
            sheet, cell = places[f"{name}_{number}"]
            value = getattr(quote.scenario, field)
            book[sheet][cell].value = float(value / 100) if field == "yearly_increase" else value
    return book


def _report(cases: Mapping[str, tuple[Sequence[Quote], Sequence[Quote]]], files: Mapping[str, Path]) -> int:
    compared = wrong = 0
    for name, (exported, wanted) in cases.items():
        layout = opened(written(exported))
        computed = load_workbook(io.BytesIO(files[name].read_bytes()), data_only=True)
        cells = {(each.title, cell.coordinate): cell.value for each in computed for row in each for cell in row}
        found = differences(layout, cells, wanted)
        compared += len(list(amounts(layout, wanted)))
        wrong += len(found)
        print(f"{name}: {len(wanted)} cases, {len(found)} differences", *found, sep="\n  ")
    print(f"{compared} amounts recalculated, {wrong} differ from the model")
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    raise SystemExit(main())
