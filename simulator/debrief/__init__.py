"""Debrief: what the transcript shows — measures, findings, what to keep and what to try.

Every finding carries evidence that code has checked against the mentee's own words. It refuses
marks, ranking, and anything about the mentee's feelings or character; what could not be judged
is said to be so. It stays a draft until a mentor has ruled on it.
"""
