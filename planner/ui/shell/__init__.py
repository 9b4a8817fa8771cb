"""The window round the pages: rail, top bar, search, inspector, findings drawer and status line."""
