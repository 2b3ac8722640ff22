# Everything that is done with this project. `make` alone lists the targets.
# Needs Python 3.11 with pip, and make; everything else is installed into .venv.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
OUT ?= reports
# Annotated data for benchmarks, which is no part of the project: pairs and source claims, and annotated news.
DATA ?= ../shared/data
EVAL ?= ../shared/eval

# torch's idle threads otherwise spin, which slows down every process on a small machine
export OMP_WAIT_POLICY ?= PASSIVE
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help

##@ Use

help: ## list the targets (the default)
	@awk 'BEGIN { FS = ":.*## "; print "usage: make TARGET" } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z][a-z-]*:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
.PHONY: help

install: $(STAMP) ## set up .venv with checker and its tools; does nothing when that is up to date
.PHONY: install

$(STAMP): pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --prefer-binary -e ".[dev]" -c constraints.txt
	touch $@

check-seeds: $(STAMP) ## set up everything, check the articles in seeds/ and write reports/
	$(BIN)/check seeds/ --out $(OUT) --format md,html,json
.PHONY: check-seeds

##@ Quality

test: lint ## all that has to pass: ruff, mypy and the tests
	$(BIN)/python -m pytest
.PHONY: test

lint: $(STAMP) ## ruff and mypy only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
.PHONY: lint

format: $(STAMP) ## sort imports, fix what ruff can fix, format
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .
.PHONY: format

gate: $(STAMP) ## what CI of an editorial office would run: seeds/ must bring no new conflict of high severity
	$(BIN)/check seeds/ --out $(OUT) --format md,sarif,junit --fail-on high
.PHONY: gate

##@ Files made by the code; look at their diff before you commit them

golden: $(STAMP) ## write the golden files of the tests anew
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest $$(grep -rl assert_golden tests --include='test_*.py')
.PHONY: golden

sample: $(STAMP) ## write reports/sample/ anew from seeds/, and the excerpt in README.md
	rm -rf reports/sample
	$(BIN)/check seeds/ --out reports/sample --format md,html,json --quiet
	$(BIN)/python -m docs.make_excerpt
.PHONY: sample

docs: $(STAMP) ## write docs/cli.md anew from the command's own options
	$(BIN)/python -m docs.make_cli
.PHONY: docs

##@ Benchmarks; each writes its results beside its code

bench: bench-speed bench-models bench-scores bench-conflicts ## all benchmarks
.PHONY: bench

bench-speed: $(STAMP) ## how long `check seeds/` and `check --help` take, cold
	$(BIN)/python -m benchmarks.speed.run
.PHONY: bench-speed

bench-models: $(STAMP) ## how good the bundled models are
	$(BIN)/python -m benchmarks.models.run --data $(DATA)
.PHONY: bench-models

bench-scores: $(STAMP) ## how close source scores come to the truth, against the known methods
	$(BIN)/python -m benchmarks.scores.run --data $(DATA)/truth
	$(BIN)/python -m benchmarks.scores.copies --news $(EVAL)/news_dev
.PHONY: bench-scores

bench-conflicts: $(STAMP) ## how many annotated conflicts are found, and where the others are lost; needs EVAL
	$(BIN)/python -m benchmarks.conflicts.run --eval $(EVAL) --data $(DATA)
.PHONY: bench-conflicts

##@ Tidy up

clean: ## remove .venv, caches and reports (the sample stays)
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	test ! -d reports || find reports -mindepth 1 -maxdepth 1 ! -name sample -exec rm -rf {} +
.PHONY: clean
