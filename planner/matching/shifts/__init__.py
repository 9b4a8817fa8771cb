"""Who works which shift: fixed times, people with hours, skills and limits; exact, on abstract data.

`problem` says what is given and `answer` what comes out. Between them: `duties` lists what each person could do,
`judge` says how good a set of duties is, `clashes` and `chains` turn what cannot or should not go together into linear
rows (`rulebook` keeps them), `model` puts them together, and `stages` goes through the aims one after the other, also
to repair. `what_if` asks why not; `reading` understands the bare problem of docs/shift-problem.md.
"""
