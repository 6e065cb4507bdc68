"""A saved scenario opened under other data: what it was worth then, what it is worth today, and what moved."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nes_model.catalogue.digest import compute_digest
from nes_model.catalogue.edition import Edition
from nes_model.comparison.difference import Difference, split_difference
from nes_model.money import Costed, Costs
from nes_model.pricing.doubt_effects import list_gaps
from nes_model.pricing.quote import Quote
from nes_model.pricing.rule import price_checked
from nes_model.problems import cite
from nes_model.scenario import checking
from nes_model.scenario.saved import Frozen, SavedScenario


@dataclass(frozen=True, slots=True)
class Reopened(Costed):
    """Figures of a day beside those of today."""

    then: Frozen
    edition: str | None  # the id of the edition of that day
    today: Quote
    same_data: bool
    has_then: bool  # whether the data of that day are still here
    moved: Difference | None  # what moved since, line by line, when they are and give those figures

    @property
    def costs(self) -> Costs:
        """What it costs more today."""
        return self.today.costs - self.then.costs

    @property
    def is_unchanged(self) -> bool:
        """Whether the figures are those of that day."""
        return not self.costs


def freeze(quote: Quote, day: str) -> SavedScenario:
    """A quote saved as it stands on a day, as 2026-11-24."""
    edition = quote.checked.published
    mark = Frozen(
        day=day,
        digest=compute_digest(edition),
        first_year=quote.first_year,
        following_years=quote.following_years,
    )
    return SavedScenario(quote.checked, edition.header.id, mark)


def reopen(saved: SavedScenario, today: Quote, then: Edition | None) -> Reopened | None:
    """What became of a saved scenario; None when it was not frozen.

    Args:
        saved: the scenario.
        today: what it costs.
        then: the edition that it names, if its data are still here, whatever they have become.
    """
    if saved.frozen is None:
        return None
    same_data = compute_digest(today.checked.published) == saved.frozen.digest
    if then is None or compute_digest(then) != saved.frozen.digest:
        return Reopened(saved.frozen, saved.edition, today, same_data, has_then=False, moved=None)
    checked, _ = checking.check(saved.scenario, then)  # a file altered by hand may ask for what there was not
    found = split_difference(price_checked(checked), today) if checked else None
    moved = found if found and found.before.costs == saved.frozen.costs else None
    return Reopened(saved.frozen, saved.edition, today, same_data, has_then=True, moved=moved)


def warn_of_other_edition(saved: SavedScenario, edition: Edition) -> Iterator[str]:
    """That a saved scenario names another edition than the one that prices it, in French; nothing when it does not."""
    if saved.edition not in (None, edition.header.id):
        yield (
            f"Ce fichier nomme l'édition {cite(saved.edition)}. Montants calculés avec l'édition {edition.header.id}."
        )


def describe_reopened(each: Reopened) -> Iterator[str]:
    """What a reader must know of it, in French; nothing when the data and the figures are those of that day."""
    then = each.then
    edition = f" avec l'édition {each.edition}" if each.edition else ""
    when = f"Chiffré le {date.fromisoformat(then.day):%d/%m/%Y}{edition}"
    if each.is_unchanged:
        if not each.same_data:
            yield f"{when}. Les tarifs ont changé depuis, sans effet sur ces montants."
        return
    yield (
        f"{when} : {then.first_year} la première année, {then.following_years} chaque année suivante. "
        f"Aujourd'hui : {each.today.first_year}, puis {each.today.following_years}."
    )
    if each.same_data:
        yield "Les tarifs sont pourtant les mêmes : ce fichier ou ce lien a été modifié à la main."
    elif each.moved:
        for part in each.moved.parts:
            silence = " (non chiffré d'un côté)" if part.loses_price else ""
            yield f"{part.line}{silence} : {', '.join(list_gaps(part.costs))}."
    elif each.has_then:
        yield "Les tarifs d'alors ne donnent pas ces montants : ce fichier ou ce lien a été modifié à la main."
    else:
        yield "Les tarifs d'alors ne sont plus disponibles ici : l'écart ne peut être détaillé."
