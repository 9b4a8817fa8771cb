"""Choosing columns at least cost under rows: exact, repeatable, and able to stop with the best so far."""
