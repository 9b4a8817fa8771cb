"""The master run of show: what the staff need of every event, day after day, and each ceremony item by item.

It holds everything of everybody (domain.md §5.3), so each copy has a number, and all copies are counted.
"""
