# Everything that is done in this tree. `make demo` and `make test` need Python 3.11+, venv and make; the rest follows.
.POSIX:
.DEFAULT_GOAL := demo
.PHONY: demo test check lint types docs bench constraints clean

PYTHON ?= python3
UV_VERSION = 0.13.9
# Some proxies present certificates that only the system knows.
export UV_SYSTEM_CERTS ?= 1
export UV_PROJECT_ENVIRONMENT = .venv
# Compiled once, or at every start where the environment forbids Python to keep what it compiled.
export UV_COMPILE_BYTECODE = 1

BIN = .venv/bin
UV = .tools/bin/uv
SOURCES = pyproject.toml plugins/beldigest-jsonld/pyproject.toml plugins/beldigest-csv/pyproject.toml \
	plugins/beldigest-markdown/pyproject.toml plugins/beldigest-ical/pyproject.toml \
	examples/beldigest-headlines/pyproject.toml

demo: .venv/.users
	@$(BIN)/python examples/demo.py

test: .venv/.developers
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: lint types docs

lint: .venv/.developers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.developers
	$(BIN)/mypy

docs: .venv/.developers
	$(BIN)/sphinx-build -n -W --keep-going -q -b html docs build/docs

bench: .venv/.developers
	$(BIN)/python tests/benchmarks/speed.py

# Renew the versions that are tested: forget the pins, resolve anew, write name and version.
constraints: .venv/.developers
	$(BIN)/python .ci/constraints.py $(UV)

clean:
	rm -rf .venv .tools build demo .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(UV):
	$(PYTHON) -m venv .tools
	.tools/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.users: $(SOURCES) $(UV)
	$(UV) sync --quiet --inexact --python $(PYTHON) --extra all --group exporters
	@touch $@

.venv/.developers: .venv/.users
	$(UV) sync --quiet --inexact --python $(PYTHON) --extra all --group dev
	@touch $@
