"""The comparison page, widget by widget, without a browser."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from streamlit.testing.v1 import AppTest

from nes_model.comparison import link as comparison_links
from nes_model.comparison.selection import Selection
from nes_model.comparison.then_and_now import freeze
from nes_model.pricing.rule import price_checked
from nes_model.scenario.checking import CheckedScenario, check_or_raise
from nes_model.scenario.saved import SavedScenario, write_saved
from nes_model.scenario.scenario import Scenario
from tests.editions import data_with_2027
from tests.nes_model.strategies import EDITION
from tests.pages.test_simulateur import leave_and_return
from ui.comparison.state import extend_link

ROOT = Path(__file__).parents[2]
ONE = {"categorie": "esms", "libelle": "Un site"}
THREE = {"categorie": "esms", "libelle": "Trois sites", "etablissements": 3, "options": {"pack-complementaire": {}}}
CHU = {"categorie": "chu", "libelle": "CHU"}


def checked(words: dict[str, object]) -> CheckedScenario:
    return check_or_raise(Scenario.model_validate(words), EDITION)


def selection(*scenarios: dict[str, object]) -> Selection:
    return Selection(tuple(map(SavedScenario, map(checked, scenarios))))


def opened(*scenarios: dict[str, object]) -> AppTest:
    return opened_at(comparison_links.write_parameters(selection(*scenarios), EDITION))


def opened_at(parameters: dict[str, str]) -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    page.switch_page("pages/comparaison.py")
    for word, value in parameters.items():
        page.query_params[word] = value
    return page.run()


def plain(text: object) -> str:
    return str(text).replace("\u202f", " ").replace("\u00a0", " ").replace("\\", "")


def shown(page: AppTest) -> str:
    assert not page.exception
    texts = [*page.markdown, *page.caption, *page.warning, *page.info, *page.html, *page.error]
    return plain("\n".join(str(each.value) for each in texts))


def card_names(page: AppTest) -> list[str]:
    return [each.value for each in page.text_input if each.key.startswith("nom-")]


def rename(page: AppTest, place: int, name: str) -> AppTest:
    field = next(each for each in page.text_input if each.key.startswith(f"nom-{place}-"))
    return field.set_value(name).run()


def act(page: AppTest, place: int, action: str) -> AppTest:
    return page.menu_button(key=f"actions-{place}").click(action).run()


def test_an_empty_visit_proposes_questions_and_leaves_the_address_bare():
    page = opened()
    assert "Les questions que l'on pose souvent" in shown(page)
    assert not page.query_params
    page.button(key="question-0").click().run()
    assert card_names(page) == ["CPTS au collège B", "CPTS au collège D"]


def test_two_scenarios_are_shown_with_their_difference_split():
    text = shown(opened(ONE, THREE))
    assert (
        "De « Un site » à « Trois sites » : +3 600,00 € la première année, +3 600,00 € chaque année suivante." in text
    )
    assert "Option ajoutée : Pack complémentaire" in text
    assert "Déjà compris dans les montants ci-dessus : 1 établissement → 3 établissements." in text
    assert "Si un poste n'est que dans l'un des deux scénarios, tout son montant fait partie de l'écart." in text


def test_what_has_no_price_is_neither_the_same_cost_nor_counted_already():
    site = {"categorie": "esms", "libelle": "Avec un site web", "options": {"creation-site": {}}}
    text = shown(opened(ONE, site))
    assert "« Un site » et « Avec un site web » coûtent la même chose, hors prestations non chiffrées." in text
    assert "Non chiffré, et donc hors de l'écart : Option ajoutée : Création de votre site par NeS." in text
    assert "Déjà compris" not in text


def test_what_a_reference_without_all_its_prices_leaves_out_is_said_beside_the_gap_of_a_sum():
    site = {"categorie": "esms", "libelle": "Avec un site web", "options": {"creation-site": {}}}
    page = opened(site, ONE, CHU)
    page.multiselect(key="ensemble").set_value([1, 2]).run()
    # 104.05 + 5016.85 − 104.05, then 100 + 5000 − 100
    assert "(référence) : +5 016,85 € la première année, +5 000,00 € ensuite, hors prestations non chiffrées." in shown(
        page
    )


def test_four_ehpad_that_join_by_themselves_are_added_to_the_hospital_that_does_not_carry_them():
    page = opened()
    page.button(key="question-1").click().run()
    assert card_names(page) == [
        "Support de GHT, avec ses quatre EHPAD",
        "Support de GHT, seul",
        "Quatre EHPAD, chacun adhérent",
    ]
    # 4 × (4.05 + 100 + 1 × 100 × 12) = 5216.20, then 5200.
    # alone: 16.85 + 2000 + 3 × 400 × 12 + 3600 + 200 × 12 + 5 × 650 = 25666.85, then 2000 + 14400 + 2400 = 18800
    # with four sites more at 400 × 12: 44866.85, then 38000
    text = shown(page)
    assert "5 216,20 €" in text
    assert "30 883,05 € la première année, 24 000,00 € chaque année suivante" in text.replace("**", "")
    assert "(référence) : −13 983,80 € la première année, −14 000,00 € ensuite." in text
    assert page.query_params["ensemble"] == "2 3"


def test_scenarios_are_added_up_on_the_page_and_no_longer():
    page = opened(ONE, THREE)
    assert "Ensemble" not in shown(page)
    page.multiselect(key="ensemble").set_value([0, 1]).run()
    # 104.05 + 3704.05 and 100 + 3700
    assert "3 808,10 € la première année, 3 800,00 € chaque année suivante" in shown(page).replace("**", "")
    page.multiselect(key="ensemble").set_value([1]).run()
    assert "Ensemble" not in shown(page)
    assert "ensemble" not in page.query_params


def test_every_line_has_its_difference_to_the_reference():
    tables = [
        plain(each.value) for each in opened(ONE, CHU).html if "Première année : chaque poste" in plain(each.value)
    ]
    assert "<td" in tables[0]
    assert "5 000,00 €<small>+4 900,00 €</small>" in tables[0]  # 5000 − 100
    assert "16,85 €<small>+12,80 €</small>" in tables[0]  # 16.85 − 4.05


def test_every_action_is_written_in_the_address():
    page = opened(ONE, THREE, CHU)
    act(page, 3, "Prendre comme référence")
    assert page.query_params["reference"] == "3"
    act(page, 1, "Déplacer vers la fin")
    assert card_names(page) == ["Trois sites", "Un site", "CHU"]
    act(page, 2, "Dupliquer")
    assert card_names(page) == ["Trois sites", "Un site", "Un site (copie)", "CHU"]
    act(page, 1, "Retirer")
    assert card_names(page) == ["Un site", "Un site (copie)", "CHU"]
    rename(page, 2, "Renommé")
    again = opened_at(dict(page.query_params))
    assert card_names(again) == ["Un site", "Renommé", "CHU"]
    assert shown(again) == shown(page)


def test_any_pair_can_be_explained_and_the_same_twice_turns_it_round():
    page = opened(ONE, THREE, CHU)
    page.selectbox(key="ecart-de").select(2).run()
    assert "De « CHU » à « Trois sites »" in shown(page)
    page.selectbox(key="ecart-de").select(1).run()
    assert "De « Trois sites » à « CHU »" in shown(page)
    assert (page.query_params["de"], page.query_params["vers"]) == ("2", "3")


def test_an_example_is_added_and_not_twice():
    page = opened(ONE)
    page.selectbox(key="exemple").select("departement").run()
    assert "financée par l'ARS" in shown(page)
    page.button(key="ajouter-exemple").click().run()
    assert card_names(page) == ["Un site", "Département"]
    page.button(key="ajouter-exemple").click().run()
    assert card_names(page) == ["Un site", "Département"]
    assert "Ce scénario est déjà comparé : dupliquez-le pour le modifier." in plain(page.warning[0].value)


@pytest.mark.parametrize(
    ("held", "more", "said"),
    [
        (2, (1, 2), ["2 de ces scénarios sont déjà comparés."]),
        (7, (8, 9), ["8 scénarios au plus : un scénario n'a pas été ajouté. Retirez-en un, puis recommencez."]),
        (
            6,
            (1, 7, 8, 9, 10),
            [
                "Un de ces scénarios est déjà comparé.",
                "8 scénarios au plus : 2 scénarios n'ont pas été ajoutés. Retirez-en autant, puis recommencez.",
            ],
        ),
    ],
)
def test_what_is_not_added_is_said_all_of_it_and_in_its_number(held, more, said):
    sites = [{"categorie": "esms", "etablissements": count} for count in range(1, 11)]
    page = opened(*sites[:held])
    words = comparison_links.write_parameters(selection(*(sites[count - 1] for count in more)), EDITION)
    page.text_input(key="lien").set_value(f"http://nes/comparaison?{urlencode(words)}").run()
    page.button(key="ajouter-lien").click().run()
    assert plain(page.warning[0].value).splitlines() == [f"- {each}" for each in said]


def test_a_name_is_in_no_key_for_a_key_becomes_a_class():
    page = opened({"categorie": "esms", "libelle": "st-key-famille-"}, CHU)
    assert card_names(page) == ["st-key-famille-", "CHU"]
    assert not [each.key for each in page.text_input if "famille" in each.key]


def test_a_pasted_link_of_the_simulator_is_added():
    page = opened(ONE)
    page.text_input(key="lien").set_value("http://nes/?edition=2026&categorie=part&libelle=D%C3%A9partement").run()
    page.button(key="ajouter-lien").click().run()
    assert card_names(page) == ["Un site", "Département"]
    assert page.text_input(key="lien").value == ""


def test_a_pasted_text_that_is_no_link_adds_nothing_and_says_so():
    page = opened(ONE)
    page.text_input(key="lien").set_value("bonjour").run()
    page.button(key="ajouter-lien").click().run()
    assert "n'est pas un lien du simulateur" in plain(page.warning[0].value)
    assert card_names(page) == ["Un site"]
    assert page.text_input(key="lien").value == "bonjour"
    assert any("n'est pas un lien du simulateur" in plain(each.value) for each in page.caption)
    page.text_input(key="lien").set_value("?categorie=chu").run()
    assert not [each for each in page.caption if "n'est pas un lien" in plain(each.value)]
    page.button(key="ajouter-lien").click().run()
    assert page.text_input(key="lien").value == ""


def test_the_simulator_links_to_the_comparison_last_shown_with_its_scenario(monkeypatch):
    last = {word: [value] for word, value in comparison_links.write_parameters(selection(ONE), EDITION).items()}
    monkeypatch.setattr("ui.state.address.recall", lambda _: last)
    assert extend_link([checked(CHU)], EDITION) == comparison_links.write_parameters(selection(ONE, CHU), EDITION)
    assert extend_link([checked(ONE)], EDITION) == comparison_links.write_parameters(selection(ONE), EDITION)


def test_a_ninth_scenario_sent_by_the_simulator_is_said_to_have_no_room(monkeypatch):
    eight = selection(*({"categorie": "esms", "etablissements": count} for count in range(1, 9)))
    last = {word: [value] for word, value in comparison_links.write_parameters(eight, EDITION).items()}
    monkeypatch.setattr("ui.state.address.recall", lambda _: last)
    page = opened_at(extend_link([checked(CHU)], EDITION))
    assert "plus de 8 scénarios" in plain(page.warning[0].value)
    assert len(card_names(page)) == 8


def test_a_kept_file_is_added_with_what_it_was_worth():
    text = write_saved([freeze(price_checked(checked(THREE)), "2026-11-24")])
    page = opened(ONE)
    page.file_uploader(key="fichier").upload("garde.yaml", text.encode(), "application/yaml").run()
    assert card_names(page) == ["Un site", "Trois sites"]
    assert not page.info
    page = opened(ONE)
    page.file_uploader(key="fichier").upload("garde.yaml", text.replace("3704.05", "3000.00").encode()).run()
    assert "Chiffré le 24/11/2026 avec l'édition 2026 : 3 000,00 €" in plain(page.info[0].value)
    again = opened_at(dict(page.query_params))
    assert plain(again.info[0].value) == plain(page.info[0].value)


def test_a_file_that_names_another_edition_is_added_and_says_so_once():
    page = opened(ONE)
    content = b"scenarios:\n- {categorie: esms, edition: 2019}\n- {categorie: chu, edition: 2019}\n"
    page.file_uploader(key="fichier").upload("garde.yaml", content).run()
    assert len(card_names(page)) == 3
    said = plain(page.warning[0].value)
    assert said.count("Ce fichier nomme l'édition « 2019 ». Montants calculés avec l'édition 2026.") == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\xff\xff", "n'est pas en UTF-8"),
        (b"categorie: esm\netablissements: trois\n", "ligne 2"),
        (b"a: &a [x]\nb: *a\n", "ancres"),
        (b"", "est vide"),
    ],
)
def test_a_file_that_cannot_be_read_adds_nothing_and_says_why(content, said):
    page = opened(ONE)
    page.file_uploader(key="fichier").upload("scenario.yaml", content).run()
    assert said in plain(page.warning[0].value)
    assert card_names(page) == ["Un site"]
    rename(page, 1, "Autre")
    assert not page.warning


def test_a_broken_link_says_so_keeps_what_is_valid_and_is_left_in_the_address():
    page = opened_at({"1.categorie": "clinique", "2.categorie": "chu"})
    assert "« clinique » n'est pas une catégorie" in plain(page.warning[0].value)
    assert page.query_params["1.categorie"] == "clinique"
    act(page, 1, "Dupliquer")
    assert not page.warning
    assert page.query_params["1.categorie"] == page.query_params["2.categorie"] == "chu"


def test_what_is_paid_once_and_has_no_price_is_not_awaited_in_following_years():
    page = opened(ONE, {"categorie": "esms", "options": {"creation-site": {}, "securnes-autonome": {}}})
    first, later = [each for each in map(plain, (html.value for html in page.html)) if "chaque poste de chaque" in each]
    assert "sur devis, en jours-homme</small>" in first
    assert "sur devis, en jours-homme</small>" not in later
    assert "tarif non publié</small>" in later


def test_what_has_no_price_is_never_a_saving():
    text = shown(opened({"categorie": "ville"}, {"categorie": "ville", "lectures": {"R2": "sans-tarif"}}))
    assert "non chiffré<small>tarif non publié</small>" in text
    assert "non chiffré d&#x27;un côté" in text
    assert "hors 1 prestation non chiffrée" in text
    assert "−100,00 € chaque année suivante, hors prestations non chiffrées." in text


def test_every_card_says_how_sure_its_figures_are():
    # R4 and R8 count establishments, of which there is one: no other reading of them moves a figure
    text = shown(opened({"categorie": "chu", "options": {"dpm": {}}}))
    assert "À confirmer : R1 · totaux en partie hors taxes, le reste sans taxe précisée" in text
    text = shown(opened({"categorie": "chu", "etablissements": 2, "options": {"dpm": {}}}))
    assert "À confirmer : R1, R4, R8 · totaux en partie hors taxes, le reste sans taxe précisée" in text


def test_a_card_says_what_its_figures_leave_out_and_suppose():
    text = shown(opened({"categorie": "esms", "hausse_annuelle": "2", "options": {"securnes-autonome": {}}}))
    assert "+ Sécur'NeS autonome, sans prix publié · avant la hausse supposée de 2 % par an".lower() in text.lower()
    text = shown(opened({"categorie": "ville", "options": {"pack-complementaire": {}}}))
    assert "au prix par structure, faute du nombre d'utilisateurs" in text


def test_where_two_costs_cross_is_said_in_words():
    once = {"categorie": "esms", "libelle": "A", "options": {"chef-de-projet": {"quantite": 2}}}
    text = shown(opened(once, {"categorie": "esms", "libelle": "B", "options": {"dpm": {}}}))
    assert "« B » coûte en tout plus cher que « A » à partir de l'année 4 ; avant, c'est l'inverse." in text


def test_every_chart_has_a_text_that_carries_its_figures():
    texts = [plain(each.proto.alt) for each in opened(ONE, CHU).get("vega_lite_chart")]
    assert texts[0] == (
        "Première année, puis chaque année suivante : Un site, 104,05 € puis 100,00 € ; "
        "CHU, 5 016,85 € puis 5 000,00 €."
    )
    assert texts[1].startswith("Cumul : Un site, année 1 104,05 €, année 2 204,05 €")
    assert texts[2].startswith("Première année, de Un site, 104,05 €, à CHU, 5 016,85 € : ")
    assert "(Apport en capital) +12,80 €" in texts[2]


def test_eight_scenarios_fit_and_a_ninth_is_refused():
    page = opened(*({"categorie": "esms", "etablissements": count} for count in range(1, 9)))
    assert len(card_names(page)) == 8
    assert "retirez-en un pour en ajouter un autre" in shown(page)


def test_data_in_a_table_never_becomes_html():
    page = opened({"categorie": "esms", "libelle": "<script>alert(1)</script>"}, CHU)
    assert not page.exception
    assert all("<script>" not in each.value for each in page.html)


@pytest.fixture
def two_editions(monkeypatch, tmp_path):
    """2027 asks 120 € of an ESMS instead of 100."""
    monkeypatch.setattr("ui.state.data.DATA", data_with_2027(tmp_path))


@pytest.mark.usefixtures("two_editions")
def test_a_link_keeps_the_edition_that_it_names_whatever_is_done_on_the_page():
    page = opened_at({"edition": "2027", "1.categorie": "esms", "2.categorie": "part"})
    act(page, 2, "Déplacer vers le début")
    assert page.query_params["edition"] == "2027"
    assert "Première année **124,05 €**" in shown(page).replace(":small[", "").replace("]", "").replace("  \n", " ")


@pytest.mark.usefixtures("two_editions")
def test_the_year_of_the_comparison_is_kept_when_the_menu_leads_back_from_another_year():
    page = opened_at({"edition": "2027", "1.categorie": "esms"})
    leave_and_return(page, "pages/comparaison.py", edition="2026", categorie="esms")
    assert not page.warning
    assert page.query_params["edition"] == "2027"
    assert "124,05 €" in shown(page)  # 4.05 + 120, the contribution of 2027


@pytest.mark.usefixtures("two_editions")
def test_a_scenario_kept_under_2026_and_opened_under_2027_says_what_moved():
    kept = freeze(price_checked(checked(ONE)), "2026-11-24")
    words = comparison_links.write_parameters(Selection((kept,)), EDITION) | {"edition": "2027"}
    said = plain(opened_at(words).info[0].value)
    assert "Chiffré le 24/11/2026 avec l'édition 2026 : 104,05 € la première année, 100,00 €" in said
    assert "Aujourd'hui : 124,05 €, puis 120,00 €." in said
    assert "Contribution annuelle : 20,00 € de plus la première année, 20,00 € de plus chaque année suivante." in said


def test_a_scenario_says_what_has_no_price_in_a_year_that_only_another_ones_horizon_reaches(monkeypatch, tmp_path):
    data = data_with_2027(tmp_path, adhesion=("montant: 5000.00", "non-chiffre: sur devis"))
    monkeypatch.setattr("ui.state.data.DATA", data)
    left_out = "+ Contribution annuelle, sans prix publié dans l'édition 2027"
    page = opened(CHU | {"horizon": 1}, ONE | {"horizon": 2})
    assert shown(page).count(left_out) == 1  # the curve of the CHU goes as far as the other one's
    assert left_out not in shown(opened(CHU | {"horizon": 1}, ONE | {"horizon": 1}))


def test_a_file_larger_than_any_that_the_simulator_writes_is_refused_before_it_is_read():
    page = opened_at({})
    page.file_uploader(key="fichier").upload("grand.yaml", b"categorie: esms\n" + b"#" * 100_000).run()
    assert "grand.yaml : le fichier dépasse 100 ko." in shown(page)
