# shellcheck shell=bash
# Builds and serves the page and what other pages embed (embed.sh), and weighs what was built. Sourced by ./dev.

build_page() {
    build_embed
    heading "Building the page into dist/"
    "${WASM_ENV[@]}" "${LEAN_ENV[@]}" trunk build --release
}

# Trunk serves rather than any file server, because it builds again when a source changes.
serve_page() {
    build_embed
    heading "Serving http://127.0.0.1:8080/ once the build is done; Ctrl-C ends it"
    exec "${WASM_ENV[@]}" "${LEAN_ENV[@]}" trunk serve --release "$@"
}

# Trunk builds offline, so that it takes no tool from the network, and cargo then needs every crate beforehand.
fetch_crates() { "${WASM_ENV[@]}" "${LEAN_ENV[@]}" cargo fetch --locked --quiet; }

weigh_page() {
    [[ -f dist/index.html ]] || fail "there is no page in dist/ to weigh: run ./dev build first."
    need_node
    heading "Size of dist/ against size-budget.json"
    node scripts/size.mjs dist size-budget.json
}
