"""The gate before tariffs are published: all that can be checked of a data folder, and what a new edition changes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from nes_model import impact
from nes_model.edition import Edition
from nes_model.edition_changes import changes
from nes_model.editions import edition_ids, in_force
from nes_model.examples import Examples, load_examples
from nes_model.loading import load_edition
from nes_model.money import format_gap
from nes_model.problems import InvalidInputError, Problem


def checked(data: Path, on: date | None = None) -> tuple[Edition, ...]:
    """Every edition of a data folder, oldest first.

    Args:
        data: the folder that holds the editions, the examples and which edition is in force.
        on: the day on which the tariffs must still be valid; None: whatever the day.

    Raises:
        InvalidInputError: with every problem of every file, names that do not agree, and dates that have run out.
    """
    problems: list[Problem] = []
    editions: list[Edition] = []
    for id_ in edition_ids(data):
        try:
            editions.append(load_edition(data / id_))
        except InvalidInputError as error:
            problems += error.problems
    problems += [problem for edition in editions for problem in _misplaced(edition, data)]
    problems += _of_what_is_published(data, editions, on)
    if problems:
        raise InvalidInputError(problems)
    return tuple(editions)


def summary(edition: Edition) -> str:
    """What an edition holds, in one French sentence."""
    until = edition.header.valid_until
    validity = f" Valable jusqu'au {until:%d/%m/%Y}." if until else " Fin de validité : non précisée par le catalogue."
    return (
        f"Édition {edition.header.id} : {len(edition.colleges)} collèges, {len(edition.categories)} catégories, "
        f"{len(edition.offers)} prestations, {len(edition.charges)} tarifs, "
        f"{len(edition.services)} services, {len(edition.readings)} points à confirmer.{validity}"
    )


def what_changes(before: Edition, after: Edition, examples: Examples) -> Iterator[str]:
    """From one edition to the next: each charge that moved, then each example."""
    yield f"De {before.header.id} à {after.header.id} :"
    for change in changes(before, after):
        yield f"  {change.charge.label} ({change.charge.id}) : {change.before or 'absent'} → {change.after or 'absent'}"
    for each in impact.of_edition([example.scenario for example in examples.examples], before, after):
        if each.after is None:
            yield f"  {each.name} : ne peut plus être chiffré tel quel."
        elif not each.is_nil:
            first, following = format_gap(each.first_year), format_gap(each.following_years)
            yield f"  {each.name} : {first} la première année, {following} chaque année suivante."


def _misplaced(edition: Edition, data: Path) -> Iterator[Problem]:
    """An edition is found by its folder: a link that names it must find the same one."""
    if not (data / edition.header.id).is_dir():
        message = f"l'édition « {edition.header.id} » n'est pas dans un dossier de ce nom. Renommez l'un des deux."
        yield Problem(message, "01-edition.yaml")


def _of_what_is_published(data: Path, editions: list[Edition], on: date | None) -> Iterator[Problem]:
    """The edition in force is there, still valid, and prices the examples."""
    try:
        named = in_force(data)
        for edition in editions:
            if edition.header.id == named:
                yield from _run_out(edition, on)
                load_examples(edition, data / "exemples.yaml")
    except InvalidInputError as error:
        yield from error.problems


def _run_out(edition: Edition, on: date | None) -> Iterator[Problem]:
    until = edition.header.valid_until
    if on and until and until < on:
        message = f"les tarifs en vigueur valaient jusqu'au {until:%d/%m/%Y}. Publiez l'édition suivante."
        yield Problem(message, f"{edition.header.id}/01-edition.yaml")
