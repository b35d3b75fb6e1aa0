# The project's front door. `make help` lists what there is.
#
# It needs python3 (3.11 or newer) with venv, and nothing else: packages come from the hashed locks in
# .requirements/ into .venv/, PostgreSQL comes inside one of them, and what runs writes to var/ only.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin/python
LOCKS := .requirements
PIP := $(BIN) -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: help install install-dev python run test check browser bench lock

help: ## List the targets
	@echo "Usage: make TARGET [PORT=8000] [PYTHON=python3]"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: export TRACKER_ENV := $(or $(TRACKER_ENV),development)
run: python ## Serve the site on this machine, with everything it needs (PORT=8000)
	@$(PYTHON) tracker/free_port.py "$(PORT)"
	@$(MAKE) --no-print-directory install
	@$(BIN) -m tracker.serve "$(PORT)"

test: browser check ## Everything that CI runs: the checks, then all tests
	$(BIN) -m pytest --numprocesses 2 -m "not browser"
	$(BIN) -m pytest -m browser

check: export TRACKER_ENV := test
check: install-dev ## Format, lint, layers, types, migrations, deployment settings
	$(BIN) -m ruff format --check .
	$(BIN) -m ruff check .
	$(BIN) -c 'from importlinter.cli import lint_imports_command; lint_imports_command(["--no-logo"])'
	$(BIN) -m mypy
	$(BIN) manage.py makemigrations --check --dry-run
	SECRET_KEY=$$($(BIN) -c 'import secrets; print(secrets.token_urlsafe(50))') ALLOWED_HOSTS=example.org \
		TRACKER_ENV=production TRACKER_VAR=$${TRACKER_VAR:-var/test} $(BIN) manage.py check --deploy --fail-level WARNING

bench: export TRACKER_ENV := test
bench: install-dev ## Print the medians of the benchmarks
	$(BIN) -m tests.bench

install: python $(VENV)/runtime.stamp ## Make .venv/ with what the site needs to run

install-dev: python $(VENV)/dev.stamp ## Make .venv/ with what the tests and checks need, too

lock: install-dev ## Compile the hashed locks from pyproject.toml (UPGRADE=--upgrade for newer versions)
	$(COMPILE) --output-file $(LOCKS)/runtime.txt
	$(COMPILE) --group dev --constraint $(LOCKS)/runtime.txt --output-file $(LOCKS)/dev.txt

# One lock serves Python 3.11 with Django 5.2 and Python 3.12 and newer with Django 6.1. It records no address.
COMPILE = $(BIN) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate $(UPGRADE)

python:
	@command -v "$(PYTHON)" >/dev/null && "$(PYTHON)" -c \
		'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "python3 3.11 or newer with the venv module is needed, and $(PYTHON) is not that." >&2; \
		echo "On Debian: apt install python3-venv. Another Python: make TARGET PYTHON=python3.12" >&2; \
		exit 1; }

$(BIN):
	@echo "Making the virtual environment in $(VENV)/ ..."
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/runtime.stamp: $(LOCKS)/runtime.txt | $(BIN)
	@echo "Installing the locked packages (once, a minute or so) ..."
	@$(PIP) --requirement $<
	@touch $@

# The second lock holds all of the first.
$(VENV)/dev.stamp: $(LOCKS)/dev.txt $(LOCKS)/runtime.txt | $(BIN)
	@echo "Installing the locked packages and the tools (once, a minute or two) ..."
	@$(PIP) --requirement $<
	@touch $(VENV)/runtime.stamp $@

# The tests drive a real browser; Playwright's own download is not used.
browser:
	@[ -n "$${CHROMIUM:-}" ] || command -v chromium chromium-browser google-chrome >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing Chromium for the browser tests ..."; \
			apt-get update -qq; \
			DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
		else \
			echo "The browser tests need Chromium. On Debian: apt install chromium." >&2; \
			echo "Where it is installed under another name, set CHROMIUM to its path." >&2; \
			exit 1; \
		fi; }
