# Two commands for a newcomer: `make demo` and `make test`. One for a developer: `make check`.

PYTHON ?= python3
BIN := .venv/bin
COMPILE := $(BIN)/python -m compileall -q annotator
PIP := PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Compiled once and kept, wherever Python was told not to: many tests start processes.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test check style types imports pages collected format docs golden picture constraints bench torture conformance clean

demo: .venv/demo.stamp
	$(BIN)/annotator demo

test: .venv/test.stamp
	$(MAKE) --jobs=2 check collected
	$(BIN)/python -m pytest -n 6 --dist worksteal

check: style types imports pages

style: .venv/test.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/test.stamp
	$(BIN)/mypy

imports: .venv/test.stamp
	$(BIN)/lint-imports --no-logo

pages: .venv/test.stamp
	$(BIN)/python docs/generate.py --check

# Six processes would each compile all tests.
collected: .venv/test.stamp
	@$(BIN)/python -m pytest --collect-only -qq > .venv/collected || { cat .venv/collected; exit 1; }

format: .venv/test.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: .venv/test.stamp
	$(BIN)/python docs/generate.py

picture: .venv/test.stamp
	$(BIN)/python docs/picture.py

# Others measure on gold, or by a terminal of your own: they say with what when they are started.
BENCHMARKS := $(addprefix benchmarks/,add agreement cleaning detect export formats intake lexicons record stories)

bench: .venv/test.stamp
	for file in $(BENCHMARKS:=.py); do echo "== $$file"; $(BIN)/python $$file || exit 1; done

torture: .venv/test.stamp
	ANNOTATOR_TORTURE=full nice $(BIN)/python -m pytest tests/faults -q

conformance: .venv/test.stamp
	$(BIN)/python tests/conformance/run.py

golden: .venv/test.stamp
	$(BIN)/python docs/golden.py

constraints:
	rm -rf .venv/fresh && $(PYTHON) -m venv .venv/fresh
	.venv/fresh/bin/python -m pip install --quiet '.[all,test]' hatchling editables
	.venv/fresh/bin/python -m pip freeze --exclude framing-annotator > constraints.txt
	rm -rf .venv/fresh

clean:
	rm -rf .venv .venv-conformance build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] + "; run make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv

.venv/demo.stamp: .venv/bin/python pyproject.toml constraints.txt
	$(PIP) --editable .
	$(COMPILE)
	touch $@

.venv/test.stamp: .venv/bin/python pyproject.toml constraints.txt
	$(PIP) --editable '.[test]'
	$(COMPILE)
	touch $@ .venv/demo.stamp
