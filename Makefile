# Each word makes the environment it needs (.venv) and then does its work; all of it stands in .ci/workshop.py,
# which also runs without make:  py .ci\workshop.py run
PYTHON ?= python3
WORK = run test lint bench screenshots pictures translations

.PHONY: help $(WORK) clean
help:
	@$(PYTHON) .ci/workshop.py --help
$(WORK):
	@$(PYTHON) .ci/workshop.py $@ $(ARGS)
clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
