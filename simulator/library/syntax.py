"""Plain words for what the YAML parser trips over: its complaints become codes of ours.

The parser speaks of tokens and simple keys; an author thinks of a colon, a quote, a tab. Each
known complaint has a code of its own; any other is `yaml-syntax`. The parser's own sentences are
never shown.
"""

from ruamel.yaml.error import MarkedYAMLError

from simulator.library.diagnostics import Diagnostic, Place, error

_COMPLAINTS = (
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-missing-colon"),
    ("found unexpected end of stream", "yaml-quote"),
    ("found unexpected document separator", "yaml-quote"),
    ("found unknown escape character", "yaml-escape"),
    ("expected escape sequence", "yaml-escape"),
    ("expected ',' or", "yaml-bracket"),
    ("found unexpected ':'", "yaml-colon"),
    ("expected <block end>", "yaml-indent"),
    ("cannot start any token", "yaml-reserved"),
    ("while parsing a flow node", "yaml-bracket"),
    ("while scanning an anchor", "yaml-anchor"),
    ("while scanning an alias", "yaml-alias"),
    ("while scanning a directive", "yaml-directive"),
    ("while scanning an tag", "yaml-tag"),
    ("expected '<document start>'", "yaml-indent"),
)
_QUOTES_A_CHARACTER = frozenset({"yaml-anchor", "yaml-alias", "yaml-tag", "yaml-reserved"})


def diagnose(problem: MarkedYAMLError, text: str, path: str) -> Diagnostic:
    """The parser's complaint as a diagnostic at the place an author should look at."""
    said = f"{problem.problem or ''} {problem.context or ''}"
    code = next((code for words, code in _COMPLAINTS if words in said), "yaml-syntax")
    opened = code in {"yaml-quote", "yaml-bracket"} and problem.context_mark
    mark = (problem.context_mark if opened else problem.problem_mark) or problem.context_mark
    if mark is None:
        return error(Place(path), code)
    place = Place(path, mark.line + 1, mark.column + 1)
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    char = line[mark.column : mark.column + 1]
    if code == "yaml-reserved" and char == "\t":
        return error(place, "yaml-tab")
    if code == "yaml-indent" and line[: mark.column].rstrip().endswith(("'", '"')):
        return error(place, "yaml-after-quote")
    if code in _QUOTES_A_CHARACTER:
        return error(place, code, value=char)
    return error(place, code)
