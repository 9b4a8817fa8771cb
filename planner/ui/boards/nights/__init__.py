"""The night board: homes with their beds as rows, nights as columns, stays as bars.

A page tells it blocks (`blocks.Block`) and nights (`blocks.Head`); what they stand for it does not know. Where things
lie is pure geometry (`scale`, `layout`); what does not move is drawn once as a picture.
"""
