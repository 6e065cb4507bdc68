"""Which word of a scenario each column of a table holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from nes_model.catalogue.edition import Edition
from nes_model.folding import fold
from nes_model.problems import InvalidInputError, Problem, cite
from nes_model.scenario.scenario import Scenario

RESULTS = (
    "premiere_annee_min",
    "premiere_annee_max",
    "annees_suivantes_min",
    "annees_suivantes_max",
    "capital_restituable",
    "non_chiffre",
    "erreur",
)
FIELDS = tuple(field.alias or name for name, field in Scenario.model_fields.items())
REQUIRED = "categorie"
_NEAR = 0.7


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each word is, and which columns are kept."""

    titles: tuple[str, ...]  # as they were written, without those of a former result
    kept: tuple[int, ...]  # their places in a row
    places: dict[str, int]  # word → place in a row
    width: int  # how many columns have a place, titled or not
    remarks: tuple[str, ...]

    def title(self, word: str) -> str:
        """The column that holds a word, as its title is written."""
        return self.titles[self.kept.index(self.places[word])] if word in self.places else word


def layout_of(titles: Iterable[str], edition: Edition) -> Layout:
    """Read the titles of a table: words of a scenario, options of the edition, anything else.

    Raises:
        InvalidInputError: there is no category, or a word is there twice.
    """
    written = tuple(title.strip() for title in titles)
    while written and not written[-1]:
        written = written[:-1]
    known = {fold(word): word for word in (*FIELDS, *edition.options)}
    places: dict[str, int] = {}
    problems: list[Problem] = []
    for place, title in enumerate(written):
        word = known.get(fold(title))
        if word in places:
            problems.append(Problem(f"deux colonnes s'appellent {cite(title)}. Gardez-en une."))
        elif word:
            places[word] = place
    if REQUIRED not in places:
        problems.append(_without_category(written))
    if problems:
        raise InvalidInputError(problems)
    kept = tuple(place for place, title in enumerate(written) if title not in RESULTS)
    return Layout(tuple(written[place] for place in kept), kept, places, len(written), tuple(_remarks(written, known)))


def _without_category(titles: tuple[str, ...]) -> Problem:
    read = ", ".join(cite(title) for title in titles[:8])
    return Problem(
        f"il manque la colonne « {REQUIRED} ». Titres lus sur la première ligne : {read}. "
        "Écrivez-y les titres du modèle, séparés par des points-virgules."
    )


def _remarks(titles: tuple[str, ...], known: dict[str, str]) -> Iterable[str]:
    for title in titles:
        if title in RESULTS or fold(title) in known:
            continue
        near = get_close_matches(fold(title), known, n=1, cutoff=_NEAR)
        advice = f" Vouliez-vous dire « {known[near[0]]} » ?" if near else ""
        yield f"La colonne {cite(title)} n'est pas connue : elle est gardée, sans effet sur le calcul.{advice}"
    if any(title in RESULTS for title in titles):
        yield "Les colonnes d'un résultat précédent sont recalculées."
