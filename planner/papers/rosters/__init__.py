"""Rosters for the staff: people, beds, rooms, cars and pick-ups, allergies, emergency contacts.

Each is a section that can be printed alone. They hold what staff must have at hand and nobody else may see, across the
sheet in the look of a 行程表.
"""
