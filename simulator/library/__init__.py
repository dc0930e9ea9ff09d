"""Library: scenarios and personas as typed, frozen definitions, loaded with their positions.

Everything a facilitator writes passes here, and every problem of a file is reported in one run
as `path:line:col`. It refuses unknown keys, aliases, oversized files and half-loaded scenarios,
and it never runs what it loads.
"""
