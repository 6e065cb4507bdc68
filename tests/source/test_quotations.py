"""A doubt quotes only what is printed."""

import pytest

from tests.nes_model.strategies import EDITION
from tests.source.scan import is_printed, quotations


@pytest.mark.parametrize("doubt", EDITION.doubts, ids=lambda doubt: doubt.id)
def test_a_doubt_quotes_only_words_of_the_catalogue(doubt):
    texts = [doubt.title, doubt.printed, doubt.retained, doubt.reason, *(other.label for other in doubt.others)]
    assert [quoted for text in texts for quoted in quotations(text) if not is_printed(quoted)] == []


@pytest.mark.parametrize("doubt", EDITION.doubts, ids=lambda doubt: doubt.id)
def test_a_doubt_says_what_is_printed_and_how_it_is_read(doubt):
    assert doubt.printed != doubt.retained
    assert len({doubt.retained, *(other.label for other in doubt.others)}) == 1 + len(doubt.others)
