"""An edition's own files changed at their line, every other byte as a person wrote it."""

import difflib
import shutil
from decimal import Decimal
from pathlib import Path
from textwrap import indent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nes_model.catalogue.doubt import RETAINED
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.service import Mark
from nes_model.editions.folders import DATA
from nes_model.editions.loading import load_edition
from nes_model.money import Amount
from nes_model.problems import InvalidInputError
from nes_model.publishing.amended_files import Amendment, amend_files
from tests.nes_model.folders import edition_folder

FOLDER = DATA / "2026"
EDITION = load_edition(FOLDER)
CHOICES = [(doubt.id, choice) for doubt in EDITION.doubts for choice in (RETAINED, *(each.id for each in doubt.others))]
SUPPOSED = Amount.exactly(Decimal("123.45"))


def reload(amendment: Amendment, folder: Path) -> Edition:
    """The edition that the amended files make, put in place of the others."""
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    for name, text in amend_files(FOLDER, EDITION, amendment).items():
        (folder / name).write_bytes(text.encode("utf-8"))
    return load_edition(folder)


def changed_lines(amendment: Amendment) -> tuple[list[str], list[str]]:
    """The lines that go and those that come, of all files, without their indentation."""
    gone, come = [], []
    for name, text in amend_files(FOLDER, EDITION, amendment).items():
        before = (FOLDER / name).read_bytes().decode("utf-8").splitlines()
        for line in difflib.unified_diff(before, text.splitlines(), n=0, lineterm=""):
            if line.startswith(("---", "+++", "@@")):
                continue
            (gone if line[0] == "-" else come).append(line[1:].strip())
    return gone, come


def prices(edition: Edition) -> dict[str, tuple[object, ...]]:
    """Everything of each charge that makes what is paid and by whom."""
    return {
        id_: (each.amount, each.unpriced, each.categories, each.per, each.every, each.prorated, each.billed)
        for id_, each in edition.charges.items()
    }


def test_an_amount_alone_on_its_line_is_the_only_thing_that_changes():
    assert changed_lines(Amendment({"contribution-chu": SUPPOSED}, {})) == (["montant: 5000.00"], ["montant: 123.45"])


@pytest.mark.parametrize("charge", EDITION.charges)
def test_every_amount_changes_on_its_own_line_and_prices_as_supposed(charge, tmp_path):
    amendment = Amendment({charge: SUPPOSED}, {})
    gone, (written,) = changed_lines(amendment)
    assert len([line for line in gone if not line.startswith("mention:")]) == 1
    assert "123.45" in written
    reloaded, before = reload(amendment, tmp_path), EDITION.charges[charge]
    assert prices(reloaded) == prices(amendment.apply_to(EDITION))
    assert reloaded.charges[charge].note == (None if before.amount == Amount.zero() else before.note)


def test_a_note_stays_beside_the_next_amount():
    (gone,), (come,) = changed_lines(Amendment({"rssi": SUPPOSED}, {}))
    assert "montant: 650.00, mention: un jour compte 7 heures," in gone
    assert come == gone.replace("650.00", "123.45")
    assert changed_lines(Amendment({"capital-esms": SUPPOSED}, {})) == (["montant: 4.05"], ["montant: 123.45"])


def test_a_note_that_said_why_nothing_was_paid_goes_with_the_nil_amount():
    gone, come = changed_lines(Amendment({"contribution-cst": SUPPOSED}, {}))
    assert gone == ["montant: 0.00", "mention: aucune contribution pour le collège E"]
    assert come == ["montant: 123.45"]


def test_a_note_on_an_amount_does_not_justify_that_it_becomes_nil():
    (gone,), (come,) = changed_lines(Amendment({"juridique": Amount.zero()}, {}))
    kept = "montant: 490.00, mention: un jour compte 7 heures,"
    assert come == gone.replace(kept, 'montant: 0.00, mention: "montant nul, à justifier",')


def test_every_amount_that_becomes_nil_is_to_be_justified_and_the_others_say_what_they_said(tmp_path):
    reloaded = reload(Amendment(dict.fromkeys(EDITION.charges, Amount.zero()), {}), tmp_path)
    assert {id_: (each.amount, each.note) for id_, each in reloaded.charges.items()} == {
        id_: (Amount.zero(), each.note if each.amount == Amount.zero() else "montant nul, à justifier")
        for id_, each in EDITION.charges.items()
    }


def test_a_range_is_written_as_people_write_it():
    supposed = Amount(Decimal("700"), Decimal("800.5"))
    (_, (line,)) = changed_lines(Amendment({"rssi": supposed}, {}))
    assert "montant: {min: 700.00, max: 800.50}" in line


@pytest.mark.parametrize(("doubt", "choice"), CHOICES)
def test_every_doubt_is_settled_as_its_reading_prices_and_marks(doubt, choice, tmp_path):
    amendment = Amendment({}, {doubt: choice})
    wanted, reloaded = amendment.apply_to(EDITION), reload(amendment, tmp_path)
    assert prices(reloaded) == prices(wanted)
    assert [(each.marks, each.membership_for) for each in reloaded.services] == [
        (each.marks, each.membership_for) for each in wanted.services
    ]
    assert [each.offer for each in reloaded.features] == [each.offer for each in wanted.features]


@pytest.mark.parametrize(("doubt", "choice"), CHOICES)
def test_a_settled_doubt_is_gone_from_everywhere_unless_a_mark_stays_unknown(doubt, choice, tmp_path):
    reloaded = reload(Amendment({}, {doubt: choice}), tmp_path)
    quoted = {each for charge in reloaded.charges.values() for each in charge.doubts}
    quoted |= {each for holder in (*reloaded.services, *reloaded.features) for each in holder.doubts}
    unknown = any(
        mark is Mark.UNKNOWN and EDITION.doubts_by_id[doubt].touches(service.id, college)
        for service in reloaded.services
        for college, mark in service.marks.items()
    )
    assert (doubt in reloaded.doubts_by_id) == unknown
    assert unknown or doubt not in quoted


