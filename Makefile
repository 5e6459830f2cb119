# Two commands set everything up on a fresh machine with git, make and Python 3.11 or newer:
#   make guide   builds this guide and says where to open it
#   make test    passes all tests, after installing what they need
# The others are listed by: make help

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3.14 python3; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
FAST := not sound and not browser and not slow
PYTEST := $(BIN)/python -m pytest

.PHONY: help guide release test test-fast test-rest test-pythons check format docs wheel bench lock upgrade ready-guide ready-test ready-clean programs clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

guide: ready-guide ## build this guide and say where to open it
	$(BIN)/guide build

release: ready-guide ## build this guide with its release voices (Apache-2.0; fetched once, 89 MB)
	@$(PYTHON) -m tools.environment $(VENV) release
	$(BIN)/guide voices install kokoro --accept-licence
	$(BIN)/guide build --cast release

test: ## all tests, the fast ones first and on every supported Python found
	@$(MAKE) --no-print-directory test-fast
	@$(MAKE) --no-print-directory test-rest
	@$(MAKE) --no-print-directory test-pythons

test-fast: ready-test ## the tests that need neither real audio nor a browser
	$(PYTEST) -m "$(FAST)" -n auto --durations=10

test-rest: ready-test ready-clean programs ## real audio, browsers, the built wheel
	$(PYTEST) -m "not browser and not ($(FAST))" -n auto --maxprocesses 4 --dist loadgroup --durations=10
	$(PYTEST) -m browser -n auto --maxprocesses 2 --dist loadgroup --durations=10

test-pythons: ready-test ## the fast tests on each other supported Python found
	$(BIN)/python -m tools.interpreters

check: ready-test ## ruff, formatting, types, architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(PYTEST) -q tests/test_architecture.py

format: ready-test ## put all files into their canonical form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: ready-test ## write the pages made from the code, typeset the French ones
	$(BIN)/python -m tools.reference
	$(BIN)/python -m tools.editors

wheel: ready-test ## write the wheel into dist/
	$(BIN)/python -m hatchling build -t wheel

bench: ready-test programs ## compare with the shell loop a user would write
	$(BIN)/python -m benchmarks

upgrade: NEWER := --upgrade
upgrade: lock ## the same, with the newest version of everything

lock: ready-test ## make the locks of requirements/ fit pyproject.toml
	$(LOCK) pyproject.toml -o requirements/guide.txt
	$(LOCK) --group build -o requirements/build.txt
	$(LOCK) pyproject.toml --extra neural -c requirements/guide.txt -c requirements/build.txt -o requirements/release.txt
	$(LOCK) pyproject.toml --group test -c requirements/guide.txt -c requirements/build.txt -o requirements/test.txt
	cd requirements/node && npm install --package-lock-only --ignore-scripts
	$(BIN)/python -m tools.plain_lock requirements/node/package-lock.json

LOCK = $(BIN)/uv pip compile --quiet $(NEWER) --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-header

ready-guide: python-found
	@$(PYTHON) -m tools.environment $(VENV) guide --project

ready-test: python-found
	@$(PYTHON) -m tools.environment $(VENV) guide test --project

ready-clean: ready-test
	@$(BIN)/python -m tools.environment .cache/clean guide

programs: ready-test
	@$(PYTHON) -m tools.programs
	@$(BIN)/guide voices install kokoro --accept-licence
	@$(BIN)/guide voices install piper-joe --accept-licence

.PHONY: python-found
python-found:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer with venv was found; on Debian: sudo apt-get install python3-venv" >&2; exit 2; }

clean: ## remove what the tests and linters left; audio_out and the cache of the guide stay
	rm -rf .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
