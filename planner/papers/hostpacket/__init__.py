"""The host-family packet: everything that a home with a guest keeps on its fridge (domain.md §6.1)."""
