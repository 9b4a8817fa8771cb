"""Papers: choose what to print, for whom, in which language; look at its pages; save, print or open it."""
