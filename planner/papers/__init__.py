"""PDF papers: `kit` is what each is made of; each document is a module of its own."""
