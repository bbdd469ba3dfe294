# Still Here. `make run` and `make test` need nothing but Python 3.11 and pip.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONHASHSEED := 0

.PHONY: run test lint check bench lock clean

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

run: $(VENV)/.ready
	$(BIN)/stillhere demo --out demo

test: $(VENV)/.ready
	$(BIN)/python -m pytest -n 2 -q

lint: $(VENV)/.ready
	$(BIN)/ruff format --check src tests bench scripts
	$(BIN)/ruff check src tests bench scripts
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/bare_core.py

check: lint $(VENV)/.ready
	$(BIN)/python -m pytest -n 2 -q --whole

bench: $(VENV)/.ready
	$(BIN)/python -m bench

lock:
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-annotate \
	  --extra routes --extra dev --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) build dist demo out .mypy_cache .ruff_cache .pytest_cache .hypothesis
