# shellcheck shell=bash
# Runs every test: native, in wasm, of the built page in a browser, and of what it embeds in real wikis. Sourced by ./dev.

test_everything() {
    need_build_tools
    need_browser
    need_valgrind
    need_hosts
    test_native
    test_linear_time
    test_core_stands_alone
    test_wasm
    build_page
    weigh_page
    test_package
    test_browser
    test_hosts
}

test_native() {
    heading "Native tests"
    cargo test --locked
}

# On the release build, because Valgrind takes fifty times as long as the processor.
test_linear_time() {
    heading "Linear time, in instructions"
    cargo build --locked --release --bin outage-lens
    OUTAGE_LENS_CLI="$ROOT/$CLI" cargo test --locked --test linear_time -- --ignored
}

# The core must build without any feature, and the command line without any crate of the browser.
test_core_stands_alone() {
    heading "The core without features, the command line without wasm crates"
    cargo check --locked --no-default-features
    local crates wasm_crates
    crates="$(cargo tree --locked --edges normal,build --prefix none)"
    wasm_crates="$(grep -E '^(wasm-bindgen|js-sys|web-sys|yew|gloo|serde-wasm-bindgen)' <<<"$crates" | sort -u || true)"
    [[ -z "$wasm_crates" ]] || fail "the command line depends on crates of the browser: $wasm_crates"
}

test_wasm() {
    heading "Wasm tests in headless Chromium"
    "${WASM_ENV[@]}" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
        CHROMEDRIVER="$(command -v chromedriver)" \
        cargo test --locked "${PAGE_FEATURES[@]}" --test 'web*'
}

test_browser() {
    heading "Journeys through the built page in headless Chromium"
    node --test --test-reporter=spec tests/browser/*.test.mjs
}

test_hosts() {
    need_hosts
    heading "What is embedded, in MediaWiki, DokuWiki, GitHub's Markdown and Mermaid"
    node --test --test-reporter=spec tests/browser/hosts/*.test.mjs
}
