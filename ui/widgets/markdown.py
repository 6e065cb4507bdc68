"""Text that someone wrote, shown as it is: never as Markdown, a link, an icon or an arrow."""

import re
from collections.abc import Iterable

from nes_model.catalogue.doubt import RETAINED, Doubt
from nes_model.catalogue.joining import Contact
from nes_model.french import space

_WORD_JOINER = "\u2060"  # seen by no one, and no address holds it
_SPECIAL = re.compile(r"([&\\`*_{}\[\]()<>#+\-.!|~$:@])")
_BREAK = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")  # after which a line may be a title
# Where a text is cut for nothing to be made of it, even once it is no Markdown: an address, an icon, an arrow.
_MADE_LIVE = re.compile(
    r"(?<=:)(?=//|material/|streamlit:)|(?<=www)(?=\.)|(?<=@)(?=[-\w]+\.[-\w])|(?<=[-<>=~])(?=[-<>=~])", re.IGNORECASE
)


def escape(text: str) -> str:
    """Write a text on one line, with all that would be read as something else made literal, and French spaces."""
    return _SPECIAL.sub(r"\\\1", _MADE_LIVE.sub(_WORD_JOINER, space(_BREAK.sub(" ", text))))


def write_list(texts: Iterable[object]) -> str:
    """Write each text on a line of a list, with nothing of it read as something else."""
    return "\n".join(f"- {escape(str(each))}" for each in texts)


def write_contact(contact: Contact) -> str:
    """Whom to ask, and how: "Projets : 02 50 53 70 01, projets@…", the address to be followed."""
    email = f"[{contact.email}](mailto:{contact.email})" if contact.email else ""  # to be copied as it is
    ways = ", ".join(way for way in (contact.phone, email) if way)
    return f"{escape(contact.subject)}\N{NO-BREAK SPACE}: {ways}" if ways else escape(contact.subject)


def write_evidence(doubt: Doubt, used: str = RETAINED) -> str:
    """What is printed and how it is read; of the reading that the edition retains, also why."""
    why = f" {escape(doubt.reason)}" if used == RETAINED else ""
    return (
        f"Imprimé\N{NO-BREAK SPACE}: {escape(doubt.printed)}.  \n"
        f"Lu\N{NO-BREAK SPACE}: {escape(doubt.label_of(used))}.{why}"
    )
