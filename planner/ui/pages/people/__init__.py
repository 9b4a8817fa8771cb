"""Who travels, and everybody else the file knows."""
