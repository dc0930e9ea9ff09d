"""Reports: a debrief written out as text, Markdown, HTML or JSON, in the reader's language.

A report says what the debrief says, with its evidence, and whether it is a draft. It refuses to
compute findings, to drop the ones it does not like, and to let any text through as markup.
"""
