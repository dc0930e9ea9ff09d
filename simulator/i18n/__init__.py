"""I18n: every word the product itself says, in English and French, looked up by stable ids.

Catalogues are gettext files, one domain per room; both languages are written out in full, none is
the other's fallback in tests. A translator is an object that is passed in, never a global. It
refuses positional placeholders, and knows nothing of what a persona says: that language is the
scenario's.
"""

from simulator.i18n.translator import DOMAINS, MissingWording, Translator

__all__ = ["DOMAINS", "MissingWording", "Translator"]
