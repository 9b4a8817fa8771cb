"""One glance at the visit: what is left to do, what comes next, what was done last."""
