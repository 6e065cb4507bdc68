"""Requests to the API that are heavy, wrong, or left in the middle."""

import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from tests.attack.heavy import HEAVY
from tests.attack.page import split_address

MOST_ANSWERED = 200_000  # bytes
_REFUSED = {400, 413, 415, 422}


def post(target, path: str, body: bytes) -> requests.Response:
    return requests.post(
        f"{target.address}/api/{path}", data=body, headers={"Content-Type": "application/json"}, timeout=60
    )


def test_forty_comparisons_at_once_are_answered_or_put_off_in_french(target, others_served):
    with others_served(), ThreadPoolExecutor(40) as crowd:
        answers = list(crowd.map(lambda _: post(target, "comparer", HEAVY), range(40)))
        assert requests.get(f"{target.address}/pret", timeout=5).status_code == 200
    assert {answer.status_code for answer in answers} <= {200, 503}
    assert any(answer.status_code == 200 for answer in answers)
    for answer in answers:
        if answer.status_code == 503:
            assert int(answer.headers["Retry-After"]) > 0
            assert "Recommencez dans un instant" in answer.json()["problemes"][0]["message"]


NUMBERS = ["1E-99999999999999999999", "1E99999999", "-0", "NaN", "Infinity", "1e400", "9" * 5_000, "0." + "1" * 5_000]


@pytest.mark.parametrize("number", NUMBERS, ids=lambda each: each[:24])
@pytest.mark.parametrize("field", ["hausse_annuelle", "etablissements", "horizon"])
def test_no_number_is_ever_an_error_of_ours(target, others_served, number, field):
    with others_served():
        body = f'{{"categorie": "esms", "{field}": {number}}}'.encode()
        quoted = f'{{"categorie": "esms", "{field}": "{number}"}}'.encode()
        for answer in (post(target, "devis", body), post(target, "devis", quoted)):
            assert answer.status_code in {200, *_REFUSED}
            assert len(answer.content) < MOST_ANSWERED
            if answer.status_code != 200:
                assert answer.json()["problemes"][0]["message"]


def words(count: int) -> str:
    return ",".join(f'"inconnu{each}": {{}}' for each in range(count))


@pytest.mark.parametrize(
    "body",
    [
        f'{{"categorie": "esms", "options": {{{words(5_000)}}}}}',
        f'{{"categorie": "esms", "lectures": {{{words(5_000)}}}}}',
        f'{{"categorie": "esms", "tarifs": {{{words(5_000)}}}}}',
        f'{{"categorie": "esms", {words(5_000)}}}',
        f'{{"categorie": "{"x" * 95_000}"}}',
        '{"categorie": ' + "[" * 40_000,
        '{"categorie": ' + "[" * 20_000 + "]" * 20_000 + "}",
        '{"a":' * 19_000 + "1" + "}" * 19_000,
    ],
    ids=["options", "readings", "tariffs", "fields", "long word", "open lists", "deep lists", "deep objects"],
)
def test_a_body_full_of_mistakes_is_refused_in_a_few_words(target, others_served, body):
    with others_served():
        answer = post(target, "devis", body.encode())
    assert answer.status_code in _REFUSED
    assert len(answer.content) < MOST_ANSWERED
    assert answer.json()["problemes"]


def test_those_who_leave_in_the_middle_of_a_body_are_no_error(target, others_served):
    with others_served():
        for _ in range(30):
            with socket.create_connection(split_address(target.address), timeout=5) as connection:
                connection.sendall(
                    b"POST /api/devis HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    b"Content-Length: 90000\r\n\r\n{"
                )


def test_two_hundred_who_never_finish_their_request_leave_the_others_served(target, others_served):
    unfinished = [socket.create_connection(split_address(target.address), timeout=5) for _ in range(200)]
    try:
        with others_served():
            for connection in unfinished:
                connection.sendall(b"POST /api/devis HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n")
            assert post(target, "devis", b'{"categorie": "esms"}').status_code == 200
    finally:
        for connection in unfinished:
            connection.close()


@pytest.mark.parametrize(
    "sent",
    [b"\x16\x03\x01\x02\x00\x01\x00", b"BONJOUR\r\n\r\n", b"GET / HTTP/1.1\r\nHost\r\n\r\n", b"\r\n\x00\xff\r\n\r\n"],
)
def test_what_is_no_request_is_refused_in_french(target, others_served, sent):
    answer = b""
    with others_served(), socket.create_connection(split_address(target.address), timeout=10) as connection:
        connection.sendall(sent)
        while received := connection.recv(10_000):
            answer += received
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert "Cette requête ne peut pas être lue." in answer.decode()
