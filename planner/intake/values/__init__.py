"""A cell's words → what they mean, and word for word what was not understood.

One module a kind of value. Every reader takes a text, in English or Japanese, never raises, and returns a
`Reading`: the value, the words left over (`rest`), and doubts, each a code. What is neither in the value nor in
`rest` is only punctuation or a filler such as "and".
"""

from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, fold

__all__ = ["Doubt", "Reading", "Scan", "fold"]
