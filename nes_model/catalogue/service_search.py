"""Which services a reader of the grid is looking for."""

from typing import Annotated

from pydantic import Field, StringConstraints

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.service import Mark, Service
from nes_model.documents.entry import Entry, Id, YesNo
from nes_model.documents.nodes import Finding
from nes_model.folding import fold
from nes_model.problems import cite, suggest


class Search(Entry):
    """What the services shown have in common; nothing asked, they are all shown."""

    text: Annotated[str, StringConstraints(max_length=80)] = Field("", alias="cherche")
    college: Id | None = None
    family: Id | None = Field(None, alias="famille")
    mark: Mark | None = Field(None, alias="marque")
    membership: YesNo | None = Field(None, alias="adhesion")


def find_services(search: Search, edition: Edition) -> tuple[Service, ...]:
    """The services that answer a search, in catalogue order.

    Text is looked for word by word, whatever the accents and the case. With a college, only what it may have,
    or what cannot be read for it, is kept, unless another mark is asked for; without one, any college will do.
    """
    return tuple(service for service in edition.services if _answers(service, search, edition))


def check_search(search: Search, edition: Edition) -> list[Finding]:
    """What the search names and the edition does not have."""
    named = [
        ("college", search.college, list(edition.colleges_by_id), "un collège"),
        ("famille", search.family, list(edition.families_by_id), "une famille de services"),
    ]
    return [
        ((word,), f"{cite(value)} n'est pas {kind}. {suggest(value, known)}")
        for word, value, known, kind in named
        if value is not None and value not in known
    ]


def simplify(text: str) -> str:
    """In small letters, without accents, hyphens nor apostrophes, for comparison."""
    return fold(text).replace("-", " ")


def _answers(service: Service, search: Search, edition: Edition) -> bool:
    colleges = [search.college] if search.college else list(edition.colleges_by_id)
    return (
        all(word in _words_of(service, edition) for word in simplify(search.text).split())
        and search.family in (None, service.family)
        and any(_has_mark(service.marks[college], search) for college in colleges)
        and (
            search.membership is None
            or any(edition.needs_membership(service, college) is search.membership for college in colleges)
        )
    )


def _has_mark(mark: Mark, search: Search) -> bool:
    if search.mark is not None:
        return mark is search.mark
    return search.college is None or mark is not Mark.NO


def _words_of(service: Service, edition: Edition) -> str:
    contracts = [contract.label for contract in edition.contracts if contract.service == service.id]
    held = {feature for level in service.levels for feature in level.features}
    wanted = [each.need or each.label for each in edition.features if each.service == service.id or each.id in held]
    levels = [level.label for level in service.levels]
    told = [service.label, service.theme or "", service.description, *service.functions, *contracts, *levels, *wanted]
    return simplify(" ".join(told))
