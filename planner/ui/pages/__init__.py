"""The pages of the window, one folder for each; `planner.ui.shell.places` knows them all."""
