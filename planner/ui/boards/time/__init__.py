"""The time board: days or people as columns, hours down, both cities' clocks at its sides.

A page tells it columns (`scale.Column`, `heads.Head`) and cards (`cards.Card`); what they stand for it does not know.
"""
