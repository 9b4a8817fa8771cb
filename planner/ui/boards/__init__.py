"""The boards on which a plan is laid out to be looked at and moved; what they show is told them by pages."""
