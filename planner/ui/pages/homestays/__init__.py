"""Who sleeps where: what the plan holds of stays and offers."""
