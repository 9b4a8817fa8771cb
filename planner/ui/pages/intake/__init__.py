"""Import: a form or spreadsheet is read, shown as understood, and taken in as one step."""
