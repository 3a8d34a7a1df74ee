# shellcheck shell=bash
# Builds what other pages embed, and the JavaScript package, into target/embed. Sourced by ./dev.
#
# Trunk then copies it into dist/ (the hook in Trunk.toml). The wasm is one of its own: the page's, without the page.

EMBED="$ROOT/target/embed"
EMBED_ENGINE="$ROOT/target/embed-engine"
PACKAGE="$ROOT/target/package"
PACKAGE_ENGINE="$ROOT/target/package-engine"
ENGINE_WASM="target/$WASM_TARGET/release/embed.wasm"

build_embed() {
    need_build_tools
    need_lean_library
    fetch_crates
    need_lean_crates
    heading "Building the embeds and the package into target/embed/"
    rm -rf "$EMBED" "$PACKAGE"
    mkdir -p "$EMBED" "$PACKAGE"
    build_engine embed "$EMBED_ENGINE"
    build_engine package "$PACKAGE_ENGINE"
    bundle_embed
}

# build_engine FEATURE FOLDER: src/embed as wasm, with the functions that call it.
build_engine() {
    "${WASM_ENV[@]}" "${LEAN_ENV[@]}" cargo build --locked --release --target "$WASM_TARGET" \
        --no-default-features --features "$1" --bin embed
    rm -rf "$2"
    wasm-bindgen --target web --no-typescript --out-name engine --out-dir "$2" "$ENGINE_WASM"
    # shellcheck disable=SC2046 # several flags
    wasm-opt $(page_wasm_opt_flags) "$2/engine_bg.wasm" -o "$2/engine_bg.wasm"
    node scripts/alike_order.mjs "$2/engine_bg.wasm"
    node scripts/short_names.mjs "$2" engine
}

bundle_embed() {
    node scripts/embed.mjs "$EMBED_ENGINE" "$EMBED"
    node scripts/package.mjs "$PACKAGE_ENGINE" "$EMBED" "$PACKAGE"
    quietly npm pack "$PACKAGE" --pack-destination "$EMBED" --ignore-scripts
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

# The package as it was packed: installed into an empty folder, used in Node and compiled against by TypeScript.
test_package() {
    local tests="$ROOT/tests/package"
    heading "The npm package"
    if ! cmp -s "$tests/package-lock.json" "$tests/node_modules/installed-lock.json"; then
        note "npm ci in tests/package: TypeScript, to compile against the package's types"
        quietly npm ci --prefix "$tests" --no-audit --no-fund || fail "npm ci failed in tests/package: see the lines above."
        cp "$tests/package-lock.json" "$tests/node_modules/installed-lock.json"
    fi
    node --test --test-reporter=spec "$tests"/*.test.mjs
}

# Prints what index.html has Trunk call wasm-opt with.
page_wasm_opt_flags() { sed -n 's/.*data-wasm-opt-params="\([^"]*\)".*/\1/p' index.html; }
