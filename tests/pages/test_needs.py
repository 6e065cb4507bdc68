"""« De quoi avez-vous besoin ? », widget by widget, without a browser."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from tests.nes_model.strategies import EDITION
from tests.pages.test_services import opened
from tests.pages.test_simulateur import metric, plain, shown
from ui.services.view import parse_view, pick


def heard(page: AppTest, caption: str) -> list[list[str]]:
    """The table with that in its caption, cell by cell, as a screen reader has it."""
    (html,) = [unescape(str(each.value)) for each in page.html if f"{caption}, et" in unescape(str(each.value))]
    html = re.sub(r'<span aria-hidden="true">[^<]*</span>', "", html.replace("\u00a0", " ").replace("\u202f", " "))
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr.*?</tr>", html)]
    return [[" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in row] for row in cells]


def test_each_step_says_what_its_amounts_leave_out_or_suppose():
    page = opened(categorie="ville", lectures="R2~sans-tarif", vue="besoins", besoins="teleconsultation")
    left_out, supposed = (
        "+ Contribution annuelle, sans prix publié",
        "au prix par structure, faute du nombre d'utilisateurs",
    )
    _, first, following, *_ = heard(page, "ce que vous avez à chaque étape")
    # capital 21.43; and 100 × 12 for one structure
    assert first == ["Première année", "rien à payer", f"21,43 € {left_out}", f"1 221,43 € {left_out} {supposed}"]
    assert following[2:] == [f"0,00 € {left_out}", f"1 200,00 € {left_out} {supposed}"]


def test_needs_of_an_msp_lead_to_the_add_on_pack_by_user():
    page = opened(categorie="ville", utilisateurs="8", vue="besoins")
    page.multiselect(key="services-besoins").select("teleconsultation:avancee").run()
    assert metric(page, "Première année") == "1 081,43 €"  # 21.43 + 100 + 8 × 10 × 12
    assert "80,00 € par mois" in shown(page).replace("\\", "")
    assert page.query_params["besoins"] == "teleconsultation:avancee"


TELECONSULTATION = (
    "Téléconsultation Condition : Le professionnel se connecte par Norm'Uni, depuis un ordinateur, un smartphone ou "
    "une tablette. Condition : Le patient se connecte depuis un ordinateur, un smartphone ou une tablette."
)


def theme(page: AppTest, label: str):
    return next(each for each in page.button_group if each.label == label)


def test_what_people_come_for_is_ticked_by_theme_and_searched_in_one_list():
    page = opened(categorie="esms", etablissements="3", vue="besoins", besoins="mis")
    assert theme(page, "Échanger des images").value == []
    theme(page, "Consulter à distance").set_value(["e-rdv"]).run()
    assert page.multiselect(key="services-besoins").value == ["mis", "e-rdv"]
    page.multiselect(key="services-besoins").set_value(["mis", "e-rdv", "e-staff"]).run()
    assert theme(page, "Demander ou donner un avis").value == ["e-staff"]
    theme(page, "Consulter à distance").set_value([]).run()
    assert page.query_params["besoins"] == "mis e-staff"


def test_the_answer_says_what_one_has_without_joining_by_joining_and_with_the_pack_and_what_each_costs():
    page = opened(
        categorie="esms",
        etablissements="3",
        vue="besoins",
        besoins="dossier-coordination teleconsultation e-rdv registre-rgpd",
    )
    assert heard(page, "ce que vous avez à chaque étape") == [
        ["Besoin", "Sans adhérer", "Avec l'adhésion", "Adhésion + pack complémentaire"],
        # 4.05 + 100; and 3 × 100 × 12 more
        ["Première année", "rien à payer", "104,05 €", "3 704,05 €"],
        ["Chaque année suivante", "rien à payer", "100,00 €", "3 700,00 €"],
        ["Dossier de coordination Condition : Avoir un compte Norm'Uni.", "oui", "oui", "oui"],
        [TELECONSULTATION, "non", "oui", "oui"],
        ["Proposer la prise de rendez-vous en ligne (e-RDV)", "non", "non", "oui"],
        ["Tenir votre registre RGPD (DPM)", "non", *["en plus Registre RGPD (DPM, Data Privacy Manager)"] * 2],
    ]


def test_the_conditions_of_a_need_are_told_to_whoever_may_have_it():
    page = opened(categorie="rst", besoins="geodisponibilite", vue="besoins")
    needs = heard(page, "ce que vous avez à chaque étape")[3:]
    assert "Condition : Réservé aux établissements concernés par l'aide médicale urgente" in needs[0][0]


def test_a_need_is_written_without_accents():
    page = opened(categorie="ville", vue="besoins")
    page.multiselect(key="services-besoins").set_value(["teleconsultation"]).run()
    assert page.query_params["besoins"] == "teleconsultation"
    page.multiselect(key="services-besoins").set_value(["teleconsultation", "telesoin AVANCE"]).run()
    assert page.multiselect(key="services-besoins").value == ["teleconsultation", "telesoin:avance"]
    assert not page.warning


def test_a_word_that_several_needs_hold_is_not_guessed_and_takes_nothing_away():
    page = opened(categorie="ville", vue="besoins", besoins="mis")
    page.multiselect(key="services-besoins").set_value(["mis", "telesoin", "avance", "zut"]).run()
    assert page.multiselect(key="services-besoins").value == ["mis", "telesoin"]
    said = plain(page.warning[0].value)
    assert "« avance » peut désigner plusieurs besoins" in said
    assert "Télésoin avancé" in said
    assert "« zut » ne correspond à aucun besoin." in said


def test_thousands_of_needs_are_told_in_a_sentence_and_not_looked_for():
    view, told = parse_view({"besoins": " ".join(f"b{each}" for each in range(3_000))}, EDITION)
    assert (view.needs, len(told)) == ((), 1)
    assert "100 au plus" in told[0]
    found, told = pick(["mis"] * 100 + [f"b{each}" for each in range(80_000)], EDITION)
    assert (found, plain(*told)) == (["mis"], "100 besoins au plus : seuls les premiers sont lus.")


@pytest.mark.parametrize(
    ("category", "count", "expected"),
    [
        ("ville", "adherents", "1 202,86 €"),  # 2 × (21.43 + 100) + 8 × 10 × 12
        ("ville", "utilisateurs", "361,43 €"),  # 21.43 + 100 + 2 × 10 × 12
        ("ville", "structures", "1 081,43 €"),  # 8 users stay cheaper than 2 structures: 21.43 + 100 + 8 × 10 × 12
        ("esms", "etablissements", "2 504,05 €"),  # 4.05 + 100 + 2 × 100 × 12
    ],
)
def test_every_count_shown_is_counted(category, count, expected):
    page = opened(categorie=category, utilisateurs="8", vue="besoins", besoins="teleconsultation:avancee")
    page.number_input(key=f"services-{count}").set_value(2).run()
    assert metric(page, "Première année") == expected
    assert page.query_params[count] == "2"


def test_needs_without_membership_cost_nothing():
    page = opened(categorie="esms", besoins="mis dossier-coordination", vue="besoins")
    assert "Rien à payer, pas besoin d'adhérer" in [each.value for each in page.header]
    assert metric(page, "Première année") == "0,00 €"


def test_two_colleges_answer_side_by_side():
    page = opened(categorie="ville", comparee="rst", besoins="geodisponibilite", vue="besoins")
    titles = [each.value for each in page.header]
    assert "Rien de ce que vous cherchez ne peut vous être promis" in titles
    assert "Adhésion" in titles
    assert "Non chiffré, donc en plus" in shown(page)


def test_the_second_college_says_how_much_more_it_pays_for_the_same():
    page = opened(categorie="ville", comparee="rst", besoins="teleconsultation", vue="besoins")
    # 30.30 + 100 against 21.43 + 100; then 100 against 100
    assert [plain(each.delta) for each in page.metric] == ["référence", "référence", "écart : +8,87 €", "même montant"]


def test_two_colleges_that_do_not_give_the_same_are_not_set_against_each_other():
    page = opened(categorie="ville", comparee="rst", besoins="teleconsultation geodisponibilite", vue="besoins")
    assert not any(each.delta for each in page.metric)


def test_themes_are_folded_over_two_answers_and_can_still_be_ticked():
    page = opened(categorie="ville", comparee="rst", besoins="teleconsultation", vue="besoins")
    assert "Consulter à distance" not in [each.label for each in page.button_group]
    page.session_state["themes-replies"] = True
    page.run()
    assert theme(page, "Consulter à distance").value == ["teleconsultation"]
    theme(page, "Consulter à distance").set_value(["teleconsultation", "telesoin"]).run()
    assert page.query_params["besoins"] == "teleconsultation telesoin"


def test_an_impossible_need_says_why_who_and_what_would_open_it():
    text = shown(opened(categorie="esms", besoins="geodisponibilite", vue="besoins")).replace("\\", "")
    assert "Le catalogue ne l'ouvre pas au collège C" in text
    assert "Ouvert aux collèges A, D." in text
    assert "Condition :" in text


def test_what_cannot_be_promised_is_said_beside_the_price_and_why_below():
    page = opened(categorie="esms", besoins="geodisponibilite mis", vue="besoins")
    said = [each.value.replace("\u00a0", " ") for each in page.markdown]
    (beside,) = [rank for rank, each in enumerate(said) if each.startswith("**Non compris : Géo")]
    (below,) = [rank for rank, each in enumerate(said) if "Le catalogue ne l'ouvre pas" in each]
    assert beside < below
    assert "mis" not in said[beside].lower()


def test_needs_given_in_two_lists_are_all_answered_and_a_list_without_any_is_told():
    both = opened(categorie="esms", besoins=["mis", "e-rdv"], vue="besoins")
    assert both.multiselect(key="services-besoins").value == ["mis", "e-rdv"]
    assert not both.warning
    cut = opened(categorie="esms", vue="besoins", besoins="")
    assert "« besoins » est vide : ce lien a peut-être été coupé" in plain(cut.warning[0].value)


def test_a_second_category_given_twice_is_told():
    page = opened(categorie="esms", vue="besoins", besoins="mis", comparee=["ville", "chu"])
    assert "« comparee » est donné 2 fois. Valeur utilisée : « ville »." in plain(page.warning[0].value)
