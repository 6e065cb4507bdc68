"""What whoever operates the simulator may set, all from the environment."""

import os
import re

from streamlit import config

_SOURCE = r"'self'|https?://(?:\*\.)?[A-Za-z0-9.-]+(?::(?:\d+|\*))?"
_SOURCES = re.compile(rf"'none'|(?:{_SOURCE})(?: (?:{_SOURCE}))*")
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?")


def read_frame_ancestors() -> str:
    """Which sites may show the simulator in a frame (`NES_FRAME_ANCESTORS`): none, unless they are named.

    Raises:
        ValueError: in French, when the value is not a list of sites.
    """
    value = os.environ.get("NES_FRAME_ANCESTORS", "").strip() or "'none'"
    if not _SOURCES.fullmatch(value):
        raise ValueError(
            f"NES_FRAME_ANCESTORS : « {value} » n'est pas une liste de sites. "
            "Écrivez par exemple https://www.normand-esante.fr, ou plusieurs sites séparés par une espace."
        )
    return value


def allow_frame_messages() -> None:
    """Let the sites that may frame the simulator, and no other, send messages to its pages.

    Streamlit would listen to those of its own hosting.
    """
    sites = [each for each in read_frame_ancestors().split() if not each.startswith("'")]
    config.set_option("client.allowedOrigins", sites, "NES_FRAME_ANCESTORS")


def read_api_origins() -> list[str]:
    """Which sites' scripts may call the API from a browser (`NES_API_ORIGINES`): none, unless they are named.

    Raises:
        ValueError: in French, when a value is not a site's origin.
    """
    origins = os.environ.get("NES_API_ORIGINES", "").split()
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise ValueError(
                f"NES_API_ORIGINES : « {origin} » n'est pas une origine. "
                "Écrivez par exemple https://www.normand-esante.fr, sans chemin ni barre finale."
            )
    return origins


def check() -> None:
    """Read every setting, so that a server does not start with one that cannot be used.

    Raises:
        ValueError: in French, when one cannot.
    """
    read_frame_ancestors()
    read_api_origins()
