"""A what-if taken away as the files of a next edition, ready for a person to review."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from nes_model.catalogue.edition import Edition
from nes_model.editions.loading import load_edition
from nes_model.problems import InvalidInputError
from nes_model.publishing.amended_files import Amendment, amend_files
from nes_model.publishing.next_edition import copy_edition, list_years, write_review_list
from nes_model.publishing.release_check import describe_changes, find_oversights, summarise_edition
from nes_model.scenario.examples import Examples


def write_amended_edition(source: Path, target: Path, amendment: Amendment, examples: Examples) -> None:
    """Write an edition's files, changed, in a new folder, with a list that says all there is to review.

    Args:
        source: the folder of the edition that the amendment was made against.
        target: the folder to write, whose name is the new edition's; it must not exist.
        amendment: the amounts and the readings to write.
        examples: the scenarios on which the effect is shown.

    Raises:
        InvalidInputError: the source cannot be loaded, or lacks a charge that is given an amount; nothing is written.
    """
    edition = load_edition(source)
    with copy_edition(source, target) as folder:
        changed = amend_files(folder, edition, amendment)
        for name, text in changed.items():
            (folder / name).write_bytes(text.encode("utf-8"))
        newer = [name for name in list_years(source.parent) if source.name < name < target.name]
        lines = _list_what_to_review(edition, folder, changed, newer, examples, amendment.readings)
        write_review_list(folder, source.name, lines)


def _list_what_to_review(
    before: Edition,
    folder: Path,
    changed: Iterable[str],
    newer: Iterable[str],
    examples: Examples,
    settled: Iterable[str],
) -> Iterator[str]:
    yield "## Fichiers à relire\n"
    yield "- [ ] 01-edition.yaml : le document, l'assemblée générale, l'année, la fin de validité"
    yield from (f"- [ ] {name} : changé" for name in changed)
    yield "\n## Ce qui change\n"
    yield from (f"- [ ] L'édition {name} est venue depuis : ce qu'elle change n'est pas repris ici." for name in newer)
    try:
        after = load_edition(folder)
    except InvalidInputError as error:
        yield "Les fichiers ne peuvent pas être lus tels quels. À corriger :\n"
        yield from (f"- [ ] {problem}" for problem in error.problems)
        return
    yield from (f"- {line.strip()}" for line in islice(describe_changes(before, after, examples), 1, None))
    for doubt in (before.doubts_by_id[each] for each in settled):
        left = "reste à confirmer, des marques « inconnu » en dépendent"
        said = left if doubt.id in after.doubts_by_id else "point tranché, retiré"
        yield f"- [ ] {doubt.id}, {doubt.title} : {said}"
    yield f"\n## Ce que dit la vérification\n\n{summarise_edition(after)}\n"
    yield from (f"- [ ] {problem}" for problem in find_oversights(after, folder, [before]))
    yield from _list_next_steps(folder.name)


def _list_next_steps(year: str) -> Iterator[str]:
    yield "\n## Ensuite\n"
    yield f"1. Posez le dossier `{year}` dans `data/`, à côté des autres années : il n'est pas encore montré."
    yield "2. Relisez chaque fichier de la liste, le catalogue sous les yeux, et corrigez `01-edition.yaml`."
    yield "3. Retirez ce fichier : deux secondes plus tard, la page Tarifs propose l'édition et dit ce qui change."
    yield "4. Lancez `python -m nes_model verifier` : il doit finir par « Aucun problème »."
    yield f'5. Pour la montrer d\'abord, écrivez `edition: "{year}"` dans `data/en-vigueur.yaml`.'
