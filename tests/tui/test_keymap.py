"""The keymap: what is refused and why, and that no choice ever makes a command unreachable."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.config import Remap
from simulator.i18n import Translator
from simulator.tui.app import SimulatorApp
from simulator.tui.commands import Command
from simulator.tui.keymap import Keymap, Place, reason
from simulator.tui.keynames import fault, normal, split
from simulator.tui.places import every_place
from simulator.tui.screens.practice import PracticeScreen
from simulator.wiring import House
from tests.tui.hand import Speaking, practising, press

APP = Place((Command("app.help", "f1", first=True), Command("app.quit", "ctrl+q")), True)
LIST = Place(
    (
        *(Command("list.open", "o"), Command("list.find", "f")),
        *(Command("list.back", "escape"), Command("list.say", "")),
    )
)
PAGE = Place((Command("page.begin", "f5", first=True), Command("page.back", "escape")), False, True)
FIELD = Place((Command("field.say", "enter"),), True, True)
ENTER = Place((Command("talk.on", "enter"), Command("talk.stop", "f8")))
PLACES = (APP, LIST, PAGE, FIELD, ENTER)


@pytest.fixture(scope="module")
def places() -> tuple[Place, ...]:
    return every_place(SimulatorApp.OFFERS)


@pytest.mark.parametrize(
    ("command", "keys", "code"),
    [
        ("nobody.knows", "f3", "unknown"),
        ("list.say", "f3", "written-only"),
        ("list.open", "hello", "not-a-key"),
        ("list.open", "ctrl+i", "indistinct"),
        ("list.open", "ctrl+m", "indistinct"),
        ("list.open", "ctrl+h", "indistinct"),
        ("list.open", "ctrl+[", "indistinct"),
        ("list.open", "ctrl+b", "indistinct"),
        ("list.open", "ctrl+shift+x", "indistinct"),
        ("list.open", "tab", "reserved"),
        ("list.open", "ctrl+c", "reserved"),
        ("list.open", "f3,f1", "taken"),
        ("list.open", "escape", "taken"),
        ("list.open", "enter", "taken"),
        ("app.quit", "o", "taken"),
        ("app.quit", "f5", "taken"),
        ("app.quit", "x", "typing"),
        ("page.back", "x", "typing"),
        ("field.say", "x", "typing"),
        ("talk.stop", "x", "typing"),
    ],
)
def test_a_key_that_cannot_be_is_refused_with_its_reason(
    command: str, keys: str, code: str
) -> None:
    keymap, refused = Keymap.of(PLACES, ())

    found = keymap.refusal(command, keys)

    assert refused == ()
    assert found is not None
    assert found.code == code
    for language in ("en", "fr"):
        assert reason(found, keymap, Translator.of(language, strict=False))
    with pytest.raises(ValueError, match=code):
        keymap.remapped(command, keys)


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("list.open", "x"),
        ("list.open", "?"),
        ("list.open", "o,f3"),
        ("list.open", "f5"),
        ("page.begin", "f8"),
        ("list.back", "escape,f12"),
        ("talk.on", "enter"),
        ("app.quit", "ctrl+x,alt+x"),
    ],
)
def test_a_key_that_is_free_is_taken(command: str, keys: str) -> None:
    keymap, _ = Keymap.of(PLACES, ())

    assert keymap.refusal(command, keys) is None
    assert keymap.remapped(command, keys).keys_of(command) == split(keys)


def test_the_reason_names_who_has_the_key() -> None:
    keymap, _ = Keymap.of(every_place(SimulatorApp.OFFERS), ())
    found = keymap.refusal("practice.stop", "f3")
    assert found is not None

    told = [reason(found, keymap, Translator.of(one, strict=True)) for one in ("en", "fr")]

    assert told == [
        "F3 is taken: Brief (practice).",
        "F3 est prise\u202f: Fiche (pratique).",
    ]


def test_two_commands_may_change_places_and_one_alone_may_not() -> None:
    both = (Remap("list.find", "o"), Remap("list.open", "f"))

    swapped, none = Keymap.of(PLACES, both)
    single, refused = Keymap.of(PLACES, both[:1])

    assert (swapped.keys_of("list.find"), swapped.keys_of("list.open")) == (("o",), ("f",))
    assert none == ()
    assert [(one.code, one.command, one.other) for one in refused] == [
        ("taken", "list.find", "list.open")
    ]
    assert single.chosen == {}


def test_what_a_file_says_wrongly_is_left_out_and_named_and_the_rest_holds() -> None:
    chosen = (Remap("list.open", "ctrl+i"), Remap("nobody.knows", "f3"), Remap("talk.stop", "f9"))

    keymap, refused = Keymap.of(PLACES, chosen)

    assert keymap.chosen == {"talk.stop": "f9"}
    assert {(one.command, one.code) for one in refused} == {
        ("list.open", "indistinct"),
        ("nobody.knows", "unknown"),
    }


def test_declared_keys_do_not_come_back_while_somebody_has_them() -> None:
    keymap, _ = Keymap.of(PLACES, ())
    moved = keymap.remapped("list.open", "x").remapped("list.find", "o")

    found = moved.refusal("list.open", "")

    assert found is not None
    assert (found.code, found.other) == ("taken", "list.find")
    assert moved.remapped("list.find", "f").remapped("list.open", "").chosen == {}


def test_the_keys_that_everything_was_declared_with_are_refused_nowhere(
    places: tuple[Place, ...],
) -> None:
    keymap, refused = Keymap.of(places, ())

    assert refused == ()
    assert [one for one in keymap.commands if keymap.fault_of(one)] == []
    assert {"app.quit", "library.language", "practice.stop", "composer.say"} <= {*keymap.commands}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_place_and_every_command_in_it_has_a_name(
    places: tuple[Place, ...], language: str
) -> None:
    t = Translator.of(language, strict=True)
    listed = [one for place in places for one in place.commands if one.is_listed]

    nameless = {
        wording
        for one in listed
        for wording in (f"tui.place.{one.place}", f"tui.key.{one.name}", f"tui.does.{one.name}")
        if not t.has(wording)
    }
    assert nameless == set()


def sharing(keymap: Keymap, places: tuple[Place, ...]) -> Iterator[tuple[str, str, str]]:
    """Key, and two commands that both have it in one place."""
    over = [place for place in places if place.is_everywhere]
    for place in places:
        near = {one.id for it in (place, *over) for one in it.commands if one.keys}
        for one in near:
            for other in near - {one}:
                for key in {*keymap.keys_of(one)} & {*keymap.keys_of(other)}:
                    yield key, one, other


WANTED = [
    "f1",
    "f3",
    "f5",
    "f8",
    "f12",
    "o",
    "x",
    "escape",
    "enter",
    "ctrl+q",
    "ctrl+i",
    "f3,o",
    "",
]


@settings(max_examples=25)
@given(st.data())
def test_whatever_is_chosen_every_command_is_reached_and_no_key_is_for_two(
    places: tuple[Place, ...], data: st.DataObject
) -> None:
    keymap, _ = Keymap.of(places, ())
    declared = {*sharing(keymap, places)}
    command = st.sampled_from([*keymap.commands, "nobody.knows"])

    for one, keys in data.draw(st.lists(st.tuples(command, st.sampled_from(WANTED)), max_size=12)):
        if keymap.refusal(one, keys) is None:
            keymap = keymap.remapped(one, keys)

    assert {*sharing(keymap, places)} <= declared
    assert all(keymap.keys_of(one) for one in keymap.commands)
    again, refused = Keymap.of(places, [Remap(*one) for one in keymap.chosen.items()])
    assert (again.chosen, refused) == (keymap.chosen, ())


@given(
    st.dictionaries(
        st.sampled_from(["list.open", "list.find", "app.quit", "page.begin"]),
        st.sampled_from(WANTED[:-1]),
    )
)
def test_whatever_a_file_says_the_keymap_is_sound(chosen: dict[str, str]) -> None:
    keymap, refused = Keymap.of(PLACES, [Remap(*one) for one in chosen.items()])
    plain, _ = Keymap.of(PLACES, ())

    assert {*sharing(keymap, PLACES)} <= {*sharing(plain, PLACES)}
    dropped = {one.command for one in refused}
    kept = {one for one in chosen if keymap.is_chosen(one)}
    assert dropped | kept >= {
        one for one, keys in chosen.items() if split(keys) != plain.keys_of(one)
    }
    assert not dropped & kept


def test_names_of_keys_are_compared_as_the_terminal_tells_them() -> None:
    assert [normal(one) for one in ("?", ",", " f3 ", "a", "é")] == [
        *("question_mark", "comma", "f3", "a", "é")
    ]
    assert split("f3, f3,?") == ("f3", "question_mark")
    assert [fault(one) for one in ("f24", "f25", "é", "ctrl+y", "shift+f3", "pageup")] == [
        *(None, "not-a-key", None, None, "indistinct", "reserved")
    ]


async def test_a_key_that_was_chosen_does_what_the_declared_one_did(house: House) -> None:
    keymap, _ = Keymap.of(every_place(SimulatorApp.OFFERS), [Remap("practice.brief", "f12")])
    async with practising(house, Speaking()) as (hand, _):
        hand.app.set_keymap(dict(keymap.chosen))
        screen = hand.app.screen
        assert isinstance(screen, PracticeScreen)

        await press(hand, "f3")
        before = screen.has_class("-brief")
        await press(hand, "f12")

        assert (before, screen.has_class("-brief")) == (False, True)
        assert "F12 Brief" in " ".join(
            f"{hand.app.get_key_display(one.binding)} {one.binding.description}"
            for one in screen.active_bindings.values()
        )
