"""What mail programs and social networks add to the links that people send: nobody's business here."""

import re
from collections.abc import Mapping, Sequence

_TRACKING = re.compile(
    r"(?:utm|mtm|matomo|pk|piwik|hsa|_hs|at|vero|oly|s?_?ga|_ga|mc)_\w+|_gl|_ga|_hsenc|_hsmi|"
    r"fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mkt_tok|ref_src|srsltid",
    re.IGNORECASE,
)


def drop_tracking(parameters: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """A link's parameters without what was added on its way, such as the `amp;` that a page's source has for `&`."""
    own: dict[str, list[str]] = {}
    for word, values in parameters.items():
        name = word.rpartition("amp;")[2]
        if not _TRACKING.fullmatch(name):
            own.setdefault(name, []).extend(values)
    return own
