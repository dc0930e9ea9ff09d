"""A review under way: where its mentor is, what may be done there, and what a line is asked for."""
