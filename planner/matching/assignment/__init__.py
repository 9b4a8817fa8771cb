"""The plain problem: each guest to one home, at least total cost, within the homes' capacities.

Known as the generalised assignment problem; where every guest has size 1 it is the transportation problem, and with
homes for one the assignment problem. It knows no plan, so it can be held against public benchmarks:
docs/matching-problem.md.
"""
