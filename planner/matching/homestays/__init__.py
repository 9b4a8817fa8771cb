"""A visit's homestays: from the plan and its rules to a lodging problem, and from the answer to a proposal.

`propose` pairs a visit anew or, from a night on, again; what it gives changes nothing until `planner.commands.pairing`
takes it over.
"""
