"""Who works which shift: fixed times, people with hours, skills and limits; exact, on abstract data.

`problem` says what is given and `answer` what comes out. Between them: `duties` lists what each person could do,
`judge` says how good a set of duties is, `clashes` and `chains` turn what cannot or should not go together into linear
rows (`rulebook` keeps them), `model` puts them together, and `stages` goes through the aims one after the other, also
to repair. `what_if` asks why not; `reading` understands the bare problem of docs/shift-problem.md.

Where there are many duties, what somebody does on a whole day is one column: `days` lays the options out, `growing`
makes the days that pay at given `prices`, `roster` knows the rows and whole days of one block (and `parity` rows that
are broken), `programme` is a linear programme over rosters, `diving` makes it whole, `wholedays` settles good practice
and faces with it, and `sharing` binds all days together by the `hours` of everybody.
"""
