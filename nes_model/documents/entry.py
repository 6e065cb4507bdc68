"""What every piece of data that a person writes has in common."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]


class Entry(BaseModel):
    """Frozen, French keys outside, English names inside, nothing unknown let through."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True
    )

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other values, and without what was computed from the old ones."""
        copied = super().model_copy(update=update, deep=deep)
        for computed in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[computed]
        return copied


def _yes_or_no(value: Any) -> bool:
    """Read "oui" or "non"; YAML itself would turn other words into booleans."""
    if isinstance(value, bool):
        return value
    if value in ("oui", "non"):
        return bool(value == "oui")
    raise PydanticCustomError("oui_non", "n'est ni « oui » ni « non ». Écrivez l'un des deux")


YesNo = Annotated[bool, BeforeValidator(_yes_or_no, json_schema_input_type=str)]


def parse_day(value: Any) -> date:
    """Read a day of the calendar, written in the one way that sorts.

    Raises:
        PydanticCustomError: in French, when it is anything else: a year, a number of seconds, the French order.
    """
    text = str(value).strip()
    with suppress(ValueError):
        if (day := date.fromisoformat(text)).isoformat() == text:
            return day
    raise PydanticCustomError("date", "n'est pas une date. Écrivez par exemple 2026-12-31")


Day = Annotated[date, BeforeValidator(parse_day, json_schema_input_type=date)]
