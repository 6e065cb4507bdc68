"""What a scenario was worth when it was saved, in one text of a link."""

from pydantic import TypeAdapter

from nes_model.documents.entry import Id
from nes_model.money.typed_amount import read_range, write_in_link
from nes_model.scenario.saved import Frozen

_ID: TypeAdapter[str] = TypeAdapter(Id)


def write_then(edition: str, frozen: Frozen) -> str:
    """Write the edition and the figures of a day: `2026_2026-11-24_0f1c2b3a4d5e6f70_104.05_100.00`.

    A range is `819.05-919.05`.
    """
    amounts = (write_in_link(frozen.first_year), write_in_link(frozen.following_years))
    return "_".join([edition, frozen.day, frozen.digest, *amounts])


def parse_then(text: str) -> tuple[str, Frozen]:
    """Parse the edition and the figures of a day.

    Raises:
        ValueError: the text is not what `write_then` writes, or wrote when a range was `819.05~919.05`.
    """
    edition, day, digest, first, following = text.split("_")
    first, following = first.replace("~", "-"), following.replace("~", "-")
    amounts = {"premiere_annee": read_range(first), "annees_suivantes": read_range(following)}
    return _ID.validate_python(edition), Frozen.model_validate({"le": day, "empreinte": digest, **amounts})
