"""What a wording may not look like, in either language."""

import re

NARROW = "\u202f"

_FAULTS = {
    "en": (("straight apostrophe", re.compile(r"\w'|'\w")),),
    "fr": (
        ("straight apostrophe", re.compile(r"\w'|'\w")),
        ("no narrow space before a high sign", re.compile(rf"[^{NARROW}\s?!(…][;?!](?=\s|$|[)»])")),
        ("another space before a high sign", re.compile(r"[ \u00a0][;:?!]")),
        ("no narrow space before a colon", re.compile(rf"[^{NARROW}\s](?<!\))[:](?=\s|$)")),
        ("guillemet without its narrow space", re.compile(rf"«(?!{NARROW})|(?<!{NARROW})»")),
        ("English quotation marks", re.compile(r"[“”]")),
        ("three full stops", re.compile(r"\.\.\.")),
    ),
}
_PLACEHOLDER = re.compile(r"%\(([\w:.+-]+)\)s")
_CODE = re.compile(r"`[^`]*`|\w+://\S+")


def faults(language: str, text: str) -> list[str]:
    """What is wrong with `text`; code between back quotes and addresses are left alone."""
    prose = _PLACEHOLDER.sub("x", _CODE.sub("x", text))
    return [name for name, pattern in _FAULTS[language] if pattern.search(prose)]


def placeholders(text: str) -> set[str]:
    """The names a wording asks values for; raises `ValueError` for any other placeholder."""
    if "%" in _PLACEHOLDER.sub("", text).replace("%%", ""):
        raise ValueError(text)
    return set(_PLACEHOLDER.findall(text))
