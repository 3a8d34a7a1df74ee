# shellcheck shell=bash
# What can be said about the code without running it. Sourced by ./dev.

# The wasm side is linted, documented and tested with these features.
PAGE_FEATURES=(--target "$WASM_TARGET" --no-default-features --features page)

check_everything() {
    need_c_compiler
    need_rust_component rustfmt
    need_rust_component clippy
    need_wasm_target
    need_wasm_clippy
    check_format
    check_lints
    check_docs
    check_layers
}

# Debian's compiler brings no clippy of its own, and one of another version cannot read what it compiled.
need_wasm_clippy() {
    "${WASM_ENV[@]}" cargo clippy --version >/dev/null 2>&1 && return
    apt_install "./dev check lints the wasm side with the compiler that builds it" rust-web-clippy
}

check_format() {
    heading "Formatting"
    cargo fmt --check
}

check_lints() {
    heading "Lints, native"
    cargo clippy --locked --all-targets -- -D warnings
    heading "Lints, wasm"
    "${WASM_ENV[@]}" cargo clippy --locked "${PAGE_FEATURES[@]}" --lib --bin page --test 'web*' -- -D warnings
    heading "Lints, wasm of the embeds and of the package"
    local feature
    for feature in embed package; do
        "${WASM_ENV[@]}" cargo clippy --locked --target "$WASM_TARGET" --no-default-features --features "$feature" \
            --lib --bin embed -- -D warnings
    done
}

check_docs() {
    heading "Documentation, native and wasm"
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps
    RUSTDOCFLAGS="-D warnings" "${WASM_ENV[@]}" cargo doc --locked --no-deps "${PAGE_FEATURES[@]}" --lib
}

check_layers() {
    heading "Layers"
    cargo test --locked --test layers
}
