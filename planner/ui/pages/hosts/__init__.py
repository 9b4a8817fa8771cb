"""Host families: who lives there, what they offer, which nights they cannot."""
