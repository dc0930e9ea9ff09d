# Everything runs in .venv, which is made from the hashed lock the first time it is needed.
# Only Python 3.11+, git and make are expected on the machine.

PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done)
BIN := .venv/bin
READY := .venv/.ready
WORDS := .venv/.words
TRAINING := .venv/training/.ready
INFERENCE := .venv/inference/.ready
CATALOGUES := $(wildcard simulator/i18n/locale/*/LC_MESSAGES/*.po)

export UV_PYTHON_DOWNLOADS = never
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help run test test-llm lint check bench bench-reading bench-tui train i18n lock clean

help:  ## show these lines
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1 	/p' $(MAKEFILE_LIST)

run: $(WORDS)  ## start the program (ARGS="practice …" to pass a command)
	@$(BIN)/simulator $(ARGS)

test: $(WORDS)  ## run every test
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

test-llm: $(WORDS) $(INFERENCE)  ## test against a real inference server with a tiny random network (built once, in minutes)
	.venv/inference/bin/python -m tests.inference.build
	$(BIN)/python -m pytest tests/inference $(ARGS)

lint: $(WORDS)  ## format, lint, types and import contracts; changes nothing
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## all that has to hold before a change is kept

bench: $(WORDS)  ## measure: one figure a line
	@for one in $(wildcard benches/[a-z]*.py); do $(BIN)/python -m "benches.$$(basename $$one .py)" || exit 1; done

bench-reading: $(WORDS)  ## measure the recogniser on unseen lines and on labelled talk
	$(BIN)/python -m benches.reading

bench-tui: $(WORDS)  ## measure the app in a terminal beside a bare one: start, echo, processor, memory
	$(BIN)/python -m benches.tui $(ARGS)

train: $(TRAINING)  ## learn the recogniser's weights from the lines in training/ (ARGS=--curve to see where to write more)
	.venv/training/bin/python -m training.learn $(ARGS)

i18n: $(WORDS)  ## compile the catalogues that changed

lock: $(READY)  ## resolve the dependencies again (UPGRADE=--upgrade for newer ones)
	$(BIN)/uv pip compile pyproject.toml $(LOCKING) -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --extra dev -c requirements.txt $(LOCKING) -o requirements-dev.txt
	$(BIN)/uv pip compile pyproject.toml --extra train -c requirements.txt $(LOCKING) -o requirements-train.txt
	$(BIN)/uv pip compile pyproject.toml --extra inference -c requirements.txt $(LOCKING) -o requirements-llm.txt

LOCKING = --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links $(UPGRADE)

clean:  ## remove the environment and everything that was made
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find simulator -name '*.mo' -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# pip is slow but always there: it installs one thing, the pinned uv, which installs the rest.
# Where uv cannot reach the index that pip is configured for, pip does the whole work.
$(READY): requirements.txt requirements-dev.txt pyproject.toml hatch_build.py
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@sed -n '/^uv==/,/[^\\]$$/p' requirements-dev.txt > .venv/uv.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r .venv/uv.txt
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements-dev.txt \
		|| $(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --offline -e .
	@touch $@

$(TRAINING): $(WORDS) requirements-train.txt
	$(BIN)/python -m venv .venv/training
	$(BIN)/uv pip sync --quiet --python .venv/training/bin/python --require-hashes requirements-train.txt \
		|| .venv/training/bin/python -m pip install --quiet --require-hashes -r requirements-train.txt
	@touch $@

# The server's sources are no package to install: tests.inference.build fetches them by their hash.
$(INFERENCE): requirements-llm.txt | $(WORDS)
	$(BIN)/python -m venv .venv/inference
	@sed '/^llama-cpp-python==/,/[^\\]$$/d' requirements-llm.txt > .venv/inference/installed.txt
	$(BIN)/uv pip sync --quiet --python .venv/inference/bin/python --require-hashes .venv/inference/installed.txt \
		|| .venv/inference/bin/python -m pip install --quiet --require-hashes -r .venv/inference/installed.txt
	@touch $@

$(WORDS): $(READY) $(CATALOGUES)
	@$(BIN)/python hatch_build.py
	@touch $@
