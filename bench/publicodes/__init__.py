"""The node process that answers for Publicodes."""

import json
import subprocess
from pathlib import Path
from typing import Any, Self

from bench.organisations import BILLINGS, CATEGORIES, Organisations

_SCRIPT = Path(__file__).with_name("quotes.mjs")
Answer = tuple[float, float, float, float]  # first year, following years, capital in euros; seconds


class Publicodes:
    """An engine built once in its own process; it times each quote itself, the pipe left out."""

    def __enter__(self) -> Self:
        self._node = subprocess.Popen(  # noqa: S603
            ["node", str(_SCRIPT)],  # noqa: S607
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._node.communicate()

    def price(self, situations: list[dict[str, Any]]) -> list[Answer]:
        """Set each situation and evaluate the three results."""
        assert self._node.stdin  # noqa: S101
        assert self._node.stdout  # noqa: S101
        self._node.stdin.write(json.dumps(situations) + "\n")
        self._node.stdin.flush()
        answers = json.loads(self._node.stdout.readline())
        return [(first, following, capital, nanoseconds / 1e9) for first, following, capital, nanoseconds in answers]


def write_situation(asked: Organisations, row: int) -> dict[str, Any]:
    """One of the organisations in the words of the rules."""
    return {
        "catégorie": f"'{CATEGORIES[asked.category[row]]}'",
        "adhérents": int(asked.members[row]),
        "établissements": int(asked.establishments[row]),
        "utilisateurs": int(asked.users[row]),
        "structures": int(asked.structures[row]),
        "mois": int(asked.months[row]),
        "pack demandé": _yes(asked.pack[row]),
        "facturation": f"'{BILLINGS[asked.billing[row]]}'",
        "imagerie demandée": _yes(asked.imaging[row]),
        "raccordés": int(asked.connected[row]),
        "dpm demandé": _yes(asked.dpm[row]),
        "jours": asked.days[row] / 100,
        "chaque année": _yes(asked.yearly[row]),
    }


def _yes(value: bool) -> str:  # noqa: FBT001
    return "oui" if value else "non"
