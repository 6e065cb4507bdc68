"""What nginx itself answers: nothing internal, French, no banner, and the application's headers once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
import requests
from websockets.exceptions import InvalidStatus

from tests.attack.page import connect_page
from tests.serving import ROOT

CLOSED = ["/pret", "/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/script-health-check", "/auth/login"]


@pytest.fixture(scope="module")
def front():
    from tests.replicas.conftest import serving

    yield from serving("app:app")


@pytest.mark.parametrize("path", CLOSED)
def test_what_only_regards_the_machine_is_closed(front, path):
    answer = requests.get(front.address + path, timeout=10)
    assert answer.status_code == 404
    assert "\n" not in answer.text


def test_answers_carry_the_security_headers_once_and_no_version(front):
    headers = requests.get(front.address, timeout=10).headers
    assert headers["Server"] == "nginx"
    assert headers["Content-Security-Policy"].count("default-src") == 1
    assert headers["X-Request-ID"]


def test_scripts_are_compressed(front):
    page = requests.get(front.address, timeout=10).text
    script = page.partition('type="module" crossorigin src=".')[2].partition('"')[0]
    assert requests.get(front.address + script, timeout=10).headers["Content-Encoding"] == "gzip"


def test_too_much_is_refused_in_french(front):
    answer = requests.put(front.address + "/_stcore/upload_file/a/b", data=b"0" * 23_000_000, timeout=30)
    assert (answer.status_code, answer.text) == (413, "Cet envoi est trop lourd.")


def test_a_large_file_goes_through_to_a_process(front):
    answer = requests.put(front.address + "/_stcore/upload_file/a/b", data=b"0" * 5_000_000, timeout=30)
    assert (answer.status_code, answer.text) == (403, "Cette requête est refusée. Rechargez la page, puis recommencez.")


def test_the_log_names_no_one(front):
    requests.get(f"{front.address}/?libelle=Les+Tilleuls", timeout=10)
    log = "".join(path.read_text(encoding="utf-8") for path in sorted(front.folder.glob("*.log")))
    assert '"path":"/"' in log
    assert "Tilleuls" not in log
    assert '"process":' in log


def test_the_api_is_asked_through_it(front):
    answer = requests.post(f"{front.address}/api/devis", json={"categorie": "esms"}, timeout=10)
    assert answer.json()["premiere_annee"]["min"] == "104.05"  # 4.05 + 100.00


def burst(front, path: str, count: int, method: str = "GET") -> list[requests.Response]:
    """Many requests at once, from one address."""
    with ThreadPoolExecutor(50) as crowd:
        return list(crowd.map(lambda _: requests.request(method, front.address + path, timeout=30), range(count)))


def test_two_hundred_phones_of_one_room_open_the_page(front):
    answers = burst(front, "/", 200)
    assert {answer.status_code for answer in answers} == {200}


@pytest.mark.parametrize(
    ("path", "method"), [("/api/edition", "GET"), ("/_stcore/upload_file/a/b", "PUT")], ids=["the API", "uploads"]
)
def test_what_one_address_asks_beyond_its_share_is_refused_in_french(front, path, method):
    refused = [answer for answer in burst(front, path, 400, method) if answer.status_code == 429]
    assert refused
    assert {answer.content.decode() for answer in refused} == {
        "Trop de demandes à la fois. Recommencez dans un instant."
    }
    assert requests.get(f"{front.address}/sante", timeout=5).status_code == 200


def test_one_address_holds_three_hundred_open_pages_and_not_more(front):
    with ExitStack() as open_pages:
        for _ in range(300):
            open_pages.enter_context(connect_page(front.address))
        with pytest.raises(InvalidStatus, match="429"):
            open_pages.enter_context(connect_page(front.address))
        assert requests.get(f"{front.address}/sante", timeout=5).status_code == 200


def test_the_log_names_no_session_and_no_file(front):
    requests.put(f"{front.address}/_stcore/upload_file/la-session/le-fichier", timeout=5)
    requests.get(f"{front.address}/media/le-fichier.png", timeout=5)
    requests.get(f"{front.address}/sante", timeout=5)
    log = (front.folder / "simulateur.log").read_text(encoding="utf-8")
    assert '"path":"/_stcore/upload_file"' in log
    assert "la-session" not in log
    assert "le-fichier" not in log


def test_an_address_that_a_visitor_claims_is_not_believed():
    for name in ("simulateur.conf", "LISEZMOI.md"):
        assert "$proxy_add_x_forwarded_for" not in (ROOT / "deploy" / name).read_text(encoding="utf-8")


def test_with_no_process_left_it_says_so_in_french(front):
    for name in list(front.ports):
        front.kill(name)
    answer = requests.get(front.address, timeout=10)
    assert answer.status_code == 503
    assert "dans un instant&nbsp;: votre simulation est dans son adresse, rien n&#39;est perdu." in answer.text
