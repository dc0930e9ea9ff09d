"""Play-test: scripted mentees of known skill run against a scenario, many times, and a report.

It shows before anyone rehearses whether a scenario responds to skill and yields to nothing else.
It refuses to build actors or sessions itself: a picklable `build` is handed in.
"""
