"""The brief of an interpreter: all their assignments, each a section of its own (domain.md §6.3).

When to be there and with whom, why, who speaks in which order and how long it really takes, names as they are written
and read, texts that are still missing, and at the end the words and the numbers of the whole visit. Headings stand in
the language of the paper with the other beside them; names and words stand in both anyway.
"""
