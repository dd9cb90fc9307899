# make serve and make test need nothing but Debian 12, a network and root (or sudo) the first time.
.DEFAULT_GOAL := help
.PHONY: help serve test check screenshots lock

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
	$(BIN)/pytest -m "browser or pdfua or faults"

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
	$(BIN)/prep lint
	$(BIN)/pytest -n auto -m "not browser and not pdfua and not faults"

screenshots: ## renew the pictures in .github/screenshots
	@.setup/system serve test
	@.setup/python test
	$(BIN)/python -m tests.screenshots

lock: ## renew the locked versions in .setup/
	@.setup/python test
	$(BIN)/python .setup/lock
