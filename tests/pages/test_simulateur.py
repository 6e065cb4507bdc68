"""The simulator page, widget by widget, without a browser."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.editions import data_with_2027

ROOT = Path(__file__).parents[2]


@pytest.fixture
def simulator() -> AppTest:
    return opened()


def opened(**parameters: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    for word, value in parameters.items():
        page.query_params[word] = value
    return page.run()


def open_part(page: AppTest, part: str) -> AppTest:
    return page.segmented_control(key="partie").set_value(part).run()


def unfold(page: AppTest, *folds: str, to: bool = True) -> AppTest:
    for fold in folds:
        page.session_state[fold] = to
    return page.run()


def metric(page: AppTest, label: str) -> str:
    assert not page.exception
    return next(each.value for each in page.metric if each.label == label).replace("\u202f", " ").replace("\u00a0", " ")


def plain(text: str) -> str:
    """As it is read: ordinary spaces, without what protects it from Markdown."""
    return text.replace("\u202f", " ").replace("\u00a0", " ").replace("\\", "")


def shown(page: AppTest) -> str:
    """All the text of the page, tables included."""
    texts = [*page.markdown, *page.caption, *page.warning, *page.info, *page.html, *page.error]
    return plain("\n".join(str(each.value) for each in texts))


def leave_and_return(page: AppTest, to: str, **parameters: str) -> None:
    """Open a link of the simulator, then come back by the menu, whose addresses are bare."""
    page.query_params.clear()
    for word, value in parameters.items():
        page.query_params[word] = value
    page.switch_page("pages/simulateur.py").run()
    page.query_params.clear()
    page.switch_page(to).run()


def unfold_the_other_points(page: AppTest, *, to: bool = True) -> None:
    unfold(page, "autres-points", to=to)
    open_part(page, "points")


def test_an_empty_visit_shows_an_ehpad_with_one_establishment(simulator):
    assert metric(simulator, "Première année") == "104,05 €"
    assert metric(simulator, "Chaque année suivante") == "100,00 €"
    assert metric(simulator, "Sur 5 ans") == "504,05 €"
    assert metric(simulator, "Capital restituable") == "4,05 €"
    assert not simulator.query_params
    assert not simulator.warning


def test_capital_is_paid_once_whatever_the_category(simulator):
    simulator.selectbox(key="categorie").select("chu").run()
    assert metric(simulator, "Première année") == "5 016,85 €"
    assert metric(simulator, "Chaque année suivante") == "5 000,00 €"


def test_three_establishments_with_the_add_on_pack(simulator):
    simulator.number_input(key="etablissements").set_value(3).run()
    simulator.checkbox(key="option-pack-complementaire").check().run()
    assert metric(simulator, "Première année") == "3 704,05 €"
    assert metric(simulator, "Chaque année suivante") == "3 700,00 €"
    assert "+ 3 600,00 € par an" not in shown(simulator)  # what it would add is said before it is taken
    assert "Soit 3 600,00 € par an pour vos 3 établissements" in shown(simulator)
    assert "100,00 € d'adhésion et 3 600,00 € d'options, soit **308,33 € par mois**." in shown(simulator)  # 3700 / 12
    assert "3 établissements × 100,00 € × 12 mois" in shown(open_part(simulator, "detail"))


def test_an_option_says_what_it_would_add_before_it_is_taken():
    page = opened(categorie="esms", etablissements="3")
    said = shown(unfold(page, "famille-accompagnement"))
    assert "+ 3 600,00 € par an pour vos 3 établissements" in said  # 3 × 100 × 12
    assert "+ 445,00 € une seule fois pour 1 jour" in said
    assert "+ 240,00 € HT par an" in said  # 20 × 12
    assert "Le nombre d'établissements ne compte qu'avec : Pack complémentaire." in said


def test_a_family_of_options_is_drawn_when_it_is_unfolded_and_says_what_is_taken_of_it_once_folded():
    page = opened(categorie="esms")
    assert "option-rssi" not in [each.key for each in page.checkbox]
    unfold(page, "famille-accompagnement")
    page.checkbox(key="option-rssi").check().run()
    page.text_input(key="quantite-rssi").set_value("2,5").run()
    unfold(page, "famille-accompagnement", to=False)
    assert "option-rssi" not in [each.key for each in page.checkbox]
    assert "Retenu : Responsable de la sécurité (RSSI) NeS." in shown(page)
    assert metric(page, "Première année") == "1 729,05 €"  # 4.05 + 100 + 2.5 × 650
    page.number_input(key="etablissements").set_value(2).run()
    assert page.query_params["options"] == "rssi~2.5"


def test_an_option_taken_again_adds_what_it_said_that_it_would():
    page = unfold(opened(categorie="esms"), "famille-accompagnement")
    page.checkbox(key="option-rssi").check().run()
    page.text_input(key="quantite-rssi").set_value("2,5").run()
    page.checkbox(key="option-rssi").uncheck().run()
    assert "+ 650,00 € une seule fois pour 1 jour" in shown(page)
    page.checkbox(key="option-rssi").check().run()
    assert metric(page, "Première année") == "754,05 €"  # 4.05 + 100 + 1 × 650


def test_a_price_chosen_is_forgotten_with_its_option():
    page = opened(categorie="ville", utilisateurs="3", options="pack-complementaire")
    page.segmented_control(key="facturation-pack-complementaire").set_value("structure").run()
    assert metric(page, "Première année") == "1 321,43 €"  # 21.43 + 100 + 1 × 100 × 12
    page.checkbox(key="option-pack-complementaire").uncheck().run()
    assert "+ 360,00 € par an" in shown(page)  # 3 × 10 × 12
    page.checkbox(key="option-pack-complementaire").check().run()
    assert metric(page, "Première année") == "481,43 €"  # 21.43 + 100 + 360


def test_a_link_to_an_option_of_a_family_unfolds_it():
    page = opened(categorie="esms", options="rssi:3")
    assert page.checkbox(key="option-rssi").value
    assert "option-prise-en-main" not in [each.key for each in page.checkbox]


def test_what_is_supposed_holds_once_folded():
    page = opened(categorie="esms", mois_premiere_annee="7", horizon="3")
    unfold(page, "hypotheses")
    page.text_input(key="hausse_annuelle").set_value("2").run()
    unfold(page, "hypotheses", to=False)
    page.number_input(key="etablissements").set_value(2).run()
    assert {"mois_premiere_annee": "7", "horizon": "3", "hausse_annuelle": "2"}.items() <= dict(
        page.query_params
    ).items()
    assert page.number_input(key="etablissements").value == 2


def test_a_part_is_drawn_when_it_is_opened_and_the_address_says_which():
    page = opened(categorie="esms")
    assert "1 adhérent × 100,00 €" not in shown(page)
    open_part(page, "detail")
    assert "1 adhérent × 100,00 €" in shown(page)
    assert page.query_params["partie"] == "detail"
    page.number_input(key="etablissements").set_value(2).run()
    assert page.query_params["partie"] == "detail"
    assert page.query_params["etablissements"] == "2"
    again = opened(categorie="esms", partie="adherer")
    assert "recommandé avec accusé de réception" in shown(again)
    assert not opened(categorie="esms", partie="rien").warning


def test_the_mark_of_doubt_opens_the_points():
    simulator = opened(categorie="chu")
    simulator.button(key="voir-points").click().run()
    assert simulator.query_params["partie"] == "points"
    assert simulator.radio(key="lecture-R1")


def test_a_shorter_first_year_is_not_taken_for_what_comes_back_each_year():
    page = opened(categorie="esms", etablissements="3", options="pack-complementaire", mois_premiere_annee="6")
    said = shown(page)
    # 100 + 3 × 100 × 6, then 100 + 3 × 100 × 12
    assert "La première année compte 6 mois de services : **1 900,00 €**." in said
    assert "Chaque année suivante : 100,00 € d'adhésion et 3 600,00 € d'options, soit **308,33 € par mois**." in said


def test_a_room_is_told_what_membership_opens():
    assert "L'adhésion vous ouvre 13 fonctions, dont téléconsultation et avis à distance." in [
        plain(each.value) for each in opened(categorie="esms", presenter="oui").caption
    ]


def test_a_room_is_told_of_an_option_what_it_would_add_and_no_tariff():
    told = [plain(each.value) for each in opened(categorie="esms", etablissements="3", presenter="oui").caption]
    assert "+ 3 600,00 € par an pour vos 3 établissements" in told  # 3 × 100 × 12


def test_what_the_catalogue_leaves_unsaid_is_said_with_what_joining_opens():
    assert "Non précisé par le catalogue" in shown(opened(categorie="esms", partie="ouvre"))


def test_a_number_of_another_category_is_not_carried_unseen():
    page = opened(categorie="esms", etablissements="3")
    page.selectbox(key="categorie").set_value("ville").run()
    assert "etablissements" not in page.query_params
    page.selectbox(key="categorie").set_value("esms").run()
    assert page.number_input(key="etablissements").value == 3


def test_the_address_follows_the_widgets_and_gives_the_same_page(simulator):
    simulator.number_input(key="etablissements").set_value(3).run()
    simulator.checkbox(key="option-pack-complementaire").check().run()
    simulator.text_input(key="libelle").set_value("EHPAD *Les* Tilleuls").run()
    link = dict(simulator.query_params)
    assert link == {
        "edition": "2026",
        "libelle": "EHPAD *Les* Tilleuls",
        "categorie": "esms",
        "etablissements": "3",
        "options": "pack-complementaire",
    }
    again = opened(**link)
    assert metric(again, "Première année") == "3 704,05 €"
    assert again.number_input(key="etablissements").value == 3
    assert again.title[0].value == r"EHPAD \*Les\* Tilleuls"


def test_going_back_shows_what_the_address_says(simulator):
    simulator.number_input(key="etablissements").set_value(3).run()
    simulator.checkbox(key="option-pack-complementaire").check().run()
    simulator.query_params.clear()
    simulator.query_params["categorie"] = "part"
    simulator.run()
    assert metric(simulator, "Première année") == "100,00 €"
    assert simulator.selectbox(key="categorie").value == "part"
    assert not simulator.checkbox(key="option-pack-complementaire").value


def test_only_the_counts_that_matter_are_asked(simulator):
    unfold(simulator, "hypotheses")
    assert {each.key for each in simulator.number_input} == {
        "adherents",
        "etablissements",
        "mois_premiere_annee",
        "horizon",
    }
    simulator.selectbox(key="categorie").select("ville").run()
    assert {each.key for each in simulator.number_input} == {
        "adherents",
        "utilisateurs",
        "structures",
        "mois_premiere_annee",
        "horizon",
    }


def test_a_link_that_cannot_be_understood_says_so_and_is_left_in_the_address():
    page = opened(categorie="clinique", options="dpm", etablissements="-3")
    assert "« clinique » n'est pas une catégorie" in plain(page.warning[0].value)
    assert "« -3 » n'est pas un nombre entier positif" in plain(page.warning[0].value)
    assert page.query_params["categorie"] == "clinique"
    assert metric(page, "Première année") == "344,05 €"  # 4.05 + 100.00 + 20.00 × 12


def test_the_notice_goes_away_with_the_first_change():
    page = opened(categorie="clinique")
    page.number_input(key="etablissements").set_value(2).run()
    assert not page.warning
    assert page.query_params["categorie"] == "esms"


def test_an_option_that_a_category_cannot_have_is_disabled_with_its_reason(simulator):
    assert simulator.checkbox(key="option-imagerie").disabled
    assert "La fiche Téléimagerie ne nomme que les collèges A et B" in shown(simulator)
    simulator.selectbox(key="categorie").select("autre-es").run()
    assert not simulator.checkbox(key="option-imagerie").disabled


def test_an_option_lost_by_a_change_of_category_is_said(simulator):
    simulator.checkbox(key="option-dpm").check().run()
    simulator.selectbox(key="categorie").select("cst").run()
    assert "Option laissée de côté" in plain(simulator.warning[0].value)
    assert not simulator.checkbox(key="option-dpm").value
    assert metric(simulator, "Première année") == "0,00 €"


def test_a_reading_is_switched_in_place_and_every_figure_moves(simulator):
    simulator.selectbox(key="categorie").select("chu").run()
    open_part(simulator, "points")
    assert "1 668,15 € de plus la première année" in "".join(simulator.radio(key="lecture-R1").proto.captions).replace(
        "\u202f", " "
    ).replace("\u00a0", " ").replace("\\", "")
    assert all(each[0].isupper() or each[0].isdigit() for each in simulator.radio(key="lecture-R1").proto.captions)
    simulator.radio(key="lecture-R1").set_value("sans-virgule").run()
    assert metric(simulator, "Première année") == "6 685,00 €"  # 1685 + 5000
    assert metric(simulator, "Capital restituable") == "1 685,00 €"
    assert simulator.query_params["lectures"] == "R1~sans-virgule"
    assert "Autre lecture choisie : R1" in shown(simulator)


def test_a_simulated_tariff_is_named_above_the_figures_and_can_be_left():
    page = opened(categorie="esms", tarifs="contribution-esms~120")
    assert metric(page, "Première année") == "124,05 €"  # 4.05 + 120
    assert "ces montants ne sont pas ceux du tarif en vigueur" in page.warning[0].proto.title
    page.number_input(key="etablissements").set_value(2).run()
    assert page.query_params["tarifs"] == "contribution-esms~120"
    next(button for button in page.button if button.label == "Revenir au tarif en vigueur").click().run()
    assert metric(page, "Première année") == "104,05 €"
    assert "tarifs" not in page.query_params


def test_the_imaging_reading_opens_the_option_to_an_ehpad(simulator):
    unfold_the_other_points(simulator)
    simulator.radio(key="lecture-R7").set_value("tous-colleges").run()
    simulator.checkbox(key="option-imagerie").check().run()
    assert metric(simulator, "Première année") == "6 104,05 €"  # 4.05 + 100 + 3600 + 200 × 12


def test_a_reading_chosen_stays_chosen_once_folded(simulator):
    unfold_the_other_points(simulator)
    simulator.radio(key="lecture-R7").set_value("tous-colleges").run()
    unfold_the_other_points(simulator, to=False)
    assert "lecture-R7" not in [each.key for each in simulator.radio]
    simulator.checkbox(key="option-imagerie").check().run()
    assert metric(simulator, "Première année") == "6 104,05 €"
    assert simulator.query_params["lectures"] == "R7~tous-colleges"


@pytest.mark.parametrize("typed", ["2,5", "2.5"])
def test_decimals_are_typed_as_french_or_with_a_point(simulator, typed):
    unfold(simulator, "famille-accompagnement")
    simulator.checkbox(key="option-rssi").check().run()
    simulator.text_input(key="quantite-rssi").set_value(typed).run()
    assert metric(simulator, "Première année") == "1 729,05 €"  # 4.05 + 100 + 2.5 × 650


def test_a_decimal_that_cannot_be_read_is_said_and_never_guessed(simulator):
    unfold(simulator, "hypotheses")
    simulator.text_input(key="hausse_annuelle").set_value("deux").run()
    assert "« deux » n'est pas un nombre positif" in plain(simulator.warning[0].value)
    assert metric(simulator, "Sur 5 ans") == "504,05 €"
    assert [
        each for each in simulator.caption if "Hausse annuelle, en %" in plain(each.value) and ":red[" in each.value
    ]
    simulator.text_input(key="hausse_annuelle").set_value("2,5").run()
    assert not simulator.warning
    assert not [each for each in simulator.caption if ":red[" in each.value]
    # 104.05 + 102.50 + 105.06 + 107.69 + 110.38 (100 × 1.025⁴ = 110.381…)
    assert metric(simulator, "Sur 5 ans") == "529,68 €"


def test_a_quantity_that_cannot_be_read_is_told_beside_its_field_too(simulator):
    unfold(simulator, "famille-accompagnement")
    simulator.checkbox(key="option-rssi").check().run()
    simulator.text_input(key="quantite-rssi").set_value("deux").run()
    (beside,) = [each.value for each in simulator.caption if ":red[" in each.value]
    assert "« deux » n'est pas un nombre positif" in plain(beside)
    assert metric(simulator, "Première année") == "754,05 €"  # 4.05 + 100 + 1 × 650


def test_a_range_is_shown_by_its_two_ends(simulator):
    unfold(simulator, "famille-accompagnement")
    simulator.checkbox(key="option-referent-medical").check().run()
    assert metric(simulator, "Première année") == "819 à 919 €"  # 104.05 + 715, 104.05 + 815


def test_what_has_no_price_is_never_zero(simulator):
    unfold(simulator, "famille-formation")
    simulator.checkbox(key="option-securnes-autonome").check().run()
    assert metric(simulator, "Première année") == "104,05 €"
    assert "Les totaux s'entendent hors 1 prestation non chiffrée" in shown(simulator)
    notes = [plain(each.delta) for each in simulator.metric]
    assert notes == [*["+ Sécur'NeS autonome, sans prix publié"] * 3, ""]
    assert "tarif non publié" in shown(simulator)
    assert "Tarif non publié" in shown(open_part(simulator, "detail"))


def test_the_cheaper_of_two_prices_is_taken_and_can_be_forced(simulator):
    simulator.selectbox(key="categorie").select("ville").run()
    simulator.number_input(key="utilisateurs").set_value(8).run()
    simulator.checkbox(key="option-pack-complementaire").check().run()
    assert metric(simulator, "Première année") == "1 081,43 €"
    assert metric(simulator, "Chaque année suivante") == "1 060,00 €"
    assert "moins cher que 1 structure × 100,00 € × 12 mois" in shown(open_part(simulator, "detail"))
    open_part(simulator, "annees")
    assert "10,00 € par utilisateur, ou 100,00 € par structure. Les deux prix se rejoignent à 10 utilisateurs" in shown(
        simulator
    )
    assert re.findall(r">(\d+)</th><td[^>]*>([\d,]+ €)</td>", shown(simulator)) == [
        ("5", "50,00 €"),
        ("8", "80,00 €"),
        ("10", "100,00 €"),
        ("20", "200,00 €"),
    ]
    simulator.segmented_control(key="facturation-pack-complementaire").set_value("structure").run()
    assert metric(simulator, "Chaque année suivante") == "1 300,00 €"  # 100 + 100 × 12


def test_a_price_that_begins_at_nothing_meets_the_other_at_its_high_end():
    asked = {"categorie": "ville", "utilisateurs": "1", "options": "pack-complementaire"}
    page = open_part(opened(**asked, tarifs="pack-utilisateur~0-30"), "annees")
    assert not page.exception
    assert "se rejoignent à 3,33 utilisateurs, au haut des fourchettes." in plain(shown(page))  # 100 / 30


def test_the_price_of_several_structures_says_of_how_many():
    page = open_part(opened(categorie="ville", structures="2", options="pack-complementaire"), "annees")
    assert "10,00 € par utilisateur, ou 200,00 € pour vos 2 structures." in shown(page)  # 2 × 100


def test_every_chart_has_a_text_that_carries_its_figures(simulator):
    open_part(simulator, "annees")
    bars = next(each.value for each in simulator.html if "nes-bars" in each.value and "style>" not in each.value)
    assert plain(re.findall('aria-label="([^"]+)"', bars)[0]) == (
        "Première année : 104,05 €, soit Apport en capital 4,05 €, Contribution annuelle 100,00 €. "
        "Chaque année suivante : 100,00 €, soit Contribution annuelle 100,00 €."
    )
    (cumulated,) = simulator.get("vega_lite_chart")
    assert plain(cumulated.proto.alt) == (
        "Cumul : année 1, 104,05 €, année 2, 204,05 €, année 3, 304,05 €, année 4, 404,05 €, année 5, 504,05 €."
    )


def test_an_organisation_that_pays_nothing_gets_no_empty_chart():
    page = opened(categorie="cst")
    assert metric(page, "Première année") == "0,00 €"
    assert "Rien de chiffré à payer" in shown(page)


def test_the_page_says_what_joining_opens_and_how_to_join(simulator):
    # The member pack's 14, less remote reading of imaging: its sheet names colleges A and B only.
    assert "L'adhésion vous ouvre 13 fonctions, dont téléconsultation et avis à distance" in shown(simulator)
    text = shown(open_part(simulator, "ouvre")) + shown(open_part(simulator, "adherer"))
    assert "Le **pack adhérent** vous ouvre : télémédecine sans dispositif médical connecté" in text
    assert "recommandé avec accusé de réception" in text
    assert "contact@normand-esante.fr" in text
    assert "ne vaut pas devis" in text


def test_joining_is_told_step_by_step_with_who_does_what(simulator):
    text = shown(open_part(simulator, "adherer"))
    assert text.index("Quand vous êtes décidés") < text.index("Dès la réception du courrier") < text.index("centrale")
    for who in ("NeS", "L'assemblée générale".replace("'", "&#x27;"), "Vous et le titulaire du marché"):
        assert f">{who}<" in text


def test_what_is_typed_for_the_letter_goes_neither_in_the_address_nor_in_the_scenario(simulator):
    open_part(simulator, "adherer")
    before = dict(simulator.query_params)
    simulator.text_input(key="courrier-organisation").set_value("EHPAD Les Tilleuls").run()
    simulator.text_input(key="courrier-signatory").set_value("Claude Durand").run()
    assert dict(simulator.query_params) == before
    assert "rien n'est conservé" in shown(simulator)
    assert {each.label for each in simulator.get("download_button")} >= {"Courrier (PDF)", "Courrier modifiable (Word)"}


def test_the_letter_follows_the_name_of_the_scenario():
    page = opened(libelle="EHPAD Les Tilleuls", partie="adherer")
    assert page.text_input(key="courrier-organisation").value == "EHPAD Les Tilleuls"
    page.text_input(key="libelle").set_value("CHU de Port-Vieux").run()
    assert page.text_input(key="courrier-organisation").value == "CHU de Port-Vieux"
    page.text_input(key="libelle").set_value("").run()
    assert page.text_input(key="courrier-organisation").value == ""


def test_the_letter_keeps_the_name_that_the_visitor_typed_in_it():
    page = opened(libelle="EHPAD Les Tilleuls", partie="adherer")
    page.text_input(key="courrier-organisation").set_value("Association Les Tilleuls").run()
    page.text_input(key="libelle").set_value("CHU de Port-Vieux").run()
    assert page.text_input(key="courrier-organisation").value == "Association Les Tilleuls"


def test_the_letter_opened_again_bears_the_name_of_the_day():
    page = opened(libelle="EHPAD Les Tilleuls", partie="adherer")
    open_part(page, "detail").text_input(key="libelle").set_value("CHU de Port-Vieux").run()
    assert open_part(page, "adherer").text_input(key="courrier-organisation").value == "CHU de Port-Vieux"


def test_a_service_that_a_college_is_not_named_for_is_not_promised():
    text = shown(opened(categorie="rst", partie="ouvre"))
    assert "Le catalogue ne nomme pas votre collège pour : Téléurgence, dont Télé-AVC, Téléurgence simple" in text


def test_data_in_a_table_never_becomes_html():
    page = opened(libelle="<script>alert(1)</script>", categorie="esms")
    assert not page.exception
    assert all("<script>" not in each.value for each in page.html)


def test_tariffs_that_cannot_be_read_are_told_in_french(simulator, monkeypatch, tmp_path):
    broken = tmp_path / "2026"
    broken.mkdir()
    (broken / "1-edition.yaml").write_text("edition: {id: x}\nedition: {}\n", encoding="utf-8")
    (tmp_path / "en-vigueur.yaml").write_text("edition: '2026'\n", encoding="utf-8")
    monkeypatch.setattr("ui.state.data.DATA", tmp_path)
    simulator.run()
    assert "1-edition.yaml, ligne 2" in shown(simulator)
    assert not simulator.exception


def test_an_unexpected_error_shows_a_reference_and_no_trace(simulator, monkeypatch):
    monkeypatch.setattr("nes_model.pricing.rule.price_checked", lambda *_: 1 / 0)
    simulator.run()
    assert "en citant la référence" in simulator.error[0].value
    assert not simulator.exception


@pytest.fixture
def with_2027(monkeypatch, tmp_path):
    """A second edition, made by copying the first: an ESMS contribution of 120 €."""
    monkeypatch.setattr("ui.state.data.DATA", data_with_2027(tmp_path))


@pytest.mark.usefixtures("with_2027")
def test_a_second_edition_needs_no_line_of_code():
    page = opened()
    assert page.selectbox(key="edition").options == ["2026", "2027"]
    assert metric(page, "Première année") == "104,05 €"
    assert metric(page, "Sur 5 ans") == "584,05 €"  # 104.05 + 4 × 120.00
    assert "Chaque année est chiffrée avec son édition quand elle existe" in shown(page)
    page.selectbox(key="edition").select("2027").run()
    assert metric(page, "Première année") == "124,05 €"
    assert page.query_params["edition"] == "2027"


@pytest.mark.usefixtures("with_2027")
def test_a_link_keeps_the_edition_that_it_names():
    page = opened(edition="2027", categorie="esms")
    assert metric(page, "Première année") == "124,05 €"
    assert not page.warning


def test_an_address_that_is_too_long_is_not_read_and_it_is_said():
    page = opened(categorie="chu", options=",".join(f"inconnu{each}" for each in range(2_000)))
    assert "L'adresse est trop longue pour être lue" in shown(page)
    assert metric(page, "Première année") == "104,05 €"  # the example that a bare address shows: 4.05 + 100


def test_an_address_wrong_a_hundred_times_over_is_told_its_first_mistakes_and_how_many_more():
    page = opened(categorie="esms", options=",".join(f"inconnu{each}" for each in range(100)))
    assert "Et 80 autres problèmes. Corrigez d'abord ceux-ci." in shown(page)
    assert "inconnu0" in shown(page)
    assert "inconnu99" not in shown(page)


def test_the_total_over_years_says_what_a_later_edition_no_longer_prices(monkeypatch, tmp_path):
    data = data_with_2027(tmp_path, adhesion=("montant: 5000.00", "non-chiffre: sur devis"))
    monkeypatch.setattr("ui.state.data.DATA", data)
    page = opened(edition="2026", categorie="chu")
    assert metric(page, "Sur 5 ans") == "5 016,85 €"  # 16.85 + 5000.00, then nothing that 2027 prices
    notes = [plain(each.delta) for each in page.metric]
    beside = ["aux tarifs de l'édition 2026", "+ Contribution annuelle, sans prix publié dans l'édition 2027"]
    assert notes == ["", *beside, ""]
