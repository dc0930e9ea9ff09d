"""Between machines: one file that holds sessions and reviews whole, and can be checked by anybody.

What leaves is listed before it is written; what comes in is untrusted until every hash, text and
id in it was checked. It refuses to let either side of a merge go, and to guess.
"""
