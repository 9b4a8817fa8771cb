"""Programme: what happens on each day, in both cities' time, edited in place."""
