"""The first page of all: begin with the practice visit, a new one, or a file."""
