"""Made organisations, the same at every run: every category, counts, options, months."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

CATEGORIES = ("chu", "ght-support", "autre-es", "ville", "esms", "rst", "cst", "part")
IMAGING = 4  # the first categories may take imaging (colleges A and B)
DPM = 6  # and the first six the DPM
BILLINGS = ("auto", "utilisateur", "structure")  # which the last four that are priced by either may ask for
BY_USER_OR_STRUCTURE = np.isin(CATEGORIES, ("ville", "rst", "cst", "part"))
SEED = 2026

Column = NDArray[Any]


@dataclass(frozen=True)
class Organisations:
    """A column a question; every engine starts from these arrays."""

    category: Column  # index in CATEGORIES
    members: Column
    establishments: Column
    users: Column  # 0: not given
    structures: Column
    months: Column
    pack: Column
    billing: Column  # index in BILLINGS
    imaging: Column
    connected: Column
    dpm: Column
    days: Column  # hundredths of a project manager's day; 0: not taken
    yearly: Column

    def __len__(self) -> int:
        return len(self.category)

    def take_first(self, size: int) -> "Organisations":
        """The first of them."""
        return Organisations(**{name: column[:size] for name, column in vars(self).items()})

    def take_one(self, row: int) -> "Organisations":
        """One of them, as columns."""
        return Organisations(**{name: column[row : row + 1] for name, column in vars(self).items()})

    def write_words(self, row: int) -> dict[str, Any]:
        """One of them as a person would write it for `price`."""
        options: dict[str, Any] = {}
        if self.pack[row]:
            options["pack-complementaire"] = {"facturation": BILLINGS[self.billing[row]]} if self.billing[row] else {}
        if self.imaging[row]:
            options["imagerie"] = {"quantite": int(self.connected[row])}
        if self.dpm[row]:
            options["dpm"] = {}
        if self.days[row]:
            every = "annuel" if self.yearly[row] else "une-fois"
            options["chef-de-projet"] = {"quantite": f"{self.days[row] / 100:.2f}", "rythme": every}
        return {
            "categorie": CATEGORIES[self.category[row]],
            "adherents": int(self.members[row]),
            "etablissements": int(self.establishments[row]),
            "utilisateurs": int(self.users[row]),
            "structures": int(self.structures[row]),
            "mois_premiere_annee": int(self.months[row]),
            "options": options,
        }


def make_organisations(size: int) -> Organisations:
    """So many organisations, of sizes that are met: most are small, some have hundreds of sites."""
    rng = np.random.default_rng(SEED)
    category = rng.integers(0, len(CATEGORIES), size)
    establishments = _skewed(rng, size, 300)
    return Organisations(
        category=category,
        members=_skewed(rng, size, 40),
        establishments=establishments,
        users=_skewed(rng, size, 3000) - 1,
        structures=_skewed(rng, size, 100),
        months=rng.integers(1, 13, size),
        pack=rng.random(size) < 0.6,
        billing=np.where(BY_USER_OR_STRUCTURE[category], rng.integers(0, len(BILLINGS), size), 0),
        imaging=(rng.random(size) < 0.3) & (category < IMAGING),
        connected=np.minimum(_skewed(rng, size, 300), establishments),
        dpm=(rng.random(size) < 0.4) & (category < DPM),
        days=np.where(rng.random(size) < 0.3, rng.integers(1, 81, size) * 25, 0),
        yearly=rng.random(size) < 0.5,
    )


def _skewed(rng: np.random.Generator, size: int, most: int) -> Column:
    """From 1 to `most`, each order of magnitude about as frequent."""
    return np.exp(rng.random(size) * np.log(most)).astype(np.int64)
