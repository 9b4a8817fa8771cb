"""The parts every page is made of, dressed by the theme. Each asks its maker for the words it is known by."""
