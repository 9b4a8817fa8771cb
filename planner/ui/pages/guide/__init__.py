"""The guide of docs/guide, read in the window in the reader's language."""
