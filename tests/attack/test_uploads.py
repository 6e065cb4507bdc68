"""Files that fill the memory, announced or not, read by a page or by none."""

import socket

import pytest

from tests.attack.page import connect_page, open_page, receive_token, split_address

FILE = 4_900_000  # bytes: below the largest, with its envelope
TOO_MANY = "Cette page a déjà envoyé autant de fichiers qu'elle le peut. Rechargez-la, puis recommencez."


def test_sixty_files_that_no_page_reads_are_refused_past_the_quota_of_their_page(target, others_served):
    with others_served(), connect_page(target.address) as page, receive_token(target.address) as sender:
        session = open_page(page)
        answers = [
            sender.put(
                f"{target.address}/_stcore/upload_file/{session}/file{each}",
                files={"file": ("a.csv", bytes(FILE))},
                timeout=30,
            )
            for each in range(60)
        ]
    assert [answer.status_code for answer in answers] == [204] * 3 + [413] * 57
    assert {answer.text for answer in answers[3:]} == {TOO_MANY}


@pytest.mark.parametrize("size", [6_000_000, 19_000_000, 10**12, 10**18])
def test_a_file_announced_larger_than_the_page_says_is_refused_before_it_comes(target, others_served, size):
    with others_served(), socket.create_connection(split_address(target.address), timeout=30) as connection:
        connection.sendall(
            f"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: x\r\nContent-Length: {size}\r\n\r\n".encode()
        )
        answer = b""
        while b"." not in answer.partition(b"\r\n\r\n")[2]:  # the sentence's end
            answer += connection.recv(10_000)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert answer.decode().rpartition("\r\n")[2] in {"Cet envoi est trop lourd.", TOO_MANY}


def test_a_page_that_does_not_exist_receives_no_file(target, others_served):
    with others_served(), receive_token(target.address) as sender:
        answers = [
            sender.put(
                f"{target.address}/_stcore/upload_file/nobody{each}/file",
                files={"file": ("a", bytes(FILE))},
                timeout=30,
            )
            for each in range(20)
        ]
    assert all(answer.status_code >= 400 for answer in answers)
