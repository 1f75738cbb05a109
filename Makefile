# Two commands: `make run` and `make test`. Both make their own environment first; a second run starts in seconds.

PYTHON ?= python3
BIN := .venv/bin

# Without its compiled form a hub takes three seconds to start instead of one, and tests start hundreds.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test again format pictures catalogues lock clean

run:            ## a sample seminar, served: prints addresses, PINs and a QR for phones
	@$(PYTHON) tools/prepare.py run
	@$(BIN)/kiosk demo

test:           ## every check and every test, Chromium and PostgreSQL included
	@$(PYTHON) tools/prepare.py test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist worksteal -m "$$($(PYTHON) tools/prepare.py marks)" || $(MAKE) again
	@$(PYTHON) tools/prepare.py missing

# What failed beside another browser on a busy machine may pass alone; what fails alone, too, is a fault. Both are printed.
again:
	$(BIN)/pytest --last-failed --last-failed-no-failures none -m "$$($(PYTHON) tools/prepare.py marks)"

format:         ## write the code the way the check wants it
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

pictures:       ## all screenshots of docs/, from a running sample seminar
	@$(PYTHON) tools/prepare.py test
	$(BIN)/python -m tools.pictures
	$(BIN)/python -m tools.timer_pictures
	$(BIN)/python -m tools.badge_sheets
	$(BIN)/python -m tools.kiosk_pictures
	$(BIN)/python -m tools.signage_pictures

catalogues:     ## bring the translations' catalogues up to the texts in the code
	$(BIN)/python -m tools.catalogues

lock:           ## choose the packages' versions anew
	$(BIN)/python -m tools.lock

clean:          ## forget everything that was made
	rm -rf .venv node_modules hub/static/vendor build *.egg-info
