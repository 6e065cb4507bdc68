# Everything needed beyond Python 3.11, make and git is installed in .venv, or asked for by name.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
# What the tests without a browser reach, in per cent; the server's own processes are not followed.
COVERAGE_FLOOR := 96

.PHONY: help run install test lint types unit attack browser walks audit audit-deps replicas test-replicas chaos looks figures fuzz graph lock recalc mutants bench-pricing \
        bench-pages soak bench-lock clean

help:
	@echo "make run        serve the simulator on http://127.0.0.1:$(PORT)"
	@echo "make install    prepare .venv with the locked dependencies"
	@echo "make test       format, lint, types, and the tests, browser included"
	@echo "make walks      the long walks in a browser: every state, by keyboard, every widget"
	@echo "make attack     what one visitor who means harm does to the others, part of make test"
	@echo "make audit      every page and state read by three accessibility engines (needs npm)"
	@echo "make audit-deps  the known faults of the dependencies (asks the internet)"
	@echo "make recalc     the workbooks recalculated by LibreOffice, which you install"
	@echo "make replicas   serve it from two processes behind nginx, on http://127.0.0.1:8500"
	@echo "make test-replicas  what happens when one of them is stopped or killed (needs nginx)"
	@echo "make chaos      ten minutes of attacks, kills and broken tariffs, and people who must not notice (needs nginx)"
	@echo "make looks      take the reference pictures of every page again"
	@echo "make figures    what axe and the search for English count on each page"
	@echo "make fuzz       damaged links, files and tables, 20,000 of each kind (long)"
	@echo "make mutants    mutation testing of the pricing rule (long)"
	@echo "make bench-pricing  the rule beside OpenFisca and Publicodes, and a million organisations"
	@echo "make bench-pages    the simulator beside a bare Streamlit page, up to 50 people at once"
	@echo "make soak       an hour of a full meeting's clicks on one process: memory and time"
	@echo "make graph      print which package imports which, as docs/architecture.md shows it"
	@echo "make lock       compile requirements*.txt from pyproject.toml"

run: install
	$(BIN)/python -m server --port $(PORT)

install: $(VENV)/.installed

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/.installed

test: lint types unit attack browser

lint: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo

types: $(VENV)/.installed-dev
	$(BIN)/mypy

unit: $(VENV)/.installed-dev
	$(BIN)/python -m slipcover --json --out .coverage.json -m pytest \
	  --ignore tests/browser --ignore tests/replicas --ignore tests/attack -n auto
	$(BIN)/python -m slipcover --merge .coverage.json --out .coverage.json --fail-under $(COVERAGE_FLOOR)

attack: $(VENV)/.installed-dev
	sh tests/browser/install_browser.sh $(BIN)
	$(BIN)/python -m pytest tests/attack -n 2 --dist loadfile

browser: $(VENV)/.installed-dev
	sh tests/browser/install_browser.sh $(BIN)
	$(BIN)/python -m pytest tests/browser -m "not walk" -n 2 --dist loadfile

walks: $(VENV)/.installed-dev
	sh tests/browser/install_browser.sh $(BIN)
	$(BIN)/python -m pytest tests/browser -m walk -n 2 --dist loadfile

recalc: $(VENV)/.installed-dev
	$(BIN)/python -W ignore -m tests.recalc

replicas: install
	$(BIN)/python -m deploy.replicas

test-replicas: $(VENV)/.installed-dev
	sh tests/browser/install_browser.sh $(BIN)
	$(BIN)/python -m pytest tests/replicas

chaos: $(VENV)/.installed-dev
	sh tests/browser/install_browser.sh $(BIN)
	$(BIN)/python -m tests.chaos

looks: $(VENV)/.installed-dev
	sh tests/browser/install_browser.sh $(BIN)
	LOOKS=keep $(BIN)/python -m pytest tests/browser/test_looks.py

figures: $(VENV)/.installed-dev
	sh tests/browser/install_browser.sh $(BIN)
	$(BIN)/python -m tests.browser.figures

audit: $(VENV)/.installed-dev
	sh tests/browser/install_browser.sh $(BIN)
	cd tests/audit && npm ci --silent --ignore-scripts
	$(BIN)/python -m tests.audit

audit-deps: $(VENV)/.installed-dev
	$(BIN)/pip-audit --require-hashes --disable-pip -r requirements.txt

fuzz: $(VENV)/.installed-dev
	FUZZ_INPUTS=20000 $(BIN)/python -m pytest tests/fuzz -n auto

graph: $(VENV)/.installed-dev
	$(BIN)/python -m tests.house.package_graph

lock: $(VENV)/.installed-dev
	$(BIN)/uv pip compile --quiet --universal --no-strip-extras --generate-hashes --python-version 3.11 \
	  --custom-compile-command "make lock" pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --no-strip-extras --generate-hashes --python-version 3.11 \
	  --custom-compile-command "make lock" --group dev pyproject.toml -o requirements-dev.txt

BENCH := .venv-bench

$(BENCH)/.installed: bench/requirements.txt bench/package-lock.json
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bench/requirements.txt
	cd bench && npm ci --silent
	@touch $@

bench-pricing: $(BENCH)/.installed
	$(BENCH)/bin/python -m bench.side_by_side
	$(BENCH)/bin/python -m bench.table

bench-pages: $(VENV)/.installed-dev
	sh tests/browser/install_browser.sh $(BIN)
	$(BIN)/python -m bench.pages

soak: $(VENV)/.installed-dev
	sh tests/browser/install_browser.sh $(BIN)
	$(BIN)/python -m bench.pages.soak

bench-lock: $(VENV)/.installed-dev
	$(BIN)/uv pip compile --quiet --universal --no-strip-extras --generate-hashes --no-annotate --python-version 3.11 \
	  --custom-compile-command "make bench-lock" bench/requirements.in -o bench/requirements.txt
	cd bench && npm install --silent

mutants: $(VENV)/.installed-dev
	$(BIN)/mutmut run
	$(BIN)/mutmut results

clean:
	rm -rf $(VENV) .venv-bench bench/node_modules mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis
