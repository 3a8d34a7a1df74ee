# shellcheck shell=bash
# Commands that measure rather than judge: scores, benchmarks, fuzzing. Sourced by ./dev.

SHARED="$ROOT/../shared"
CLI=target/release/outage-lens

# The labelled reports are other people's and stay outside the repository, so there may be none.
score_everything() {
    [[ -d "$SHARED/corpus" ]] || {
        note "nothing to score: the labelled reports are expected in ../shared, which is not here."
        return
    }
    cargo build --locked --release --bin outage-lens
    score_reports "Seeds" --labels "$SHARED/seeds/labels.jsonl" --reports "$SHARED/seeds"
    score_reports "Corpus"
    node scripts/certainty.mjs "$CLI" "$SHARED/corpus/labels.jsonl" "$SHARED/corpus/reports"
    local vendor
    for vendor in aws azure gcp; do
        score_reports "Cloud incidents: $vendor" --reports "$SHARED/cloud/reports" \
            --labels <(grep "\"slug\": \"$vendor-" "$SHARED/cloud/labels.jsonl")
    done
    heading "Mention cases"
    "$SHARED/cases/score.py" --cmd "$CLI mentions --lines"
}

score_reports() {
    heading "$1"
    shift
    "$SHARED/corpus/score.py" "$@" --cmd "$CLI analyze --json"
}

run_benchmarks() {
    compgen -G 'benches/*.rs' >/dev/null || fail "there are no benchmarks in benches/."
    cargo bench --locked "$@"
    if [[ -f dist/index.html ]]; then
        need_browser
        heading "The comparison and the library in Chromium"
        node --test scripts/compare_bench.mjs scripts/library_bench.mjs
    fi
}

# fuzz TARGET SECONDS; without a target it lists them.
run_fuzzer() {
    local target="${1:-}" seconds="${2:-60}"
    has cargo-fuzz || fail "cargo-fuzz is missing: cargo install cargo-fuzz"
    cargo +nightly --version >/dev/null 2>&1 || fail "fuzzing needs a nightly compiler: rustup toolchain install nightly"
    if [[ -z "$target" ]]; then
        cargo +nightly fuzz list
    else
        cargo +nightly fuzz run "$target" -- -max_total_time="$seconds"
    fi
}
