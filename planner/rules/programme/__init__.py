"""The rules about the programme: one module a worry, one small pure function a rule (domain.md §5.2)."""
