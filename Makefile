# Still Here. `make run` and `make test` need nothing but Python 3.11 and pip.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
READY := $(VENV)/.ready
# The extra `spark` stands beside the rest, so that nothing else finds it there.
SPARK := $(VENV)/spark
# What identity is measured beside; never needed to run or to test.
PEERS := $(VENV)/peers
export PYTHONHASHSEED := 0

.PHONY: run test test-spark lint check bench bench-identity bench-search docs i18n lock clean pictures

# The catalogues of the desk: words in .po, compiled before anything runs.
WORDS := $(wildcard src/stillhere/desk/locale/*/LC_MESSAGES/django.po)
SPOKEN := $(WORDS:.po=.mo)

$(READY): requirements.lock pyproject.toml
	@echo "Setting up $(VENV): a minute or two, once."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one: make PYTHON=/path/to/python3.11")'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

%.mo: %.po | $(READY)
	@$(BIN)/python scripts/compile_catalogues.py

run: $(READY) $(SPOKEN)
	@$(BIN)/stillhere demo --out demo

test: $(READY) $(SPOKEN)
	@$(BIN)/python -m pytest -n 2 -q

$(SPARK)/.ready: requirements-spark.lock | $(READY)
	@echo "Setting up Spark in $(SPARK), almost 1 GB: two or three minutes, once."
	@rm -rf $(SPARK)
	@$(PIP) install --require-hashes --no-build-isolation --target $(SPARK) -r $<
	@touch $@

# Links by Spark on this machine are those of one process; WHOLE=--whole runs the proof.
test-spark: $(SPARK)/.ready $(SPOKEN)
	@PYTHONPATH=$(CURDIR)/$(SPARK) $(BIN)/python -m pytest -q $(WHOLE) tests/spark

lint: $(READY)
	$(BIN)/ruff format --check src tests bench scripts
	$(BIN)/ruff check src tests bench scripts
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python scripts/bare_core.py
	$(BIN)/python scripts/module_sizes.py
	$(BIN)/python scripts/no_machine.py

check: lint $(SPOKEN)
	@$(BIN)/python -m pytest -n 2 -q --whole
	@$(MAKE) --no-print-directory test-spark WHOLE=--whole

# make bench BENCH="--write store" measures one subject and writes its part of the page.
bench: $(READY)
	@$(BIN)/python -m bench --date "$$(date +%F)" \
	  --commit "$$(git rev-parse --short HEAD 2>/dev/null || echo unknown)" $(BENCH)

$(PEERS)/.ready: requirements-peers.lock | $(READY)
	@echo "Setting up the peers in $(PEERS), 600 MB: a minute or two, once."
	@rm -rf $(PEERS)
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip --quiet --disable-pip-version-check install \
	  --require-hashes -r $<
	@touch $@

# Every mark of identity beside Splink, recordlinkage and Spark: half an hour, 3 GB of memory.
bench-identity: $(PEERS)/.ready $(SPARK)/.ready
	@$(MAKE) --no-print-directory bench BENCH="$(BENCH) marks remaining identity_peers spark"

# Hours to find people, beside who knows where they are: two hours, kept run by run.
bench-search: $(READY)
	@$(MAKE) --no-print-directory bench BENCH="$(BENCH) search"

# Bring the catalogues up to date with the words of the program; then translate.
i18n: $(READY)
	@$(BIN)/python -m scripts.catalogues update

docs: $(READY)
	@$(BIN)/python scripts/reference.py

# Walk through the desk in a browser and keep what stands on the screen; the README
# shows a few of these.
PICTURES := overview-1280 person-1280 link-1280 call-stored-360 import-draft-360
pictures: $(READY)
	@STILLHERE_SCREENSHOTS=build/pictures $(BIN)/python -m pytest -q tests/browser
	@mkdir -p docs/pictures
	@for name in $(PICTURES); do cp "build/pictures/$$name.png" docs/pictures/; done

COMPILE := $(VENV)/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
  --strip-extras --no-header --no-emit-index-url --no-emit-find-links \
  --no-emit-trusted-host --no-annotate

# Choose versions anew. Commit the result together with what made it necessary.
lock: $(READY)
	@$(PYTHON) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip install --quiet --disable-pip-version-check pip-tools
	@$(COMPILE) --extra desk --extra postgres --extra routes --extra dev \
	  --output-file requirements.lock pyproject.toml
	@$(BIN)/python scripts/extra.py spark | $(COMPILE) --constraint requirements.lock \
	  --output-file requirements-spark.lock -
	@$(BIN)/python scripts/extra.py peers | $(COMPILE) --constraint requirements.lock \
	  --output-file requirements-peers.lock -

clean:
	rm -rf $(VENV) build dist demo out .mypy_cache .ruff_cache .pytest_cache .hypothesis
