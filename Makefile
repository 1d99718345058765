# k2p: every command of the project. `make help` prints this list.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_SKIP_FIRST_TIME_EXPERIENCE := 1

URL ?= http://127.0.0.1:8080

.PHONY: help
help: ## Print this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: k2p web ## Build everything and serve the product at http://127.0.0.1:8080 (data in var/)
	@scripts/run "$(URL)"

.PHONY: test
test: setup k2p ## Set up what is missing and run every test that can run
	@scripts/test

.PHONY: check
check: setup ## The gate: locked restore, formats, warnings as errors, tests, generated documents, judge sample
	@scripts/check

.PHONY: setup
setup: ## Install the Debian packages that are missing (as root), the tools, the commit hook
	@scripts/setup

.PHONY: k2p
k2p: ## Publish the native static program to bin/k2p (K2P_RID=linux-x64)
	@scripts/setup build
	@scripts/build-k2p

.PHONY: web
web: ## Publish the service with its browser UI to bin/web/k2p-web
	@scripts/build-web

.PHONY: image
image: k2p ## Build the image k2p:dev: FROM scratch, one static file, a numeric user
	@scripts/build-image

.PHONY: format
format: ## Format everything that the gate checks
	@scripts/format

.PHONY: node
node: ## Write the skeleton of a translator: NAME=RowFilter IN=Rows
	@scripts/new-node "$(NAME)" "$(IN)"

.PHONY: accept
accept: k2p ## Rewrite the expected files of the fixtures; read the diff as code
	@K2P_ACCEPT=1 dotnet test --solution K2P.slnx --results-directory artifacts/test-results

.PHONY: docs
docs: ## Rewrite the generated documents in docs/
	@K2P_ACCEPT=1 dotnet test --solution K2P.slnx --results-directory artifacts/test-results --ignore-exit-code 8 --filter-trait "kind=document"

.PHONY: bench
bench: k2p ## Measure bin/k2p as whole processes, beside `true`
	@/usr/bin/env python3 benchmarks/bench.py --k2p bin/k2p
	@dotnet run --project tests/K2P.Tests -c Release -v quiet -- --filter-trait kind=speed --show-live-output on

.PHONY: screenshots
screenshots: k2p ## Take pictures of every view of the page, to look at, in artifacts/screenshots (Chromium)
	@scripts/setup
	@scripts/build-ui
	@dotnet build src/K2P.Web -v quiet
	@npm --prefix src/K2P.Web/ui run --silent screenshots

.PHONY: chaos
chaos: k2p web ## Kill parts of the service at random under load for three minutes (PostgreSQL, ceph, as root)
	@scripts/chaos

.PHONY: judge
judge: k2p ## Ask the judge at K2P_JUDGE about the workflows at K2P_CORPUS
	@scripts/judge all

.PHONY: clean
clean: ## Remove what the build made; data in var/ stays
	@rm -rf artifacts bin src/K2P.Web/ui/node_modules src/K2P.Web/ui/.test src/K2P.Web/wwwroot
