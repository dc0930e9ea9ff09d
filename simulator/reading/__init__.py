"""Reading: an utterance goes in, what it does comes out — moves, signals, quantities, topics.

Pure functions over cleaned text: the same words always read the same. Precision comes before
recall, and a find the recogniser is not sure of changes nothing. This room names the moves; it
refuses to judge them, to remember earlier turns, and to know any scenario beyond its vocabulary.
"""
