"""What can be wrong with a plan, or is still missing: findings, computed from the plan and never stored."""
