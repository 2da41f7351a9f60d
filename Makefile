# "make" tells what there is to make.

ENTENTE := go run ./cmd/entente

.PHONY: help
help: ## Tell the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: build
build: ## Build the program: bin/entente
	CGO_ENABLED=0 go build -trimpath -ldflags=-s -o bin/entente ./cmd/entente

.PHONY: demo
demo: ## Build and draw the graph of the test articles: graph.svg, graph.json
	$(ENTENTE) build testdata/articles -o graph.svg -o graph.json
	@echo "open graph.svg in a browser"

.PHONY: test
test: ## Run the tests
	go test ./... ./testdata

.PHONY: golden
golden: ## Run the tests and rewrite what they expect (look at the difference)
	UPDATE_GOLDEN=1 go test ./... ./testdata
	scripts/scores.sh

.PHONY: scores
scores: ## Write the tables of docs/SCORES.md anew
	scripts/scores.sh

.PHONY: lint
lint: ## Run the linter, the same one as in continuous integration
	.ci/run lint

.PHONY: ci
ci: ## Run everything that continuous integration runs
	.ci/run

.PHONY: fuzz
fuzz: ## Fuzz everything that reads bytes of others, half a minute each
	@grep -rHo --include='*_test.go' '^func Fuzz[A-Za-z]*' . | sed 's|/[^/]*_test.go:func | |' | while read -r dir name; do \
		go test "$$dir" -run '^$$' -fuzz "^$$name$$" -fuzztime 30s || exit 1; done

.PHONY: neo4j
neo4j: ## Start a Neo4j server without Docker (needs Java 17 and Maven); scripts/neo4j.sh stop ends it
	scripts/neo4j.sh start

.PHONY: load
load: ## Load the graph of the test articles into Neo4j (NEO4J_URI, NEO4J_PASSWORD)
	$(ENTENTE) load testdata/articles

.PHONY: clean
clean: ## Remove what the targets made
	rm -rf bin graph.svg graph.json
