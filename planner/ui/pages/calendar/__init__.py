"""Days that differ from others: holidays, closures, and the days the file adds or takes away."""
