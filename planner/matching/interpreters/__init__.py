"""Who interprets what, proposed for a visit: a plan as a problem of shifts, and its answer as a difference to the plan.

`building` says what of a plan the solver has to know, `proposing` turns its answer into changes with reasons, and
`asking` says why somebody is not at an event. Nothing is changed here: a proposal is accepted by a command.
"""
