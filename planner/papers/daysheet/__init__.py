"""The day sheet: one day on one page, for guests and host families alike (domain.md §5.3).

What happens in the order of the clock, what to wear and bring, and below who is fetched by which family, with boxes to
tick. Nothing of anybody's health, no addresses and no telephone numbers of families.
"""
