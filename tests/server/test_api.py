"""The API answers as the command line does, refuses in French, and keeps to its own description."""

import json
from decimal import Decimal

import jsonschema
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette
from starlette.exceptions import HTTPException

from nes_model.cli.main import main
from nes_model.editions.loading import load_edition
from nes_model.reports.comparison_json import ComparisonAnswer
from nes_model.reports.edition_json import EditionAnswer
from nes_model.reports.needs_json import NeedsAnswer
from nes_model.reports.quote_json import QuoteAnswer
from nes_model.reports.quote_request import RequestAnswer
from server.api import routes
from server.api.answering import answer
from server.failures import answer_refusal
from server.limits import MOST_JSON
from tests.editions import data_with_2027
from tests.serving import serve

EXAMPLES = 100
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
JSON = {"Content-Type": "application/json"}
SCENARIO = {"categorie": "esms", "etablissements": 3, "options": {"pack-complementaire": {}}}
API = Starlette(routes=[routes.mount_api()], exception_handlers={HTTPException: answer_refusal})

schema = schemathesis.openapi.from_asgi("/api/openapi.json", API)


@schema.parametrize()
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case):
    case.call_and_validate(checks=CHECKS)


def problems(answer) -> dict[str, str]:
    return {each["chemin"]: each["message"] for each in answer.json()["problemes"]}


def test_an_ehpad_with_three_sites_is_priced(client):
    quote = client.post("/api/devis", json=SCENARIO).json()
    assert quote["premiere_annee"]["min"] == "3704.05"  # 4.05 + 100.00 + 3 × 100.00 × 12
    assert quote["annees_suivantes"]["min"] == "3700.00"  # 100.00 + 3 × 100.00 × 12


def test_the_answer_is_the_command_lines(client, tmp_path, capsys):
    file = tmp_path / "scenario.json"
    file.write_text(json.dumps(SCENARIO), encoding="utf-8")
    main(["devis", str(file), "--format", "json"])
    assert client.post("/api/devis", json=SCENARIO).json() == json.loads(capsys.readouterr().out)


def test_a_comparison_is_the_command_lines_and_its_parts_add_up(client, tmp_path, capsys):
    scenarios = [{"categorie": "esms", "libelle": "Un site"}, SCENARIO | {"libelle": "Trois"}]
    files = [tmp_path / "un.json", tmp_path / "trois.json"]
    for file, each in zip(files, scenarios, strict=True):
        file.write_text(json.dumps(each), encoding="utf-8")
    main(["comparer", *map(str, files), "--format", "json"])
    told = client.post("/api/comparer", json={"scenarios": scenarios}).json()
    assert told == json.loads(capsys.readouterr().out)
    assert told["ecarts"][0]["premiere_annee"] == "+3600.00"  # 3704.05 − 104.05
    assert sum(Decimal(part["premiere_annee"]) for part in told["ecarts"][0]["parts"]) == 3600


def test_what_is_wrong_in_scenarios_to_compare_is_told_with_its_place(client):
    sent = {"scenarios": [SCENARIO, {"categorie": "ehpadd"}, {"categorie": "esms", "options": {"x": {}}}]}
    assert problems(client.post("/api/comparer", json=sent)).keys() == {
        "scenarios.1.categorie",
        "scenarios.2.options.x",
    }
    alone = client.post("/api/comparer", json={"scenarios": [SCENARIO]})
    assert problems(alone) == {"scenarios": "1 scénario : il en faut de 2 à 8."}
    assert client.post("/api/comparer", json=[]).status_code == 422


def test_needs_are_answered_as_on_the_command_line(client, capsys):
    main(["besoins", "teleconsultation:avancee", "mis", "--categorie", "ville", "--format", "json"])
    sent = {"categorie": "ville", "besoins": ["teleconsultation:avancee", "mis"]}
    told = client.post("/api/besoins", json=sent).json()
    assert told == json.loads(capsys.readouterr().out)
    assert told["adhesion_necessaire"]
    assert "mis" in told["sans_adhesion"]


