PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

export DO_NOT_TRACK := 1

.PHONY: run test check setup lock pictures clean

run: $(READY)
	$(BIN)/tollcheck run

test: $(READY)
	$(MAKE) --no-print-directory check

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

setup: $(READY)

$(READY): bootstrap.lock requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r bootstrap.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	touch $@

lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra dask --universal --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --only-binary :all: --python-version 3.11 -o requirements.lock

pictures: $(READY)
	$(BIN)/python docs/pictures.py

clean:
	rm -rf $(VENV) build *.egg-info
