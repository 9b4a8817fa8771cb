"""Parts that several packets share, one module each; a section begins on a page of its own, in one language."""
