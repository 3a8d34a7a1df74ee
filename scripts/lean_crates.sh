# shellcheck shell=bash
# The Markdown parser for the page: as it is locked, but with the names of characters that we read
# (src/document/entity_names.rs) in the place of HTML's two thousand. Sourced by ./dev.
#
# Reports are read alike with either: src/document/writer.rs asks our names in any case. Where the crate's
# source is not what this file expects, the page is built with the crate as it is, and is heavier.

LEAN_CRATES="$ROOT/target/lean"

# Puts a `cargo` before the others in LEAN_ENV's PATH that takes the changed source: Trunk has no setting for it.
# Needs the crates to be fetched.
need_lean_crates() {
    local source copy path
    source="$(locked_source pulldown-cmark || true)"
    if ! grep -qsF 'pub(crate) fn get_entity(bytes: &[u8]) -> Option<&'\''static str>' "$source/src/entities.rs"; then
        note "the table of character names is not where it was in $source: the page will be heavier"
        return
    fi
    # A folder for each version, whose files have the same times in the registry.
    copy="$LEAN_CRATES/$(basename "$source")"
    mkdir -p "$copy" "$LEAN_CRATES/bin"
    # Keeping times, so that only what has changed is compiled again.
    cp -rpu "$source/." "$copy/"
    cmp -s src/document/entity_names.rs "$copy/src/entities.rs" || cp src/document/entity_names.rs "$copy/src/entities.rs"
    printf 'paths = ["%s"]\n' "$copy" >"$LEAN_CRATES/config.toml"
    path="$("${WASM_ENV[@]}" printenv PATH)"
    printf '#!/bin/sh\nexec "%s" --config "%s" "$@"\n' "$(PATH="$path" command -v cargo)" \
        "$LEAN_CRATES/config.toml" >"$LEAN_CRATES/bin/cargo"
    chmod +x "$LEAN_CRATES/bin/cargo"
    LEAN_ENV+=("PATH=$LEAN_CRATES/bin:$path")
}

# Prints the folder in which cargo keeps the locked source of a crate.
locked_source() {
    "${WASM_ENV[@]}" cargo metadata --locked --offline --format-version 1 |
        grep -o "\"manifest_path\":\"[^\"]*/$1-[0-9][^\"/]*/Cargo.toml\"" |
        sed 's/^"manifest_path":"//; s|/Cargo.toml"$||'
}
