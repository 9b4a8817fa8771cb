"""The people board: who does what when, a row for each of them, time across, and what is needed on top.

A page tells it blocks (`blocks.Scene`) along an axis of minutes; what they stand for it does not know. Where things lie
is pure geometry (`layout`); what does not move is drawn once as a picture.
"""
