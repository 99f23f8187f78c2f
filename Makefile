# bilat: one command for each job. `make help` lists them. Needs Python 3.11 or newer, git and make, nothing else.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
SHELL := /bin/sh

VENV   ?= .venv
PYTHON ?=
SHARED ?= ../shared
BIN    := $(VENV)/bin
PY     := $(BIN)/python
CODE   := src tests quality bench docs fuzz
# --no-deps: the locked files name everything, and pip 23.2 (Python 3.11's own) loses the extra `lxml[html_clean]`.
PIP    := $(PY) -m pip --disable-pip-version-check --no-input install -qq --no-deps
LOCKED := $(PIP) --require-hashes
# The extras that `make install` takes: all but those past one machine.
INSTALLED := $(foreach extra,brief export mcp parquet warc watch web,--extra $(extra))

##@ To use it

.PHONY: demo
demo: $(VENV)/.installed  ## install, build a record from the bundled articles, print its timeline, open a site over it
	@$(BIN)/bilat demo

.PHONY: install
install: $(VENV)/.installed  ## make .venv with bilat and what it needs to run

##@ To change it

.PHONY: test
test: format-check lint types imports tests docs quality-if-there  ## every check there is; what CI runs

.PHONY: format-check
format-check: $(VENV)/.dev
	@echo "== format" && $(BIN)/ruff format --check --quiet --output-format concise $(CODE) || { echo "run: make format" >&2; exit 1; }

.PHONY: lint
lint: $(VENV)/.dev
	@echo "== lint" && $(BIN)/ruff check --quiet --output-format concise $(CODE)

.PHONY: types
types: $(VENV)/.dev  ## strict types
	@echo "== types" && $(BIN)/basedpyright

.PHONY: imports
imports: $(VENV)/.dev  ## the layers of docs/development.md
	@echo "== imports" && $(BIN)/lint-imports --no-logo --no-cache

.PHONY: tests
tests: $(VENV)/.dev  ## pytest alone
	@echo "== tests" && $(PY) -m pytest -n auto --dist loadfile

.PHONY: engine
engine: $(VENV)/.engine  ## the tests past one machine: a Ray cluster of two nodes, a server of object storage
	@echo "== engine" && $(PY) -m pytest -m engine tests/engines $(ARGS)

.PHONY: docs
docs: $(VENV)/.dev  ## pages that are generated must be up to date (tests/docs checks the rest)
	@echo "== docs" && files=$$(grep -rl --include='*.md' '\[\[\[cog' README.md docs || true); \
	if [ -n "$$files" ]; then PATH="$(BIN):$$PATH" $(BIN)/cog --check -PU -I . $$files; fi

.PHONY: quality-if-there
quality-if-there: $(VENV)/.dev
	@if [ -d "$(SHARED)/gold" ]; then $(MAKE) --no-print-directory quality ARGS=--check; \
	else echo "== quality: skipped, no $(SHARED)/gold here (the floors need the annotated articles)"; fi

.PHONY: quality
quality: $(VENV)/.dev  ## score the annotated articles and hold the scores to quality/floors.json
	@echo "== quality" && $(PY) -m quality.gate --shared "$(SHARED)" $(ARGS)

.PHONY: faults
faults: $(VENV)/.dev  ## kill -9 before every write, full disks, damaged records: about six minutes
	@FAULTS=all $(PY) -m pytest -n auto tests/faults

.PHONY: bench
bench: $(VENV)/.bench  ## speed beside jieba.lcut, and peak memory; ARGS="--sample 20" for a twentieth
	@$(PY) -m bench.run --shared "$(SHARED)" $(ARGS)

.PHONY: growth
growth: $(VENV)/.bench  ## how a build grows with the corpus, and what one more day costs
	@$(PY) -m bench.growth --shared "$(SHARED)" $(ARGS)

.PHONY: bench-scale
bench-scale: $(VENV)/.bench  ## the whole archive on one machine, by stage and size; ARGS="--documents 24000" for less
	@$(PY) -m bench.scale --shared "$(SHARED)" $(ARGS)

.PHONY: bench-web
bench-web: $(VENV)/.bench  ## pages and API with twenty readers at once; ARGS="--record FILE"
	@$(PY) -m bench.web --shared "$(SHARED)" $(ARGS)

.PHONY: bench-crawl
bench-crawl: $(VENV)/.bench  ## a crawl made at run time: reading it, and copies found in it; ARGS="--shared DIR" for its texts
	@$(PY) -m bench.crawl $(ARGS)

.PHONY: fuzz
fuzz: $(VENV)/.fuzz  ## ten minutes of fuzzing over all targets; ARGS="--seconds 60 dates" for less
	@$(PY) -m fuzz.run $(ARGS)

.PHONY: fuzz-ci
fuzz-ci: $(VENV)/.fuzz  ## two minutes of it; says so where there is no fuzzer for this Python
	@echo "== fuzz" && $(PY) -m fuzz.run --seconds 90 --skip

.PHONY: bench-engine
bench-engine: $(VENV)/.engine  ## the same build on each engine; ARGS=--save into bench/engine.json
	@$(PY) -m bench.engine --shared "$(SHARED)" $(ARGS)

