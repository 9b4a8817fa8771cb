"""Every change a user can make. A command is a plain function of a session; `PlannerFile.run` is the one door.

A command checks what it is given (a `PlannerError` says what the user can mend), changes objects of the session, and
returns a `Done` with the label of its step. It never commits, never writes SQL of its own, and knows no window.
Most fields are simply edited (`records.edit`); what touches several things at once has a command of its own.
"""
