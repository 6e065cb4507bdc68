"""The link in a text that someone pastes: with a sentence around it, or as mail programs wrap and encode it."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qs, parse_qsl, unquote

from nes_model.problems import InvalidInputError, Problem, cite

_MOST_WORDS = 200
_MOST_WRAPPED = 2  # links within links: a mail program's around a search engine's
_AROUND = " \t\r\n<>()[]{}«»“”‘’.,;:!?…*`\"'"
# A link begins with its scheme, or with the word that holds its question mark; markup ends it.
_PIECES = re.compile(r'[<>"|]+|(?=https?://)|(?<!\S)(?=[^\s?]*\?[^\s=]*=)')
# One that was written by hand may hold spaces: it goes on as far as its parameters, its details and a last number do.
_NUMBER_GOES_ON = r"(?:\s+(?:(?:[-–à€]|et|ou)\s+){0,3}\d\S*)*"
_LINK = re.compile(rf"[^\s?]*\?(?P<query>[^\s=]*=\S*(?:.*(?:&[\w.]+=|~)\S*)?{_NUMBER_GOES_ON})(?P<rest>.*)", re.DOTALL)
_CATEGORY = re.compile(r"(?:[1-9]\d?\.)?categorie")


class PastedLink(NamedTuple):
    """The parameters of a link, and a French sentence for what follows it in the text."""

    parameters: dict[str, list[str]]
    problems: tuple[str, ...] = ()


def find_link(text: str) -> PastedLink:
    """The only link of the simulator in a text, or the query string that the text is.

    Raises:
        InvalidInputError: in French, when there is none, or several.
    """
    try:
        found = dict(_find(text, _MOST_WRAPPED))
        queries = [query for query in found if _is_ours(query)] or list(found) or _bare_query(text)
        if not queries:
            raise _refused("Ce texte n'est pas un lien du simulateur. Copiez l'adresse entière.")
        if len(queries) > 1:
            raise _refused(f"Ce texte contient {len(queries)} liens : aucun n'est lu. Collez-les un par un.")
        parameters = parse_qs(queries[0], keep_blank_values=True, max_num_fields=_MOST_WORDS)
    except ValueError as error:
        raise _refused("Ce lien a trop de paramètres pour être lu.") from error
    rest = found.get(queries[0], "")
    unread = (f"Ce qui suit le lien n'est pas lu : {cite(rest)}.",) if re.search(r"\w", rest) else ()
    return PastedLink(parameters, unread)


def _find(text: str, wrapped: int) -> Iterator[tuple[str, str]]:
    """The query of each link, and what follows it; of a link that wraps others of ours, theirs."""
    for piece in _PIECES.split(_decode(text)):
        if link := _LINK.match(piece):
            query = _trim(link["query"])
            within = _unwrap(query, wrapped - 1) if wrapped and not _is_ours(query) else []
            yield from ((each, link["rest"]) for each in within or [query])


def _decode(text: str) -> str:
    """The text as it was before it was put in a page, in another address or in a mail's source."""
    plain = html.unescape(text)
    if "=" not in plain:
        plain = unquote(plain)
    return plain.replace("=3D", "=") if "categorie=3D" in plain else plain


def _unwrap(query: str, wrapped: int) -> list[str]:
    """The queries of the links of ours that another link's parameters hold; its spaces were plus signs."""
    values = [value.replace(" ", "+") for _, value in _pairs(query)]
    return [inner for value in values for inner, _ in _find(value, wrapped) if _is_ours(inner)]


def _is_ours(query: str) -> bool:
    return any(_CATEGORY.fullmatch(word) for word, _ in _pairs(query))


def _bare_query(text: str) -> list[str]:
    query = _trim(_decode(text))
    return [query] if "=" in query else []


def _pairs(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query, keep_blank_values=True, max_num_fields=_MOST_WORDS)


def _trim(query: str) -> str:
    return query.partition("#")[0].strip(_AROUND)


def _refused(message: str) -> InvalidInputError:
    return InvalidInputError([Problem(message)])