.PHONY: format
format: $(VENV)/.dev  ## put the code in order
	@$(BIN)/ruff check --quiet --fix $(CODE) || true
	@$(BIN)/ruff format --quiet $(CODE)
	@files=$$(grep -rl --include='*.md' '\[\[\[cog' README.md docs || true); \
	if [ -n "$$files" ]; then PATH="$(BIN):$$PATH" $(BIN)/cog -rPU -I . $$files; fi

.PHONY: messages
messages: $(VENV)/.dev  ## collect the words of the interface into src/bilat/locale, compile what is translated
	@PYTHONPATH=. $(BIN)/pybabel --quiet extract --mapping-file babel.cfg --keyword counted:2,3 --keyword _gettext --keyword _ngettext:1,2 --no-location \
	    --sort-output --output "$(VENV)/bilat.pot" src
	@$(BIN)/pybabel --quiet update --input-file "$(VENV)/bilat.pot" --output-dir src/bilat/locale --domain bilat \
	    --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 120
	@$(BIN)/pybabel --quiet compile --directory src/bilat/locale --domain bilat

.PHONY: screens
screens: $(VENV)/.dev  ## the README's pictures of the site (needs Chromium)
	@$(PY) -m docs.screens

.PHONY: package
package: $(VENV)/.package  ## a wheel and a source archive in dist/, checked; the same bytes from the same commit
	@rm -rf dist
	@SOURCE_DATE_EPOCH="$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || echo 1700000000)}" \
	    $(PY) -m hatchling build -d dist >/dev/null
	@$(BIN)/twine check --strict dist/* && cd dist && sha256sum *

.PHONY: pythons
pythons: $(VENV)/.lock  ## the core's tests on Python 3.11 to 3.14, where each is or Debian has it; ARGS="3.13"
	@VENV="$(VENV)" .ci/pythons $(ARGS)

.PHONY: lock
lock: $(VENV)/.lock  ## choose and pin the newest fitting versions, with hashes, into requirements/
	@set -eu; for group in runtime build dev bench engine fuzz lock package; do \
	    case $$group in runtime) what="$(INSTALLED) pyproject.toml" ;; *) what="--group $$group" ;; esac; \
	    constraint="--constraint requirements/limits.in"; [ $$group = runtime ] || constraint="$$constraint --constraint requirements/runtime.txt"; \
	    echo "requirements/$$group.txt"; \
	    $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	        --no-config --custom-compile-command "make lock" $(ARGS) $$constraint $$what \
	        --output-file requirements/$$group.txt; \
	done

.PHONY: clean
clean:  ## remove what the other commands made: the environment, caches, built files
	rm -rf "$(VENV)" .pytest_cache .ruff_cache .hypothesis .import_linter_cache .fuzz build dist
	find src tests quality bench fuzz -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help
help:
	@awk 'BEGIN { FS = ":.*  ## " } \
	    /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	    /^[a-z-]+:.*  ## / { printf "  make %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# --- environment: stamps, so that a second run installs nothing ---------------------------------------------------------

$(VENV)/.python:
	@set -eu; found=""; \
	for candidate in $(PYTHON) python3 python3.13 python3.12 python3.11 python3.14 python; do \
	    if "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        found="$$candidate"; break; fi; \
	done; \
	[ -n "$$found" ] || { echo "bilat needs Python 3.11 or newer with its venv module; none was found" \
	    "(looked for $(strip $(PYTHON) python3), python3.11 to python3.14). On Debian and Ubuntu: apt install python3-venv." \
	    "Elsewhere name one: make PYTHON=/path/to/python3 ..." >&2; exit 1; }; \
	[ -x "$(PY)" ] || "$$found" -m venv "$(VENV)"
	@touch $@

$(VENV)/.runtime: requirements/runtime.txt requirements/build.txt | $(VENV)/.python
	@echo "installing what bilat needs to run (requirements/runtime.txt) ..."
	@$(LOCKED) -r requirements/runtime.txt -r requirements/build.txt
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.runtime
	@$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.installed
	@echo "installing what the checks need (requirements/dev.txt) ..."
	@$(LOCKED) -r requirements/dev.txt
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.installed
	@echo "installing the yardstick (requirements/bench.txt) ..."
	@$(LOCKED) -r requirements/bench.txt
	@touch $@

$(VENV)/.fuzz: requirements/fuzz.txt $(VENV)/.dev
	@echo "installing the fuzzer (requirements/fuzz.txt) ..."
	@$(LOCKED) -r requirements/fuzz.txt
	@touch $@

$(VENV)/.package: requirements/package.txt $(VENV)/.installed
	@echo "installing what checks a package (requirements/package.txt) ..."
	@$(LOCKED) -r requirements/package.txt
	@touch $@

$(VENV)/.engine: requirements/engine.txt $(VENV)/.dev
	@echo "installing what the tests past one machine need (requirements/engine.txt) ..."
	@$(LOCKED) -r requirements/engine.txt
	@touch $@

$(VENV)/.lock: requirements/lock.txt | $(VENV)/.python
	@$(LOCKED) -r requirements/lock.txt
	@touch $@
