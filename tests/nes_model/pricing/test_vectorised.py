"""The vectorised rule says, to the cent, what the rule says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nes_model.catalogue.charge import Basis, Cadence
from nes_model.catalogue.edition import Edition
from nes_model.pricing.rule import price
from nes_model.pricing.vectorised import price_batch
from nes_model.scenario.scenario import MOST_ESTABLISHMENTS, MOST_USERS, Scenario
from tests.nes_model.pricing.test_rule import CHOICE, charge, edition_with
from tests.nes_model.strategies import EDITION, scenarios


def cents(amount):
    return [int(amount.low * 100), int(amount.high * 100)]


def assert_same(asked: list[Scenario], edition: Edition) -> None:
    batch = price_batch(asked, edition)
    assert batch.size == len(asked)
    quotes = [price(scenario, edition) for scenario in asked]
    assert batch.first_year.tolist() == [cents(quote.first_year) for quote in quotes]
    assert batch.following_years.tolist() == [cents(quote.following_years) for quote in quotes]
    assert batch.refundable.tolist() == [cents(quote.refundable) for quote in quotes]
    assert batch.unpriced == [tuple(each.id for each in quote.unpriced) for quote in quotes]
    for row, quote in enumerate(quotes):
        lines = [
            (
                each.charge.id,
                each.first_year[each.rows == row].tolist(),
                each.following_years[each.rows == row].tolist(),
            )
            for each in batch.billed
            if each.is_priced and row in each.rows
        ]
        assert lines == [(line.id, [cents(line.first_year)], [cents(line.following_years)]) for line in quote.lines]


@given(st.lists(scenarios(), max_size=12))
def test_a_table_of_the_catalogue_s_scenarios_is_priced_as_each_would_be(asked):
    assert_same(asked, EDITION)


def amounts() -> st.SearchStrategy[object]:
    euros = st.integers(0, 10_000_000).map(lambda whole: f"{whole / 100:.2f}")
    ends = st.tuples(euros, euros).map(lambda pair: sorted(pair, key=float))
    return euros | ends.map(lambda pair: {"min": pair[0], "max": pair[1]}) | st.none()


@st.composite
def charges(draw: st.DrawFn, identifier: str) -> dict[str, object]:
    amount = draw(amounts())
    price_words = {"montant": amount} if amount is not None else {"non-chiffre": "sur devis"}
    made = charge(identifier, par=draw(st.sampled_from(Basis)), rythme=draw(st.sampled_from(Cadence))) | {
        "prorata": draw(st.sampled_from(["oui", "non"])),
        "rythme-au-choix": draw(st.sampled_from(["oui", "non"])),
        "restituable": draw(st.sampled_from(["oui", "non"])),
        "facture": draw(st.sampled_from(["oui", "oui", "oui", "non"])),
        "taxe": draw(st.sampled_from(["HT", "non-precisee"])),
    }
    del made["montant"]
    return made | price_words


@st.composite
def choices(draw: st.DrawFn, identifier: str) -> dict[str, object]:
    several = [draw(charges(f"{identifier}-{index}")) for index in range(draw(st.integers(2, 3)))]
    for each in several:
        del each["pour"]
    return {"pour": "tous", "au-choix": several}


@st.composite
def made_editions(draw: st.DrawFn) -> Edition:
    """Tariffs that no catalogue has: any basis, cadence, range, absence, choice."""
    kinds = draw(st.lists(st.booleans(), min_size=1, max_size=4))
    tariffs = [draw(choices(f"t{i}") if kind else charges(f"t{i}")) for i, kind in enumerate(kinds)]
    return edition_with(*tariffs, taking=draw(st.sampled_from(["obligatoire", "facultative"])))


@st.composite
def any_counts(draw: st.DrawFn, edition: Edition) -> Scenario:
    """Counts of any size; options as far as the edition's charges have a use for them."""
    words: dict[str, object] = {"categorie": "c"}
    for name in ("adherents", "etablissements", "structures"):
        words[name] = draw(st.integers(1, MOST_ESTABLISHMENTS))
    words |= {"utilisateurs": draw(st.integers(0, MOST_USERS)), "mois_premiere_annee": draw(st.integers(1, 12))}
    offer = edition.options.get("offre")
    rows = list(offer.billed_to("c")) if offer else []
    if not rows:
        return Scenario.model_validate(words)
    billed = [each for row in rows for each in row]
    option: dict[str, object] = {}
    if any(not each.per.is_count for each in billed):
        is_divisible = all(each.per.is_divisible for each in billed if not each.per.is_count)
        whole = draw(st.integers(1, 1_000_000 if is_divisible else 10_000))
        option |= {"quantite": f"{whole / 100:.2f}" if is_divisible else whole} if draw(st.booleans()) else {}
    if any(each.every_is_free for each in billed):
        option |= {"rythme": draw(st.sampled_from(["une-fois", "annuel"]))}
    asked = [each.per for row in rows if len(row) > 1 for each in row if each.per in (Basis.USER, Basis.STRUCTURE)]
    if asked:
        option |= {"facturation": draw(st.sampled_from(["auto", *asked]))}
    return Scenario.model_validate(words | {"options": {"offre": option} if draw(st.booleans()) else {}})


