"""What the tests look for in the scan is found through its damage, and only there."""

import pytest

from tests.source.scan import fold, is_printed, quotations, repeated


def test_a_damaged_word_is_the_word():
    assert fold("L’adhésion d'un médecin") == fold("ladhéesion dun meédecin")
    assert fold("[Assemblée générale") == fold("l'Assemblée générale")


def test_a_printed_amount_is_found_and_another_is_not():
    assert is_printed("750.00 €")
    assert not is_printed("751.00 €")


def test_quotations_are_what_the_marks_enclose():
    assert quotations("« un » et « deux »") == ["un", "deux"]


PRINTED = "Ces elements sont disponibles apres la signature de la convention de mise a disposition"
AMIDST = "Voyez : ces éléments sont disponibles après la signature de la convention."
OURS = "Sept mots à nous, et rien du catalogue."


@pytest.mark.parametrize("text", [PRINTED, AMIDST])
def test_eight_words_of_the_scan_are_refused(text):
    assert repeated(text)


@pytest.mark.parametrize("text", [f"« {PRINTED} »", "Ces éléments sont disponibles après la signature.", OURS])
def test_a_quotation_or_seven_words_are_not(text):
    assert not repeated(text)
