"""Who can interpret, when, and what needs it."""