@given(st.data())
def test_tariffs_of_any_shape_are_priced_as_the_rule_prices_them(data):
    edition = data.draw(made_editions())
    assert_same(data.draw(st.lists(any_counts(edition), min_size=1, max_size=6)), edition)


@pytest.mark.parametrize(
    ("amount", "months", "expected"),
    [
        ("100.00", 7, 5833),  # 100 × 7 / 12 = 58.333…
        ("0.06", 1, 1),  # 0.06 / 12 = 0.005, half up
        ("0.18", 1, 2),  # 0.18 / 12 = 0.015, half up, where a float holds 0.01499…
        ("999999999.99", 11, 91666666666),  # 999 999 999.99 × 11 / 12 = 916 666 666.6575
    ],
)
def test_a_prorated_amount_is_rounded_half_up(amount, months, expected):
    edition = edition_with(charge(montant=amount, prorata="oui"))
    asked = Scenario.model_validate({"categorie": "c", "mois_premiere_annee": months})
    assert price_batch([asked], edition).first_year.tolist() == [[expected, expected]]


def test_amounts_past_sixty_four_bits_stay_exact():
    edition = edition_with(charge(montant="999999999.99", par="utilisateur", rythme="mensuel"))
    asked = Scenario.model_validate({"categorie": "c", "utilisateurs": 100_000})
    # 999 999 999.99 × 100 000 × 12, in cents
    assert price_batch([asked], edition).following_years.tolist() == [[99_999_999_999 * 100_000 * 12] * 2]


def test_the_cheaper_of_two_prices_is_chosen_row_by_row():
    asked = [
        Scenario.model_validate({"categorie": "c", "utilisateurs": users, "options": {"offre": {"facturation": by}}})
        for users, by in [(8, "auto"), (12, "auto"), (8, "structure"), (12, "utilisateur"), (0, "utilisateur")]
    ]
    batch = price_batch(asked, edition_with(CHOICE, taking="facultative"))
    # 8 × 10 × 12, 100 × 12, 100 × 12 as asked, 12 × 10 × 12 as asked, 100 × 12 for want of users
    assert batch.following_years[:, 0].tolist() == [96_000, 120_000, 120_000, 144_000, 120_000]


def test_of_two_prices_by_the_basis_asked_for_the_first_is_billed():
    users = [
        {"id": f"u{euros}", "libelle": "U", "montant": f"{euros}.00", "par": "utilisateur", "rythme": "annuel"}
        for euros in (30, 20)
    ]
    edition = edition_with({"pour": "tous", "au-choix": users}, taking="facultative")
    words = {"categorie": "c", "utilisateurs": 2, "options": {"offre": {"facturation": "utilisateur"}}}
    asked = [Scenario.model_validate(words), Scenario.model_validate(words | {"options": {"offre": {}}})]
    assert_same(asked, edition)
    assert price_batch(asked, edition).first_year[:, 0].tolist() == [6000, 4000]  # 2 × 30 as asked; 2 × 20, the cheaper


def test_no_organisation_costs_nothing_at_all():
    batch = price_batch([], EDITION)
    assert batch.first_year.tolist() == []
    assert batch.unpriced == []
