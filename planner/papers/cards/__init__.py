"""Emergency cards: to carry, and to show to a stranger."""
