"""The rules of the visit: how strictly each is taken, and its figures."""
