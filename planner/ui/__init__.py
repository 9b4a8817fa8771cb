"""The window: Qt lives here and nowhere else. It looks at the plan and hands every change to one door."""
