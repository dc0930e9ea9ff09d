"""Prompts: the texts an LLM is given, one template per audience and language.

Three audiences, three prompts: the persona (no rubric, no locked fact, nothing of the mentee's
brief), the coach (no locked fact), the judge (everything, with the mentee's turns marked).
Templates are plain jinja2 with undefined names refused; it refuses to decide what may be said,
to accept a template from a scenario file, and to call anyone.
"""