def test_comments_blank_lines_and_order_stay():
    def comments(text):
        return [line for line in text.splitlines() if line.lstrip().startswith("#")]

    everything = Amendment(dict.fromkeys(EDITION.charges, SUPPOSED), {"R1": RETAINED, "R4": RETAINED})
    for name, text in amend_files(FOLDER, EDITION, everything).items():
        assert comments(text) == comments((FOLDER / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("amount", [SUPPOSED, Amount.zero()])
def test_files_with_windows_ends_of_lines_are_amended_as_the_others_and_keep_them(amount, tmp_path):
    for path in FOLDER.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    everything = Amendment(dict.fromkeys(EDITION.charges, amount), dict(CHOICES))
    assert amend_files(tmp_path, EDITION, everything) == {
        name: text.replace("\n", "\r\n") for name, text in amend_files(FOLDER, EDITION, everything).items()
    }


def test_a_file_saved_with_a_byte_order_mark_is_edited_at_the_same_characters_and_keeps_it(tmp_path):
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "03-adhesion.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    text = amend_files(tmp_path, EDITION, Amendment({"contribution-chu": SUPPOSED}, {}))["03-adhesion.yaml"]
    assert text.encode() == path.read_bytes().replace(b"montant: 5000.00", b"montant: 123.45")


REST = "libelle: C, pour: tous, par: jour, rythme: annuel"
REST_BELOW = "libelle: C\n  pour: tous\n  par: jour\n  rythme: annuel"


@pytest.mark.parametrize(
    ("written", "euros", "becomes"),
    [
        (
            f"- {{mention: m, valable-jusqu-au: 2030-12-31, lectures: [R1], id: c, montant: 0.00, {REST}}}",
            "5",
            f"- {{id: c, montant: 5.00, {REST}}}",
        ),
        (
            f"- {{id: c, {REST}, montant: 0.00, lectures: [R1], mention: m, valable-jusqu-au: 2030-12-31}}",
            "5",
            f"- {{id: c, {REST}, montant: 5.00}}",
        ),
        (
            f"- mention: m\n  valable-jusqu-au: 2030-12-31\n  lectures: [R1]\n  id: c\n  montant: 0.00\n  {REST_BELOW}",
            "5",
            f"- id: c\n  montant: 5.00\n  {REST_BELOW}",
        ),
        (
            f"- valable-jusqu-au: 2030-12-31\n  id: c\n  lectures: [R1]\n  montant: 5.00\n  {REST_BELOW}",
            "0",
            f'- id: c\n  mention: "montant nul, à justifier"\n  montant: 0.00\n  {REST_BELOW}',
        ),
    ],
)
def test_what_goes_with_an_amount_goes_whatever_the_order_of_the_keys(written, euros, becomes, tmp_path):
    offer = "prestations:\n- id: o\n  libelle: O\n  groupe: g\n  souscription: facultative\n  source: s\n  tarifs:\n"
    doubts = "lectures:\n- {id: R1, titre: t, imprime: i, retenue: r, motif: m}\n"
    folder = edition_folder(tmp_path, autre=offer + indent(written, "  "), doutes=doubts)
    amendment = Amendment({"c": Amount.exactly(Decimal(euros))}, {"R1": RETAINED})
    assert amend_files(folder, load_edition(folder), amendment) == {
        "autre.yaml": offer + indent(becomes, "  "),
        "doutes.yaml": "lectures: []\n",
    }


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        ("id: contribution-chu", "id\N{NO-BREAK SPACE}: contribution-chu"),
        ("id: contribution-chu", "id: 'contribution-chu '"),
        ("tarifs:", "tarifs\N{NARROW NO-BREAK SPACE}:"),
        ("montant: 5000.00", "montant\N{NO-BREAK SPACE}: 5000.00"),
        ("lectures: [R1, R4]", "lectures\N{NO-BREAK SPACE}: ['R1 ', R4]"),
    ],
)
def test_a_name_is_found_with_the_spaces_that_reading_forgives(written, otherwise, tmp_path):
    folder, again = tmp_path / "before", tmp_path / "after"
    shutil.copytree(FOLDER, folder)
    path = folder / "03-adhesion.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(written, otherwise), encoding="utf-8")
    shutil.copytree(folder, again)
    for name, text in amend_files(
        folder, load_edition(folder), Amendment({"contribution-chu": SUPPOSED}, {"R1": RETAINED})
    ).items():
        (again / name).write_text(text, encoding="utf-8")
    charge = load_edition(again).charges["contribution-chu"]
    assert (charge.amount, charge.doubts) == (SUPPOSED, ("R4",))


def test_a_charge_that_is_not_there_is_refused():
    with pytest.raises(InvalidInputError, match="« contribution » n'est pas un tarif"):
        amend_files(FOLDER, EDITION, Amendment({"contribution": SUPPOSED}, {}))


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    tariffs=st.dictionaries(
        st.sampled_from(sorted(EDITION.charges)),
        st.decimals(min_value=0, max_value=100_000, places=2).map(Amount.exactly),
        max_size=6,
    ),
    readings=st.lists(st.sampled_from(CHOICES), max_size=4).map(dict),
)
def test_put_in_place_the_files_price_exactly_as_the_what_if(tariffs, readings, tmp_path_factory):
    amendment = Amendment(tariffs, readings)
    assert prices(reload(amendment, tmp_path_factory.mktemp("amended"))) == prices(amendment.apply_to(EDITION))
