"""Who sleeps where and who interprets what, worked out: the model, the solver (HiGHS) and the explanation.

- `exact`: any problem of choosing columns, solved to a proved optimum: linear programme first, columns fixed by their
  reduced cost, then branching. The only user of highspy.
- `assignment`: the plain problem (guests with sizes, homes with capacities, costs), usable without any plan.
- `shifts`: who works which shift, with hours, limits, rests and company, on abstract data.
- `interpreters`: a visit's needs as shifts, and the answer as a proposal for the plan.
- `lodging`: the problem night by night, with beds, room-mates and moves, still on abstract data.

Nothing here reads or writes a file of the planner; what comes out is a proposal.
"""
