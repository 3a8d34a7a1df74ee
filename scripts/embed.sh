# shellcheck shell=bash
# Builds what other pages embed, and the JavaScript package, into target/embed. Sourced by ./dev.
#
# Trunk then copies it into dist/ (the hook in Trunk.toml). The wasm is one of its own: the page's, without the page.

EMBED="$ROOT/target/embed"
EMBED_ENGINE="$ROOT/target/embed-engine"
EMBED_WASM="target/$WASM_TARGET/release/embed.wasm"

build_embed() {
    need_build_tools
    need_lean_library
    fetch_crates
    need_lean_crates
    heading "Building the embeds into target/embed/"
    "${WASM_ENV[@]}" "${LEAN_ENV[@]}" cargo build --locked --release --target "$WASM_TARGET" \
        --no-default-features --features embed --bin embed
    rm -rf "$EMBED" "$EMBED_ENGINE"
    mkdir -p "$EMBED"
    wasm-bindgen --target web --no-typescript --out-name engine --out-dir "$EMBED_ENGINE" "$EMBED_WASM"
    # shellcheck disable=SC2046 # several flags
    wasm-opt $(page_wasm_opt_flags) "$EMBED_ENGINE/engine_bg.wasm" -o "$EMBED_ENGINE/engine_bg.wasm"
    node scripts/embed.mjs "$EMBED_ENGINE" "$EMBED"
}

# For a change of the embeds alone: the page in dist/ stays as it is.
build_embed_only() {
    build_embed
    [[ ! -f dist/index.html ]] || cp -r "$EMBED/." dist/
}

# single_page REPORT...: the single file with these reports inside it, on stdout.
single_page() {
    need_node
    [[ -f dist/outage-lens-single.html ]] || fail "there is no single file in dist/: run ./dev build first."
    (($# > 0)) || fail "which reports? ./dev single REPORT... > page.html"
    node scripts/single_page.mjs dist/outage-lens-single.html "$@"
}

# Prints what index.html has Trunk call wasm-opt with.
page_wasm_opt_flags() { sed -n 's/.*data-wasm-opt-params="\([^"]*\)".*/\1/p' index.html; }
