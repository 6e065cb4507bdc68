"""Connections that flood, lie, or leave."""

from contextlib import ExitStack

import pytest
from websockets.exceptions import ConnectionClosed

from tests.attack.page import RERUN, connect_page, open_page


def test_two_thousand_messages_at_once_leave_the_others_served(target, others_served):
    with others_served(), connect_page(target.address) as flooding:
        for _ in range(2_000):
            flooding.send(RERUN)
        with connect_page(target.address) as other:
            assert open_page(other, "categorie=esms")


def test_ten_people_who_flood_and_leave_are_forgotten(target, others_served):
    with others_served():
        for _ in range(10):
            with connect_page(target.address) as flooding:
                for _ in range(300):
                    flooding.send(RERUN)
        with connect_page(target.address) as other:
            assert open_page(other, "categorie=esms")


@pytest.mark.parametrize(
    "message",
    [b"", b"\xff" * 1_000, b"\x0a" * 35, "texte", RERUN[:1], b"\x08\x96\x01"],
    ids=["empty", "no protobuf", "half a protobuf", "a text", "a byte", "an unknown field"],
)
def test_a_message_that_means_nothing_harms_its_own_connection_at_most(target, others_served, message):
    with others_served():
        with connect_page(target.address) as lying:
            for _ in range(50):
                try:
                    lying.send(message)
                except ConnectionClosed:
                    break
        with connect_page(target.address) as other:
            assert open_page(other)


def test_a_message_larger_than_any_page_sends_closes_its_connection(target, others_served):
    with others_served(), connect_page(target.address) as flooding:
        flooding.send(b"0" * 3_000_000)
        with pytest.raises(ConnectionClosed):
            flooding.recv(timeout=30)


@pytest.mark.parametrize("query", ["categorie=" + "x" * 1_000_000, "&".join(f"x{each}=1" for each in range(50_000))])
def test_an_address_of_a_million_characters_is_not_read(target, others_served, query):
    with others_served(), connect_page(target.address) as flooding:
        assert open_page(flooding, query)


def test_a_hundred_idle_connections_leave_the_others_served(target, others_served):
    with others_served(), ExitStack() as idle:
        for _ in range(100):
            idle.enter_context(connect_page(target.address))
        with connect_page(target.address) as other:
            assert open_page(other)
