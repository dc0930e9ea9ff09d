"""Settings and workspace: what was asked for, where it is kept, and the folder it is about.

Settings are frozen and complete: whoever holds them reads no environment and no file again. A flag
beats the environment, which beats the file `settings.toml` in the user's configuration folder; only
`keeping` writes it, and only when somebody chose something.
"""

from simulator.config.keeping import check, drop, keep
from simulator.config.origins import Origin, Source, origins
from simulator.config.settings import Settings, settings_file, spoken_language
from simulator.config.values import (
    APPLICATION,
    CLUSTER,
    HERE,
    HUMAN,
    LANGUAGES,
    LONGEST_NAME,
    NAMES,
    OFFLINE,
    THEMES,
    Language,
    Remap,
    Theme,
)
from simulator.config.workspace import Shelf, Workspace, shipped

__all__ = [
    "APPLICATION",
    "CLUSTER",
    "HERE",
    "HUMAN",
    "LANGUAGES",
    "LONGEST_NAME",
    "NAMES",
    "OFFLINE",
    "THEMES",
    "Language",
    "Origin",
    "Remap",
    "Settings",
    "Shelf",
    "Source",
    "Theme",
    "Workspace",
    "check",
    "drop",
    "keep",
    "origins",
    "settings_file",
    "shipped",
    "spoken_language",
]
