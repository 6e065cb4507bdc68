"""What people come for, under a few heads, as an edition lists it."""

from pydantic import Field

from nes_model.documents.entry import Entry, Text


class NeedTheme(Entry):
    """A head and the needs under it: shown first to whoever does not know what the services are called."""

    label: Text = Field(alias="theme")
    needs: tuple[Text, ...] = Field(alias="besoins", min_length=1)  # `service`, `service:niveau` or `fonction`
