"""Runs are few at a time; whoever waits for the answers goes first, then whoever has asked for less."""

import asyncio

from server.turns import Asker, Departures, Turns
from tests.server.clock import Clock

HEAVY = 100  # requests: more than anyone looks at in half a minute


def asking(times: int) -> Asker:
    """Someone who has asked for so much, and waited for each answer."""
    asker = Asker()
    for _ in range(times):
        asker.ask(0)
        asker.awaits_answer = False
    return asker


def test_as_many_run_at_once_as_there_are_turns_and_the_next_when_one_is_given_back():
    async def people() -> None:
        turns = Turns(at_once=2)
        first, second, third = (asking(1) for _ in range(3))
        await turns.take(first)
        await turns.take(second)
        waiting = asyncio.create_task(turns.take(third))
        await asyncio.sleep(0)
        assert not waiting.done()
        turns.give_back(first)
        await waiting

    asyncio.run(people())


def test_whoever_has_asked_for_less_goes_first():
    async def people() -> None:
        turns, order = Turns(at_once=1), []

        async def run(name: str, times: int) -> None:
            asker = asking(times)
            await turns.take(asker)
            order.append(name)
            turns.give_back(asker)

        busy = asking(1)
        await turns.take(busy)
        waiting = [asyncio.create_task(run(*each)) for each in [("flood", 25), ("often", 9), ("once", 1)]]
        await asyncio.sleep(0)
        turns.give_back(busy)
        await asyncio.gather(*waiting)
        assert order == ["once", "often", "flood"]

    asyncio.run(people())


def test_whoever_waits_for_the_answers_goes_before_whoever_does_not_even_who_asked_for_less():
    patient, hasty = Asker(), Asker()
    for second in range(10):
        patient.ask(second)
        patient.awaits_answer = False
    for second in range(3):
        hasty.ask(second)
    assert patient.rank < hasty.rank


def test_a_few_requests_before_an_answer_are_a_flood_but_not_what_starts_no_run():
    flooding, sending = Asker(), Asker()
    for _ in range(10):
        flooding.ask(0)
        sending.ask(0, starts_run=False)
    assert flooding.is_heavy
    assert not sending.is_heavy


def test_a_flood_never_starts_again_before_its_own_run_has_ended():
    async def people() -> None:
        turns = Turns()
        heavy = asking(HEAVY)
        await turns.take(heavy)
        again = asyncio.create_task(turns.take(heavy))
        await asyncio.sleep(0)
        assert not again.done()
        turns.give_back(heavy)
        await asyncio.wait_for(again, timeout=10)

    asyncio.run(people())


def test_those_who_never_stop_asking_share_one_turn_and_rest_between():
    async def people() -> None:
        turns = Turns(at_once=3)
        heavy = [asking(HEAVY) for _ in range(5)]
        await turns.take(heavy[0])
        others = [asyncio.create_task(turns.take(each)) for each in heavy[1:]]
        await asyncio.sleep(0)
        assert not any(each.done() for each in others)
        await turns.take(asking(1))  # someone else is served at once
        turns.give_back(heavy[0])
        done, _ = await asyncio.wait(others, return_when=asyncio.FIRST_COMPLETED)
        assert len(done) == 1
        for each in others:
            each.cancel()

    asyncio.run(people())


def test_they_rest_for_the_sake_of_those_who_read_and_for_nobody_else():
    async def ends_a_run_then_asks(*company: int) -> bool:
        """Whether the next turn comes at once, after a run of a second."""
        clock = Clock()
        turns = Turns(clock=clock)
        for times in company:
            other = asking(times)
            await turns.take(other)
            turns.give_back(other)
        heavy = asking(HEAVY)
        await turns.take(heavy)
        clock.now += 1
        turns.give_back(heavy)
        again = asyncio.create_task(turns.take(heavy))
        await asyncio.sleep(0)
        return again.done()

    assert asyncio.run(ends_a_run_then_asks())
    assert asyncio.run(ends_a_run_then_asks(HEAVY))
    assert not asyncio.run(ends_a_run_then_asks(1))


def test_nobody_rests_for_someone_who_has_left():
    async def people() -> None:
        clock = Clock()
        turns = Turns(clock=clock)
        reader, heavy = asking(1), asking(HEAVY)
        await turns.take(reader)
        turns.leave(reader)
        await turns.take(heavy)
        clock.now += 1
        turns.give_back(heavy)
        again = asyncio.create_task(turns.take(heavy))
        await asyncio.sleep(0)
        assert again.done()

    asyncio.run(people())


def test_a_run_that_never_ends_holds_nobody_up_for_longer_than_its_lease():
    async def people() -> None:
        turns = Turns(at_once=1, lease=0.01)
        await turns.take(asking(1))
        await asyncio.wait_for(turns.take(asking(1)), timeout=10)

    asyncio.run(people())


def test_a_page_that_left_while_it_waited_leaves_its_turn_to_the_next():
    async def people() -> None:
        turns = Turns(at_once=1)
        busy, gone, here = (asking(times) for times in (1, 1, 2))
        await turns.take(busy)
        left = asyncio.create_task(turns.take(gone))
        stays = asyncio.create_task(turns.take(here))
        await asyncio.sleep(0)
        left.cancel()
        turns.give_back(busy)
        await asyncio.wait_for(stays, timeout=10)

    asyncio.run(people())


def test_whoever_floods_leaves_and_comes_back_still_owes_what_they_asked_for():
    departures = Departures()
    flooding = departures.arrive("a", 0)
    for _ in range(HEAVY):
        flooding.ask(0)
    departures.leave("a", flooding)
    assert not departures.arrive("b", 1).is_heavy
    again = departures.arrive("a", 1)
    assert again.is_heavy
    departures.leave("a", again)
    late = departures.arrive("a", 31)
    assert not late.is_heavy  # half a minute later, it is forgotten


def test_one_who_floods_is_owed_for_by_one_who_comes_back_and_not_by_everyone_of_the_address():
    departures = Departures()
    flooding = departures.arrive("a", 0)
    for _ in range(HEAVY):
        flooding.ask(0)
    departures.leave("a", flooding)
    assert [departures.arrive("a", 1).is_heavy for _ in range(3)] == [True, False, False]


def test_someone_who_reads_what_is_answered_owes_nothing_however_much_they_clicked():
    departures = Departures()
    visitor = departures.arrive("a", 0)
    for second in range(25):
        visitor.ask(second)
    visitor.awaits_answer = False
    departures.leave("a", visitor)
    assert len(departures.arrive("a", 26).asked) == 0


def test_someone_who_clicks_a_few_times_and_leaves_owes_nothing():
    departures = Departures()
    visitor = departures.arrive("a", 0)
    for second in range(8):
        visitor.ask(second)
    departures.leave("a", visitor)
    assert len(departures.arrive("a", 9).asked) == 0
