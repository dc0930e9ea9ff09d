"""The last words of the app when something went wrong that nobody foresaw.

They say what kind of thing, where in the program, and that everything spoken is stored. No value
of any variable is among them: those hold what was said.
"""

from pathlib import Path
from traceback import extract_tb

from rich.text import Text
from textual.worker import WorkerFailed

from simulator.i18n import Translator


def words_for(error: BaseException, home: Path, t: Translator) -> Text:
    """What to leave on the terminal."""
    cause = error.error if isinstance(error, WorkerFailed) else error
    frames = extract_tb(cause.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return Text(t("tui.crash", kind=type(cause).__name__, place=place, where=home))
