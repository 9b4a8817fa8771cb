"""Calls between the two cities: when both can, and which are planned."""
