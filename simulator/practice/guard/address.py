"""Whether a French reply says tu where these two say vous, or the other way round.

Only where it is sure. What stands between quotation marks is somebody else's; « tu » after an
auxiliary is of « taire »; « vous » may be several people, as where a team, a place or a family is
spoken of; and whoever speaks of tutoyer speaks of the words themselves. A reply that says both is
left alone: what is doubtful is no reason to take words back. English has one address, and is never
refused.
"""

import re

from simulator.practice.guard.reply import Reply, fold_of

_QUOTED = re.compile(r"«[^»]*(?:»|$)|“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_OF_TAIRE = r"(?<!\bs'est )(?<!\bsuis )(?<!\bes )(?<!\best )(?<!\bsont )(?<!\betes )(?<!\bm'etais )"
_TU = re.compile(
    rf"{_OF_TAIRE}\btu\b(?! parles\b)|\bt'(?:as|es|en|y|ai|avais|etais|auras|aurais|a|ont|aime)\b|"
    r"\btoi\b|\bte\b|\b(?:ta|tes)\b|-toi\b"
)
_VOUS = re.compile(r"\b(?:vous|vos|votres?)\b")
_MANY = re.compile(
    r"\b(?:tous|toutes|(?:vous|les) (?:deux|trois|quatre)|autres|ensemble|equipes?|chacune?|gars|"
    r"gens|messieurs|mesdames|collegues|nous|service|bureau|boite|entreprise|societe|labo|famille|"
    r"parents|monde|la-bas)\b|\bvous-memes\b"
)
_OF_THE_WORDS = re.compile(r"\b(?:tutoie|tutoy|vouvoie|vouvoy)")
_END = re.compile(r"[.!?…](?=[\s»”\"]|$)")
_POLITE = re.compile(r"\b(?:s'il vous plait|je vous en prie)\b")


def is_amiss(reply: Reply, address: str, *, is_alone: bool) -> bool:
    """Whether `reply` surely uses the other address than `address`, which is tu or vous.

    Of one that is not whole only the sentences that have ended are looked at. `is_alone` says that
    there is nobody else in the scene whom it may turn to.
    """
    if reply.tongue.language != "fr":
        return False
    said = fold_of(_QUOTED.sub(" ", reply.text if reply.is_whole else _ended(reply.text)))
    if _OF_THE_WORDS.search(said):
        return False
    tu = bool(_TU.search(said))
    vous = bool(_VOUS.search(_POLITE.sub(" ", said)))
    if address == "vous":
        return tu and not vous
    return is_alone and vous and not tu and not _MANY.search(said)


def _ended(text: str) -> str:
    ends = [match.end() for match in _END.finditer(text)]
    return text[: ends[-1]] if ends else ""
