"""Who sleeps where, night by night: beds rather than heads, as few moves as can be, on abstract data.

`problem` says what is given and `answer` what comes out. Between them: `spans` takes nights together that are alike,
`tables` puts everything in one order and into arrays, `houses` turns beds, rooms and who may not share them into linear
rows, `model` makes columns of stays, `runs` finds stays of part of the nights when whole ones are not enough, `stages`
goes through the aims one after the other, each question settled in `settling` (`cuts` forbids what the rows did not
see; `greedy`, `chain` and `bounds` know soon what is possible and what is not), and `beds` says who has which bed.
`explain`, `repair` and `what_if` ask further questions of the same model.
"""
