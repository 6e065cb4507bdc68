"""What nginx itself answers: nothing internal, French, no banner, and the application's headers once."""

import pytest
import requests

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
    answer = requests.put(front.address + "/_stcore/upload_file/a/b", data=b"0" * 20_000_000, timeout=30)
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


def test_with_no_process_left_it_says_so_in_french(front):
    for name in list(front.ports):
        front.kill(name)
    answer = requests.get(front.address, timeout=10)
    assert answer.status_code == 503
    assert "rien n&#39;est perdu" in answer.text
