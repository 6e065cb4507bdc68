"""The tariffs page: what is in force, what is doubtful, what another amount would change."""

import pytest
from streamlit.testing.v1 import AppTest

from nes_model.pricing import impact
from nes_model.scenario.checking import check_or_raise
from nes_model.scenario.saved import SavedScenario, write_saved
from nes_model.scenario.scenario import Scenario
from tests.editions import data_with_2027
from tests.nes_model.strategies import EDITION
from tests.pages.test_simulateur import ROOT, plain, shown
from ui.tariffs.effect_chart import describe


def opened(**parameters: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    for word, value in parameters.items():
        page.query_params[word] = value
    return page.switch_page("pages/tarifs.py").run()


def table(page: AppTest, caption: str) -> str:
    tables = [plain(each.value) for each in page.html]
    return next(each for each in tables if f"<caption>{caption}" in each)


def row(page: AppTest, caption: str, name: str) -> str:
    return next(each for each in table(page, caption).split("<tr ") if f">{name}<" in each)


def test_every_amount_has_its_payer_its_source_its_place_and_its_doubts():
    page = opened()
    text = table(page, "Tarifs : Adhésion")
    assert "Apport en capital<small>par adhérent, une fois</small></th>" in text
    assert ">16,85 €</td>" in text
    where = table(page, "Sources : Adhésion")
    assert "<small>capital-chu</small></th>" in where
    assert "« Pour quel coût ? », tableau des collèges" in where
    assert "03-adhesion.yaml, ligne 16" in where
    assert "R1, R4" in text
    assert not page.warning
    assert not page.exception


def test_a_choice_keeps_what_its_columns_head_does_not_say():
    page = opened()
    text = table(page, "Tarifs : Pack complémentaire")
    assert "Pack complémentaire<small>par mois</small>" in text
    assert ">600,00 € par établissement</td>" in text
    assert ">10,00 € par utilisateur ou 100,00 € par structure</td>" in text
    assert 'data-label="Pack complémentaire, par mois"' in text  # on a phone, where heads are hidden


def test_what_another_price_already_counts_says_so_in_its_columns_head():
    heads = table(opened(), "Tarifs : Échange et partage d&#x27;imagerie").split("</thead>")[0]
    assert "Accès annuel à e-m@ge<small>par établissement raccordé et par an, déjà compris</small>" in heads
    assert heads.count("déjà compris") == 1


def test_two_prices_of_one_name_and_payer_have_two_names():
    labels = [plain(field.label) for field in opened().text_input]
    assert len(labels) == len(set(labels))


def test_what_has_no_price_says_why():
    assert "tarif non publié" in table(opened(), "Tarifs : Formation et sensibilisation")


def test_an_amount_that_cannot_be_read_is_said_under_its_fields_name():
    page = opened()
    page.text_input(key="tarif-contribution-esms").set_value("cent").run()
    said = plain(page.warning[0].value)
    assert "Contribution annuelle : « cent » n'est pas un nombre positif, à deux décimales au plus." in said
    assert "contribution-esms" not in said


def test_a_simulation_is_compared_with_the_tariff_in_force():
    page = opened()
    page.text_input(key="tarif-contribution-esms").set_value("120").run()
    next(each for each in page.button if each.label == "Comparer").click().run()
    text = plain(shown(page))
    assert "104,05 €" in text
    assert "124,05 €" in text  # 4.05 + 120.00
    assert "2.categorie" in page.query_params


def test_an_amount_supposed_moves_the_scenario_and_the_examples_and_is_named():
    page = opened()
    page.text_input(key="tarif-contribution-esms").set_value("120").run()
    assert "Contribution annuelle (EHPAD, SSIAD, MAS…) : 120,00 € au lieu de 100,00 €" in shown(page).replace("\\", "")
    assert "ces montants ne sont pas ceux du tarif en vigueur" in plain(page.warning[0].proto.title)
    effect = row(page, "Effet de la simulation", "EHPAD, un site")
    assert "104,05 €" in effect
    assert "124,05 €" in effect  # 4.05 + 120.00
    assert "+20,00 €" in effect
    assert "13 exemples sur 17 sans changement" in shown(page)
    assert page.query_params["tarifs"] == "contribution-esms~120"
    assert "Simulation : 120,00 €<small>au catalogue : 100,00 €" in table(page, "Tarifs : Adhésion")


READ_BY_SITE = {"categorie": "esms", "lectures": "R4~par-etablissement", "tarifs": "contribution-esms~120"}
READ = "R4, Contribution par adhérent, sans prorata : « une contribution par établissement » au lieu de « une contribu"


def test_readings_are_named_and_priced_as_the_next_edition_would_write_them():
    page = opened(**READ_BY_SITE)
    assert READ in plain(page.warning[0].value)
    assert "ces montants et ces lectures ne sont pas ceux du tarif en vigueur" in page.warning[0].proto.title
    # 3 sites × 120.00 − 1 member × 100.00 = +260.00, and two sites of a health centre × 100.00 − 100.00 = +100.00
    assert row(page, "Effet de la simulation", "EHPAD, trois sites").count("+260,00 €") == 2
    assert row(page, "Effet de la simulation", "Centre de santé, deux sites").count("+100,00 €") == 2
    page.button(key="edition-suivante").click().run()
    assert [each for each in page.markdown if READ in plain(each.value) and "Ce qui y change" in each.value]


def test_readings_alone_are_a_simulation_that_one_click_leaves():
    page = opened(categorie="esms", lectures="R7~tous-colleges", options="imagerie")
    assert "ces lectures ne sont pas celles du tarif en vigueur" in page.warning[0].proto.title
    # one site opened to imaging: 3 600.00 once, then 12 × 200.00 a year
    effect = row(page, "Effet de la simulation", "EHPAD, SSIAD, MAS…")
    assert "+6 000,00 €" in effect
    assert "+2 400,00 €" in effect
    next(button for button in page.button if button.label == "Revenir au tarif en vigueur").click().run()
    assert "lectures" not in page.query_params
    assert not [each for each in page.header if each.value == "Ce que change la simulation"]


def test_the_next_edition_is_offered_once_something_is_supposed_and_a_bad_year_is_told():
    page = opened()
    assert not [each for each in page.button if each.key == "edition-suivante"]
    page.text_input(key="tarif-contribution-esms").set_value("120").run()
    page.button(key="edition-suivante").click().run()
    assert page.text_input(key="annee-suivante").value == "2027"
    assert [each for each in page.get("download_button") if each.label == "Télécharger le dossier (ZIP)"]
    page.text_input(key="annee-suivante").set_value("2024")
    page.button(key="edition-suivante").click().run()
    assert "vient avant la dernière" in plain(page.error[0].value)
    assert not page.exception


def test_an_amount_that_cannot_be_read_is_told_beside_its_field_too():
    page = opened()
    page.text_input(key="tarif-contribution-esms").set_value("cent vingt").run()
    (beside,) = [each.value for each in page.caption if ":red[" in each.value]
    assert "« cent vingt » n'est pas un nombre positif" in plain(beside)
    page.text_input(key="tarif-contribution-esms").set_value("120").run()
    assert not [each for each in page.caption if ":red[" in each.value]


def test_the_link_gives_the_same_simulation():
    page = opened(categorie="chu", tarifs="capital-chu~1685 capital-ville~2143")
    # R1's other reading, as a what-if: 1685 \u2212 16.85 and 2143 \u2212 21.43
    assert "+1 668,15 €" in row(page, "Effet de la simulation", "CHU")
    assert "+2 121,57 €" in row(page, "Effet de la simulation", "MSP de huit professionnels")
    assert page.text_input(key="tarif-capital-chu").value == "1685,00"


def test_a_range_is_typed_as_french_says_it():
    page = opened()
    page.text_input(key="tarif-coordination").set_value("1 390,50 € à 1 490 €").run()
    assert page.query_params["tarifs"] == "coordination~1390.50-1490"
    assert not [each for each in page.warning if "À vérifier" in str(each.proto.title)]


@pytest.mark.parametrize("typed", ["beaucoup", "12,345", "-5", "490 à 380"])
def test_an_amount_that_cannot_be_read_is_said_and_never_guessed(typed):
    page = opened()
    page.text_input(key="tarif-coordination").set_value(typed).run()
    assert "Montant de l'édition utilisé" in shown(page)
    assert "tarifs" not in page.query_params


def test_one_click_returns_to_the_tariff_in_force():
    page = opened(categorie="esms", tarifs="contribution-esms~120")
    next(button for button in page.button if button.label == "Revenir au tarif en vigueur").click().run()
    assert not page.warning
    assert page.text_input(key="tarif-contribution-esms").value == ""


def test_a_point_says_where_to_settle_it_and_what_each_other_reading_moves():
    page = opened()
    page.selectbox(key="point").select("R3").run()
    text = shown(page).replace("\\", "")
    assert "Où le trancher : 08-lectures.yaml, ligne " in text
    effect = row(page, "Effet de R3", "URPS, pour sa communauté")
    assert effect.count("+100,00 €") == 2  # the first year, and each following one
    page.selectbox(key="point").select("R12").run()
    assert "illisible dans le catalogue" in table(page, "Marques que changerait R12")


def test_a_kept_simulation_is_loaded_back_and_a_wrong_one_says_every_problem():
    page = opened()
    good = b"categorie: chu\ntarifs:\n  contribution-esms: 120.00\n"
    page.file_uploader[0].set_value(("s.yaml", good, "application/yaml")).run()
    assert page.text_input(key="tarif-contribution-esms").value == "120,00"
    assert page.query_params["categorie"] == "chu"
    bad = b"categorie: chu\ntarifs:\n  contribution-esm: 1.00\n  pack-es: 2.00\n"
    page.file_uploader[0].set_value(("s.yaml", bad, "application/yaml")).run()
    text = shown(page).replace("\\", "")
    assert "s.yaml, ligne 3 : « contribution-esm » n'est pas un tarif" in text
    assert "s.yaml, ligne 4 : « pack-es » n'est pas un tarif" in text
    assert page.text_input(key="tarif-contribution-esms").value == "120,00"


def test_a_file_that_supposes_nothing_or_was_made_under_another_edition_is_told():
    page = opened()
    page.file_uploader[0].set_value(("s.yaml", b"categorie: chu\n", "application/yaml")).run()
    assert "Ce fichier ne suppose ni montant ni autre lecture" in plain(shown(page))
    old = b'categorie: chu\nedition: "2025"\ntarifs: {contribution-chu: 6000}\n'
    page.file_uploader[0].set_value(("t.yaml", old, "application/yaml")).run()
    assert "a été faite sous l'édition 2025" in plain(shown(page))
    assert page.text_input(key="tarif-contribution-chu").value == "6000,00"


def test_the_simulation_follows_the_scenario_of_the_simulator():
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    page.selectbox(key="categorie").select("chu").run()
    page.query_params.clear()  # what a click in the menu does
    page.switch_page("pages/tarifs.py").run()
    page.text_input(key="tarif-contribution-chu").set_value("6000").run()
    assert "6 016,85 €" in row(page, "Effet de la simulation", "CHU")  # 16.85 + 6000


def test_two_editions_are_compared_without_a_line_of_code(monkeypatch, tmp_path):
    monkeypatch.setattr("ui.state.data.DATA", data_with_2027(tmp_path))
    page = opened()
    assert "100,00 € par adhérent et par an (EHPAD, SSIAD, MAS…)" in row(
        page, "Tarifs qui changent", "Contribution annuelle"
    )
    assert "+20,00 €" in row(page, "Effet sur les exemples", "SSIAD")
    page.selectbox(key="edition").select("2027").run()
    assert ">120,00 €<" in row(page, "Tarifs : Adhésion", "EHPAD, SSIAD, MAS…")
    assert page.query_params["edition"] == "2027"
    assert "De l'édition 2026 à l'édition 2027" in [each.value for each in page.header]
    assert "+20,00 €" in row(page, "Effet sur les exemples", "SSIAD")


def test_an_example_that_a_later_edition_no_longer_prices_is_told_whichever_of_the_two_is_shown(monkeypatch, tmp_path):
    options = "{id: dpm-esms, libelle: DPM, pour: [esms]", "{id: dpm-cst, libelle: DPM, pour: [cst]"
    lectures = "          dpm-esms: {par: etablissement}\n", ""
    monkeypatch.setattr("ui.state.data.DATA", data_with_2027(tmp_path, options=options, lectures=lectures))
    for year in ("2026", "2027"):
        told = row(opened(edition=year), "Effet sur les exemples", "SSIAD")  # which takes the DPM
        assert "ne peut plus être chiffré tel quel" in told


def test_a_reading_may_move_a_feature_to_an_offer_that_is_no_pack(monkeypatch, tmp_path):
    moved = "fonctions: {teleurgence-simple: pack-adherent}", "fonctions: {teleurgence-simple: imagerie}"
    monkeypatch.setattr("ui.state.data.DATA", data_with_2027(tmp_path, lectures=moved))
    page = opened(edition="2027")
    page.selectbox(key="point").select("R6").run()
    said = plain(shown(page)).replace("\\", "")
    assert "Téléurgence simple » passerait de « Pack complémentaire » à « Échange et partage d'imagerie" in said


def test_a_total_that_is_lower_for_want_of_a_price_says_so():
    page = opened()
    page.selectbox(key="point").select("R2").run()
    effect = row(page, "Effet de R2", "MSP de huit professionnels")
    assert effect.count("\u2212100,00 €") == 2
    assert "1 montant non chiffré de plus" in effect


@pytest.mark.parametrize(
    ("reading", "caption", "name", "said"),
    [
        ("R1~sans-virgule", "Tarifs : Adhésion", "CHU", "Simulation : 1 685,00 €<small>au catalogue : 16,85 €"),
        ("R2~sans-tarif", "Tarifs : Adhésion", "Soins de ville", "Simulation : tarif non publié<small>au catalogue"),
        (
            "R4~par-etablissement",
            "Tarifs : Adhésion",
            "CHU",
            "Simulation : 5 000,00 € par établissement et par an<small>au catalogue : 5 000,00 €",
        ),
        ("R4~prorata", "Tarifs : Adhésion", "CHU", "Simulation : 5 000,00 €, au prorata la première année<small>"),
        (
            "R7~additionnees",
            "Tarifs : Échange et partage",
            "CHU",
            "Simulation : 2 400,00 €, facturé en plus<small>au catalogue : 2 400,00 €",
        ),
    ],
)
def test_a_price_that_a_reading_changes_is_shown_beside_the_catalogues(reading, caption, name, said):
    assert said in row(opened(categorie="chu", lectures=reading), caption, name)


def test_of_two_prices_the_one_supposed_is_told_by_its_unit():
    text = row(
        opened(categorie="ville", tarifs="pack-utilisateur~12"), "Tarifs : Pack complémentaire", "Soins de ville"
    )
    assert "Simulation : 12,00 € par utilisateur ou 100,00 € par structure<small>" in text


def test_what_changes_between_two_editions_and_is_no_price_is_told(monkeypatch, tmp_path):
    moved = "offre: pack-complementaire, besoin: Encaisser", "offre: pack-adherent, besoin: Encaisser"
    monkeypatch.setattr("ui.state.data.DATA", data_with_2027(tmp_path, packs=moved))
    said = plain(shown(opened())).replace("\\", "")
    assert "paiement en ligne par le patient (paiement-en-ligne) : Pack complémentaire → Pack adhérent" in said


def test_readings_alone_are_kept_in_a_file_and_loaded_back():
    page = opened(categorie="chu", lectures="R1~sans-virgule")
    assert [each for each in page.get("download_button") if each.label == "Garder la simulation (YAML)"]
    asked = check_or_raise(Scenario(category="chu", readings={"R1": "sans-virgule"}), EDITION)
    kept = write_saved([SavedScenario(asked, "2026")])
    assert "Reprendre une simulation gardée" in kept
    page = opened()
    page.file_uploader[0].set_value(("simulation.yaml", kept.encode(), "application/yaml")).run()
    assert page.query_params["lectures"] == "R1~sans-virgule"


def test_a_bar_that_goes_down_for_want_of_a_price_says_so():
    nurse = Scenario.model_validate({"categorie": "ville", "libelle": "Infirmière"})
    moved = impact.measure_reading([check_or_raise(nurse, EDITION)], "R2", "sans-tarif")
    said = plain(describe(moved))
    assert said.endswith("Infirmière, \u2212100,00 € (1 montant non chiffré de plus).")
