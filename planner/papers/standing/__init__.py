"""How papers in the hands of their readers stand against the plan: current, or out of date, where and why."""
