# shellcheck shell=bash
# The Markdown parser for the page: as it is locked, but with the names of characters that we read
# (src/document/entity_names.rs) in the place of HTML's two thousand, with the punctuation of Latin, East Asian and
# technical writing in the place of a table of all scripts', and with its extensions switched on and off when it
# is compiled instead of when it runs, so that the code of those that are off goes. Sourced by ./dev.
#
# Reports are read alike with either: src/document/writer.rs asks our names in any case, and the extensions are those of
# src/document/markdown.rs. Only whether a mark such as `*` beside the punctuation of a further script is emphasis can differ.
# Where the crate's source is not what this file expects, the page is built with the crate as it is, and is heavier.

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
    fix_punctuation "$copy"
    fix_extensions "$source" "$copy"
    printf 'paths = ["%s"]\n' "$copy" >"$LEAN_CRATES/config.toml"
    path="$("${WASM_ENV[@]}" printenv PATH)"
    printf '#!/bin/sh\nexec "%s" --config "%s" "$@"\n' "$(PATH="$path" command -v cargo)" \
        "$LEAN_CRATES/config.toml" >"$LEAN_CRATES/bin/cargo"
    chmod +x "$LEAN_CRATES/bin/cargo"
    LEAN_ENV+=("PATH=$LEAN_CRATES/bin:$path")
}

# Has the copy ask a constant which extensions there are. `options.contains(…)` is what it asks everywhere.
fix_extensions() {
    local source="$1" copy="$2" wanted file
    wanted="$(sed -n 's/^ *let options = \(Options::.*\);$/\1/p' src/document/markdown.rs)"
    [[ -n "$wanted" ]] || fail "src/document/markdown.rs does not say its options in one line any more: see scripts/lean_crates.sh."
    for file in lib parse firstpass; do
        sed 's/\.contains(Options::ENABLE_/.offers(Options::ENABLE_/' "$source/src/$file.rs" >"$copy/$file.new"
    done
    cat >>"$copy/lib.new" <<RUST

impl Options {
    #[inline(always)]
    pub(crate) fn offers(&self, option: Options) -> bool {
        ($wanted).contains(option)
    }
}
RUST
    for file in lib parse firstpass; do
        if cmp -s "$copy/$file.new" "$copy/src/$file.rs"; then rm "$copy/$file.new"; else mv "$copy/$file.new" "$copy/src/$file.rs"; fi
    done
}

# Has the copy tell punctuation outside of ASCII by blocks of characters.
fix_punctuation() {
    local copy="$1"
    cat >"$copy/punctuation.new" <<'RUST'
//! Punctuation by blocks of characters.

pub(crate) fn is_ascii_punctuation(c: u8) -> bool {
    c.is_ascii_punctuation()
}

pub(crate) fn is_punctuation(c: char) -> bool {
    match c as u32 {
        0..0x80 => c.is_ascii_punctuation(),
        0xA1..=0xBF => !matches!(c, 'ª' | '\u{AD}' | '²' | '³' | 'µ' | '¹' | 'º' | '¼' | '½' | '¾'),
        0xD7 | 0xF7 | 0x2010..=0x2027 | 0x2030..=0x205E | 0x20A0..=0x20C0 | 0x2100..=0x214F => true,
        0x2190..=0x2BFF | 0x2E00..=0x2E5D | 0x3001..=0x3020 | 0x3030 | 0x30A0 | 0x30FB => true,
        0xFE10..=0xFE6B | 0xFF01..=0xFF0F | 0xFF1A..=0xFF20 | 0xFF3B..=0xFF40 | 0xFF5B..=0xFF65 => true,
        0xFFE0..=0xFFEE | 0xFFFD | 0x1F000..=0x1FBCA => true,
        _ => false,
    }
}
RUST
    if cmp -s "$copy/punctuation.new" "$copy/src/puncttable.rs"; then rm "$copy/punctuation.new"; else mv "$copy/punctuation.new" "$copy/src/puncttable.rs"; fi
}

# Prints the folder in which cargo keeps the locked source of a crate.
locked_source() {
    "${WASM_ENV[@]}" cargo metadata --locked --offline --format-version 1 |
        grep -o "\"manifest_path\":\"[^\"]*/$1-[0-9][^\"/]*/Cargo.toml\"" |
        sed 's/^"manifest_path":"//; s|/Cargo.toml"$||'
}
