# make serve and make test need nothing but Debian 12, a network and root (or sudo) the first time.
.DEFAULT_GOAL := help
.PHONY: help serve test check bench walk screenshots lock audit sbom fuzz

PORT ?= 8000
BIN := .venv/bin

help:  ## show the commands
	@sed -n 's/^\([a-z]*\):.*## /make \1  – /p' $(MAKEFILE_LIST)

serve: ## install what is needed and serve on http://127.0.0.1:8000/ (PORT=… to change)
	@.setup/system serve
	@.setup/python serve
	@exec $(BIN)/prep serve --port $(PORT)

test: ## install what is needed and run every check
	@.setup/system serve test
	@.setup/python test
	@$(MAKE) --no-print-directory check-installed
	$(BIN)/pytest -n auto -m "slow and not pdfua and not faults"
	$(BIN)/pytest -n auto -m "pdfua and not browser and not faults"
	$(BIN)/pytest -n auto --dist loadfile -m "browser and not faults"
	$(BIN)/pytest -m faults

check: ## run the fast checks only
	@.setup/system serve
	@.setup/python test
	@$(MAKE) --no-print-directory check-installed

.PHONY: check-installed
check-installed:
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy
	$(BIN)/prep lint --scenarios tests/scenarios.yaml
	$(BIN)/pytest -n auto -m "not slow and not browser and not pdfua and not faults"

bench: ## measure all, and renew the table in .github/BENCHMARKS.md; or PARTS="paper pages"
	@.setup/system serve test
	@.setup/python test
	$(BIN)/python -m tests.bench $(PARTS)

walk: ## walk through the app on a phone, and print the figures beside what we aim at
	@.setup/system serve test
	@.setup/python test
	@$(BIN)/python -m tests.walk

screenshots: ## renew the pictures in .github/screenshots
	@.setup/system serve test
	@.setup/python test
	$(BIN)/python -m tests.screenshots

lock: ## renew the locked versions in .setup/
	@.setup/python test
	$(BIN)/python .setup/lock

audit: ## ask for known vulnerabilities of the packages that are served
	@.setup/python test
	@$(BIN)/python .setup/audit

sbom: ## write what is served, with versions and licences, to dist/sbom.cdx.json (CycloneDX)
	@.setup/system serve
	@.setup/python test
	@mkdir -p dist
	$(BIN)/python .setup/sbom > dist/sbom.cdx.json

REQUESTS ?= 100000
fuzz: ## send 100,000 requests of every kind (REQUESTS=… to change)
	@.setup/system serve
	@.setup/python test
	FUZZ_REQUESTS=$(REQUESTS) $(BIN)/pytest tests/web/test_fuzz.py