def test_a_need_that_is_not_one_is_told(client):
    answer = client.post("/api/besoins", json={"categorie": "ville", "besoins": ["teleconsultations"]})
    assert answer.status_code == 422
    assert problems(answer)["besoins"].endswith("Vouliez-vous dire « teleconsultation » ?")


def test_what_is_to_be_written_instead_is_json(client):
    answer = client.post("/api/besoins", json={"categorie": "ville", "besoins": "dmp"})
    assert 'Écrivez ["un", "deux"]' in problems(answer)["besoins"]
    answer = client.post("/api/devis", json={"categorie": "esms", "options": ["rssi"]})
    assert 'Écrivez {"nom": "valeur"}' in problems(answer)["options"]


def test_a_name_that_cannot_be_one_is_told_at_its_place_as_it_was_sent(client):
    answer = client.post("/api/devis", json={"categorie": "esms", "options": {"a.b": {}}})
    assert problems(answer).keys() == {"options.a.b"}


def test_every_need_at_once_is_answered(client):
    every = [each["id"] for each in client.get("/api/edition").json()["besoins"]]
    answer = client.post("/api/besoins", json={"categorie": "chu", "besoins": every}).json()
    told = answer["sans_adhesion"] + answer["avec_adhesion"] + [*answer["avec_offres"]]
    assert {*told, *(each["besoin"] for each in answer["impossibles"])} == set(every)


def test_everything_wrong_is_told_at_once_in_french_with_its_place(client):
    wrong = {"categorie": "esms", "etablissements": "trois", "options": {"imagerie": {"quantite": -1}}, "x": 1}
    answer = client.post("/api/devis", json=wrong)
    assert answer.status_code == 422
    assert problems(answer).keys() == {"etablissements", "options.imagerie.quantite", "x"}
    assert "n'est pas un nombre entier positif" in problems(answer)["etablissements"]


def test_what_the_edition_does_not_know_is_told_with_its_place(client):
    answer = client.post("/api/devis", json={"categorie": "esms", "options": {"imagery": {}}})
    assert problems(answer)["options.imagery"].endswith("Vouliez-vous dire « imagerie » ?")


