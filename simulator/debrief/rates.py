"""Rates: how often, per turn, a mentee draws out, stands by, reflects, advises or turns to themselves.

Each is a share of the mentee's turns, 0 to 1, so that talks of different length can be laid side by
side; None where the mentee had no turn. The summary figures are those of MITI 4.2 (Moyers, Manuel
& Ernst 2014) and MISC 2.5 (Houck et al. 2010). A turn that does something twice counts once. They
describe a talk and are no mark: two talks of the same rates may be worth very different things.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.debrief.conducting import Conduct


@dataclass(frozen=True, slots=True)
class Share:
    """`part` out of `whole`, both counted in the same unit."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """0 to 1; None out of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares of the mentee's turns, 0 to 1, or None without any."""

    turns: int
    """The mentee's turns that count; in a recorded conversation without the bare mm-hmms."""
    eliciting: float | None
    """An open question or an invitation to say more (MITI open question; MISC ask open)."""
    validation: float | None
    """Says that what they feel is understandable, or what they did good (MITI affirm; VR-CoDES
    acknowledgement)."""
    reflections: float | None
    """Gives back what was said (MITI reflection), with nothing in the same words that advises,
    argues or blames."""
    collaboration: float | None
    """Seeks collaboration or stresses autonomy (MITI)."""
    advice: float | None
    """Says what to do, unasked, as a question too (MISC advise without permission)."""
    persuasion: float | None
    """Argues, warns, lectures (MITI persuade)."""
    confrontation: float | None
    """Disputes, blames, threatens, belittles (MITI confront; Gottman 1994)."""
    self_focus: float | None
    """Tells of oneself where the other had just spoken of themselves, in a recorded conversation
    where they had at all and are not asking now (Hill 2009, self-disclosure)."""
    self_words: float | None
    """The same as a share of the mentee's words."""
    mi_adherent: Share
    """MITI 4.2: turns that seek collaboration, affirm or stress autonomy, of these and those that
    persuade, advise or confront. In turns, one for each kind."""
    mi_consistent: Share
    """MISC: eliciting, reflecting, validating and collaborating, of these and advising, persuading
    and confronting. In turns, one for each kind."""


def rates(turns: Sequence[Conduct]) -> Rates:
    """The rates over the mentee's `turns`."""
    words = sum(one.words for one in turns)
    adherent = sum(one.collaborates + one.validates for one in turns)
    against = sum((one.advises or one.persuades) + one.confronts for one in turns)
    consistent = adherent + sum(one.elicits + one.reflects for one in turns)
    inconsistent = sum(one.advises + one.persuades + one.confronts for one in turns)
    return Rates(
        turns=len(turns),
        eliciting=_rate([one.elicits for one in turns]),
        validation=_rate([one.validates for one in turns]),
        reflections=_rate([one.reflects for one in turns]),
        collaboration=_rate([one.collaborates for one in turns]),
        advice=_rate([one.advises for one in turns]),
        persuasion=_rate([one.persuades for one in turns]),
        confrontation=_rate([one.confronts for one in turns]),
        self_focus=_rate([one.speaks_of_self for one in turns]),
        self_words=round(sum(one.self_words for one in turns) / words, 4) if words else None,
        mi_adherent=Share(adherent, adherent + against),
        mi_consistent=Share(consistent, consistent + inconsistent),
    )


def _rate(done: Sequence[bool]) -> float | None:
    return round(sum(done) / len(done), 4) if done else None
