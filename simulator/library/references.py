"""References: every name in a scenario leads somewhere, and no name is given twice.

Works on plain data rather than on the typed scenario, so that a file with a wrong word in one
place still learns about the unknown fact in another, in the same run. What has the wrong shape is
passed over here: the shape has its own diagnostics.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from simulator.library.diagnostics import Diagnostic, Place, error
from simulator.library.scalars import Plain
from simulator.library.yamlfile import Document, Trail

LISTS = (
    *("topics", "facts", "replies", "levers", "concessions", "cues", "twists"),
    *("reactions", "endings", "rubric"),
)
"""Top-level lists of records that have an `id`."""
_CONDITION_KEYS = {
    "topic": "topics",
    "fact": "facts",
    "concession": "concessions",
    "cue": "cues",
    "cue-offered": "cues",
    "lever": "levers",
    "of": "cast",
    "to": "cast",
}
_POINTERS = (
    ("topics", "behind", "facts"),
    ("facts", "topic", "topics"),
    ("replies", "topic", "topics"),
    ("concessions", "topic", "topics"),
    ("cues", "points-to", "facts"),
    ("rubric", "goal", "goals"),
    ("rubric", "skill", "skills"),
    ("resources", "for", "skills"),
    *((name, "by", "cast") for name in LISTS if name != "rubric"),
)


def check(document: Document) -> tuple[Diagnostic, ...]:
    """All duplicate and dangling names in the scenario that `document` holds."""
    data = document.data
    known = _known(data)
    return (
        *_duplicates(document),
        *_dangling_pointers(document, known),
        *_dangling_conditions(document, known),
        *_dangling_negotiation(document, known),
    )


def records(value: Plain) -> Iterator[tuple[int, dict[str, Plain]]]:
    """The records of a list, with their index; nothing where there is no list."""
    for at, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, dict):
            yield at, item


def conditions(value: Plain, trail: Trail = ()) -> Iterator[tuple[Trail, dict[str, Plain]]]:
    """Every condition in a file, groups and atoms, at whatever depth, with its trail."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"when", "chance"} and isinstance(inner, dict):
                yield from _condition((*trail, key), inner)
            else:
                yield from conditions(inner, (*trail, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from conditions(inner, (*trail, at))


def _condition(
    trail: Trail, condition: dict[str, Plain]
) -> Iterator[tuple[Trail, dict[str, Plain]]]:
    yield trail, condition
    for group in ("all", "any", "none"):
        for at, inner in records(condition.get(group)):
            yield from _condition((*trail, group, at), inner)


def _known(data: Mapping[str, Plain]) -> dict[str, set[str]]:
    known = {name: set(_ids(data.get(name))) for name in LISTS}
    brief = data.get("brief")
    negotiation = data.get("negotiation")
    skills = data.get("skills")
    known["goals"] = set(_ids(brief.get("goals"))) if isinstance(brief, dict) else set()
    known["skills"] = {str(skill) for skill in skills} if isinstance(skills, list) else set()
    known["cast"] = {
        str(member["persona"]) for _, member in records(data.get("cast")) if "persona" in member
    }
    known["issues"] = (
        set(_ids(negotiation.get("issues"))) if isinstance(negotiation, dict) else set()
    )
    return known


def _ids(value: Plain) -> Iterator[str]:
    return (str(item["id"]) for _, item in records(value) if "id" in item)


def _duplicates(document: Document) -> Iterator[Diagnostic]:
    data = document.data
    lists: list[tuple[Trail, Plain]] = [((name,), data.get(name)) for name in LISTS]
    if isinstance(brief := data.get("brief"), dict):
        lists.append((("brief", "goals"), brief.get("goals")))
    if isinstance(negotiation := data.get("negotiation"), dict):
        lists.append((("negotiation", "issues"), negotiation.get("issues")))
        for at, issue in records(negotiation.get("issues")):
            lists.append((("negotiation", "issues", at, "options"), issue.get("options")))
    for trail, items in lists:
        first: dict[str, int] = {}
        for at, item in records(items):
            name = str(item.get("id", ""))
            place = document.place((*trail, at, "id"))
            if name in first:
                yield error(place, "duplicate-id", value=name, first=first[name])
            else:
                first[name] = place.line


def _dangling_pointers(document: Document, known: Mapping[str, set[str]]) -> Iterator[Diagnostic]:
    for name, key, target in _POINTERS:
        for at, item in records(document.data.get(name)):
            if key in item:
                yield from _dangling(document, (name, at, key), item[key], known, target)
    if isinstance(negotiation := document.data.get("negotiation"), dict):
        for place, issue in records(negotiation.get("issues")):
            for at, option in records(issue.get("options")):
                if "until" in option:
                    trail = ("negotiation", "issues", place, "options", at, "until")
                    yield from _dangling(document, trail, option["until"], known, "facts")
    if "opening-by" in document.data:
        first = document.data["opening-by"]
        yield from _dangling(document, ("opening-by",), first, known, "cast")


def _dangling_conditions(document: Document, known: Mapping[str, set[str]]) -> Iterator[Diagnostic]:
    for trail, condition in conditions(dict(document.data)):
        for key, target in _CONDITION_KEYS.items():
            if key in condition:
                yield from _dangling(document, (*trail, key), condition[key], known, target)
        if "deal" in condition and "negotiation" not in document.data:
            yield error(document.place((*trail, "deal")), "deal-without-negotiation")
    for at, item in records(document.data.get("rubric")):
        seen = item.get("seen")
        if isinstance(seen, dict) and "topic" in seen:
            trail = ("rubric", at, "seen", "topic")
            yield from _dangling(document, trail, seen["topic"], known, "topics")


def _dangling_negotiation(
    document: Document, known: Mapping[str, set[str]]
) -> Iterator[Diagnostic]:
    data = document.data
    if isinstance(negotiation := data.get("negotiation"), dict):
        for at, issue in records(negotiation.get("issues")):
            if "topic" in issue:
                trail: Trail = ("negotiation", "issues", at, "topic")
                yield from _dangling(document, trail, issue["topic"], known, "topics")
    if isinstance(brief := data.get("brief"), dict):
        yield from _dangling_issues(document, ("brief", "issues"), brief.get("issues"), known)
    for at, granted in records(data.get("concessions")):
        trail = ("concessions", at, "gives")
        yield from _dangling_issues(document, trail, granted.get("gives"), known)


def _dangling_issues(
    document: Document, trail: Trail, settled: Plain, known: Mapping[str, set[str]]
) -> Iterator[Diagnostic]:
    """The keys of `settled`, a mapping by negotiated issue, that name no issue."""
    for name in settled if isinstance(settled, dict) else ():
        if name not in known["issues"]:
            place = document.key_place((*trail, name))
            yield _unknown("unknown-issue", place, name, _closest(name, known["issues"]))


def _dangling(
    document: Document, trail: Trail, value: Plain, known: Mapping[str, set[str]], target: str
) -> Iterator[Diagnostic]:
    if isinstance(value, str) and value not in known[target]:
        close = _closest(value, known[target])
        yield _unknown(f"unknown-{_ONE[target]}", document.place(trail), value, close)


_ONE = {
    "topics": "topic",
    "facts": "fact",
    "concessions": "concession",
    "cues": "cue",
    "levers": "lever",
    "goals": "goal",
    "skills": "skill",
    "cast": "member",
}


def _unknown(code: str, place: Place, value: str, close: str) -> Diagnostic:
    return error(place, code, value=value, **({"close": close} if close else {}))


def _closest(word: str, words: Iterable[str]) -> str:
    return next(iter(get_close_matches(word, sorted(words), 1, 0.6)), "")