@pytest.mark.parametrize(
    "body",
    ["", "{", "[" * 50_000, '{"categorie": NaN}', '{"categorie": "\\ud800"}', b"\xff", "1" * 5_000],
    ids=["nothing", "cut", "bottomless", "nan", "half a character", "latin", "endless number"],
)
def test_what_is_not_json_is_refused_in_french(client, body):
    answer = client.post("/api/devis", data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert problems(answer) == {"": "le corps de la requête n'est pas du JSON en UTF-8."}


def test_a_name_given_twice_is_refused(client):
    body = '{"categorie": "esms", "categorie": "chu"}'
    answer = client.post("/api/devis", data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert problems(answer) == {"categorie": "« categorie » est donné deux fois. Gardez-en un."}


@pytest.mark.parametrize("value", [[], "esms", 1, None])
def test_json_that_is_not_a_scenario_is_refused(client, value):
    assert client.post("/api/devis", json=value if value is not None else []).status_code == 422


def test_a_body_too_large_is_refused_announced_or_not(client):
    json_header = {"Content-Type": "application/json"}
    pieces = (b" " * 1_000 for _ in range(MOST_JSON // 1_000 + 1))
    for body in (b" " * (MOST_JSON + 1), pieces):
        answer = client.post("/api/devis", data=body, headers=json_header)
        assert answer.status_code == 413
        assert problems(answer) == {"": "Cet envoi est trop lourd."}


def test_a_body_too_large_is_refused_by_what_would_read_it(client):
    large = b" " * (MOST_JSON + 1)
    assert client.post("/api/devis", data=large).status_code == 415
    assert client.post("/api/rien", data=large, headers=JSON).status_code == 404
    assert client.get("/api/edition", data=large).status_code == 200


def test_another_kind_of_content_is_refused(client):
    assert client.post("/api/devis", data="categorie=esms").status_code == 415


def test_an_address_or_a_method_that_is_not_there_is_refused_in_json(client):
    assert client.get("/api/rien").json()["problemes"][0]["message"] == "Rien ne se trouve à cette adresse."
    assert client.get("/api/devis").status_code == 405


def test_the_edition_says_every_word_that_a_scenario_may_use(client):
    edition, told = load_edition(), client.get("/api/edition").json()
    assert [each["id"] for each in told["categories"]] == list(edition.categories)
    assert [each["id"] for each in told["options"]] == list(edition.options)
    assert "esms" not in next(each for each in told["options"] if each["id"] == "imagerie")["pour"]  # R7: A and B only


MUCH = {
    "categorie": "chu",
    "hausse_annuelle": "2",
    "tarifs": {"capital-chu": "20"},
    "options": {"dpm": {}, "securnes-autonome": {}, "referent-medical": {}},
}


@pytest.mark.parametrize(
    ("path", "sent", "described"),
    [
        ("devis", SCENARIO, QuoteAnswer),
        ("devis", MUCH, QuoteAnswer),
        ("comparer", {"scenarios": [SCENARIO, MUCH]}, ComparisonAnswer),
        ("besoins", {"categorie": "ville", "besoins": ["teleconsultation:avancee", "rramu", "mis"]}, NeedsAnswer),
        ("courriel", MUCH, RequestAnswer),
    ],
)
def test_every_word_of_an_answer_is_described_and_no_other_is_given(client, path, sent, described):
    told = client.post(f"/api/{path}", json=sent).json()
    check_described(client, told, described)


def test_every_word_of_the_edition_is_described(client):
    check_described(client, client.get("/api/edition").json(), EditionAnswer)


def check_described(client, told, model):
    """Whether the published description has each word that is told, and no word is missing."""
    schemas = client.get("/api/openapi.json").json()["components"]["schemas"]
    assert schemas[model.__name__]["additionalProperties"] is False
    jsonschema.validate(told, {"$ref": f"#/components/schemas/{model.__name__}", "components": {"schemas": schemas}})
    assert told.keys() == model.model_fields.keys()


def test_a_request_for_a_quote_is_the_one_that_the_command_line_writes(client, capsys, tmp_path):
    told = client.post("/api/courriel", json=SCENARIO).json()
    path = tmp_path / "scenario.json"
    path.write_text(json.dumps(SCENARIO), encoding="utf-8")
    assert main(["devis", str(path), "--format", "courriel"]) == 0
    assert capsys.readouterr().out.rstrip("\n") == told["texte"]
    assert told["adresse"].startswith("mailto:contact@normand-esante.fr?subject=")


def test_scripts_of_another_site_may_call_only_if_it_is_named(client):
    answer = client.post("/api/devis", json=SCENARIO, headers={"Origin": "https://ailleurs.example"})
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_scripts_of_a_site_that_is_named_are_told_that_they_send_too_much():
    site = "https://www.normand-esante.fr"
    with serve(NES_API_ORIGINES=site) as address:
        answer = requests.post(
            f"{address}/api/devis", b" " * (MOST_JSON + 1), headers=JSON | {"Origin": site}, timeout=30
        )
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (413, site)


@pytest.mark.parametrize("written", ["3", "3.0", "3.000", "3e0", "0.3e1", "30E-1"])
def test_a_whole_number_may_be_written_in_any_way_of_json(client, written):
    body = f'{{"categorie": "esms", "etablissements": {written}, "options": {{"pack-complementaire": {{}}}}}}'
    answer = client.post("/api/devis", data=body, headers=JSON)
    assert answer.json()["premiere_annee"]["min"] == "3704.05"  # 4.05 + 100 + 3 × 100 × 12


@pytest.mark.parametrize("written", ["120.1", "120.10", "120.1000", "1201e-1", "1.201E+2"])
def test_an_amount_may_be_written_in_any_way_of_json(client, written):
    body = f'{{"categorie": "esms", "tarifs": {{"contribution-esms": {written}}}}}'
    assert (
        client.post("/api/devis", data=body, headers=JSON).json()["premiere_annee"]["min"] == "124.15"
    )  # 4.05 + 120.10


ODD_NUMBERS = {
    "an exponent below any": "1E-99999999999999999999",
    "a negative one below any": "-1E-99999999999999999999",
    "an exponent above any": "1E99999999999999999999",
    "too large for a float": "1e400",
    "too fine for a price": "1e-999999",
    "more digits than are counted with": "1.00000000000000000000000000000000001",
    "more digits than are read": "9" * 5000,
    "below zero": "-9e9",
    "brackets without end": "[" * 90_000,
    "not a number": "NaN",
    "infinity": "Infinity",
}


@pytest.mark.parametrize(
    "field", ["etablissements", "utilisateurs", "horizon", "hausse_annuelle", "categorie", "libelle"]
)
@pytest.mark.parametrize("written", ODD_NUMBERS.values(), ids=ODD_NUMBERS)
def test_no_number_is_more_than_a_refusal_in_french(client, field, written):
    sent = f'{{"categorie": "esms", "{field}": {written}}}'.replace('"categorie": "esms", "categorie"', '"categorie"')
    answer = client.post("/api/devis", data=sent, headers=JSON)
    assert answer.status_code in (400, 422)
    assert answer.json()["problemes"][0]["message"].endswith(".")


@pytest.mark.parametrize(
    ("sent", "more"),
    [
        ({"categorie": "esms", "options": {f"x{number}": {} for number in range(6000)}}, "5\u202f950"),
        ({"categorie": "esms", "lectures": {f"R{number}": "x" for number in range(100, 5000)}}, "4\u202f850"),
        ({"categorie": "esms"} | {f"x{number}": 1 for number in range(6000)}, "5\u202f950"),
    ],
    ids=["options", "readings", "words"],
)
def test_a_thousand_faults_are_not_a_thousand_sentences(client, sent, more):
    answer = client.post("/api/devis", data=json.dumps(sent), headers=JSON)
    assert answer.status_code == 422
    *said, last = answer.json()["problemes"]
    assert len(said) == 50
    assert last == {"chemin": "", "message": f"et {more} autres problèmes. Corrigez d'abord ceux-ci."}
    assert len(answer.content) < 100_000


def test_the_description_says_the_bounds_of_each_number(client):
    properties = client.get("/api/openapi.json").json()["components"]["schemas"]["Scenario"]["properties"]
    words = ("adherents", "etablissements", "utilisateurs", "mois_premiere_annee", "horizon", "hausse_annuelle")
    assert {word: (properties[word]["minimum"], properties[word]["maximum"]) for word in words} == {
        "adherents": (1, 10_000),
        "etablissements": (1, 10_000),
        "utilisateurs": (0, 100_000),
        "mois_premiere_annee": (1, 12),
        "horizon": (1, 10),
        "hausse_annuelle": (0, 50),
    }


@pytest.mark.parametrize(("name", "first_year"), [("EHPAD", "104.05"), ("msp", "121.43"), ("médecin", "121.43")])
def test_a_category_goes_by_its_usual_names(client, name, first_year):
    # 4.05 + 100.00; 21.43 + 100.00
    assert client.post("/api/devis", json={"categorie": name}).json()["premiere_annee"]["min"] == first_year
    compared = client.post("/api/comparer", json={"scenarios": [{"categorie": name}, {"categorie": "chu"}]})
    assert compared.json()["scenarios"][0]["premiere_annee"]["min"] == first_year
    assert client.post("/api/besoins", json={"categorie": name, "besoins": ["mssante"]}).status_code == 200


def test_a_year_that_has_its_own_edition_is_priced_with_it_as_on_the_page(tmp_path):
    after = load_edition(data_with_2027(tmp_path) / "2027")  # a contribution of 120.00

    def told(path, words):
        status, text = answer(path, json.dumps(words).encode(), load_edition(), after)
        assert status == 200
        return json.loads(text)

    assert told("/devis", SCENARIO)["cumul"][1]["max"] == "7424.05"  # 3704.05 + 120.00 + 3 × 100.00 × 12
    compared = told("/comparer", {"scenarios": [SCENARIO, SCENARIO]})["scenarios"]
    assert [each["cumul"][1]["max"] for each in compared] == ["7424.05", "7424.05"]
    assert "aux tarifs de l'édition 2026" in told("/courriel", SCENARIO)["texte"]
    assert told("/besoins", SCENARIO | {"besoins": ["e-staff"]})["offres"] == []
