"""What import-linter (`make lint`) does not see: clocks, product names, pages, a machine without heavy libraries."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.product import MODULES, ROOT, name_module, walk


def imports(path: Path) -> set[str]:
    named = {alias.name for node in walk(path) if isinstance(node, ast.Import) for alias in node.names}
    from_modules = {
        f"{node.module}.{alias.name}"
        for node in walk(path)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    return named | from_modules


@pytest.mark.parametrize("path", sorted((ROOT / "nes_model").rglob("*.py")), ids=lambda path: path.name)
def test_the_model_reads_no_clock(path):
    """A day that is passed in is not a clock. The process starts in `__main__.py`, and asks the day there for all."""
    if path.name == "__main__.py":
        return
    called = [node.func for node in walk(path) if isinstance(node, ast.Call)]
    names = {function.attr for function in called if isinstance(function, ast.Attribute)}
    assert not names & {"now", "today", "utcnow", "fromtimestamp"}


@pytest.mark.parametrize("path", sorted((ROOT / "pages").rglob("*.py")), ids=lambda path: path.name)
def test_a_page_draws_no_chart_and_reads_no_file(path):
    assert not {name.split(".")[0] for name in imports(path)} & {"altair", "pandas", "yaml", "decimal"}
    assert not [node for node in walk(path) if isinstance(node, ast.BinOp)]


@pytest.mark.parametrize("name", ["rule", "batch", "vectorised", "vectors"])
def test_no_offer_is_named_in_the_rule(name):
    rule = (ROOT / "nes_model" / "pricing" / f"{name}.py").read_text(encoding="utf-8")
    from nes_model.editions.loading import load_edition

    edition = load_edition()
    named = [*edition.options, *edition.charges, *edition.categories, *(offer.id for offer in edition.offers)]
    assert not [each for each in named if f'"{each}"' in rule or f"'{each}'" in rule]


def test_only_the_checks_make_a_checked_scenario():
    made = {
        name_module(path)
        for path in MODULES
        for node in walk(path)
        if isinstance(node, ast.Call) and "CheckedScenario" in ast.unparse(node.func)
    }
    assert made == {"nes_model/scenario/checking.py"}


def test_only_those_who_build_a_scenario_in_code_have_it_checked_as_it_is_priced():
    """A reader hands out what it checked: pages, commands and the API price that."""
    checking_again = {name_module(path) for path in MODULES if "nes_model.pricing.rule.price" in imports(path)}
    assert checking_again == {"nes_model/needs/cheapest.py"}


def test_the_model_prices_without_streamlit_pandas_or_altair_installed():
    code = (
        "import sys\n"
        "for name in ('streamlit', 'pandas', 'altair', 'numpy', 'python_calamine'): sys.modules[name] = None\n"
        "from nes_model.editions.loading import load_edition\n"
        "from nes_model.pricing.rule import price\n"
        "from nes_model.scenario.scenario import Scenario\n"
        "import nes_model.cli\n"
        "print(price(Scenario(category='esms'), load_edition()).first_year.low)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.stdout.strip() == "104.05", done.stderr
