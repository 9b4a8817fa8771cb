"""The visit itself, and how the window behaves."""
