# make run: serve the app. make workshop: serve it to a room. make test: all checks. make lint: all but the tests. make fix: mend what can be mended. make setup: the install alone.
PORT ?= 8501
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: run workshop setup setup-test test lint fix lock clean

run: $(VENV)/app
	@$(BIN)/simulator serve --port $(PORT)

workshop: $(VENV)/app
	@$(BIN)/simulator serve --port $(PORT) --workshop

setup: $(VENV)/app

setup-test: $(VENV)/test

test: $(VENV)/test
	@$(BIN)/python -m tools.check

lint: $(VENV)/test
	@$(BIN)/python -m tools.check lint

# Layout, what ruff can mend, and the parts of the documents that are made from the code.
fix: $(VENV)/test
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/python -m tools.docs

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is %d.%d. Set PYTHON=python3.12, say." % sys.version_info[:2])'
	@$(PYTHON) -m venv $(VENV)

# Every package is pinned with its hashes, so there is nothing left to resolve: --no-deps.
$(VENV)/app: requirements/app.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing the packages the app needs (once) ..."
	@$(PIP) install --progress-bar on --no-deps --require-hashes -r requirements/app.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test: requirements/test.txt $(VENV)/app
	@echo "Installing the packages the tests need (once) ..."
	@$(PIP) install --progress-bar on --no-deps --require-hashes -r requirements/test.txt
	@touch $@

# Needs uv; run it after a change of the dependencies in pyproject.toml.
lock:
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header -q -o requirements/app.txt
	uv pip compile pyproject.toml --extra auth --group build --group test --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header -q -o requirements/test.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
