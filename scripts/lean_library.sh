# shellcheck shell=bash
# A standard library of the page's own: built for size, and with panics that stop at once instead of writing a
# message: the page is lighter by the texts of all of them. Nor does it write values for developers ({:?}).
# Sourced by ./dev.
#
# The page shows its crash panel all the same: static/boot.js hears the trap. Where the library's source cannot
# be had, the page is built with the library that comes with the compiler, and is heavier.

# Put before each command that builds the page in release, behind WASM_ENV.
LEAN_ENV=()

LEAN_FLAGS=(
    -Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none
    # Passes that make code faster and longer, at any level of optimization.
    -Cllvm-args=-enable-pre=false -Cllvm-args=-enable-load-pre=false -Cllvm-args=-disable-licm-promotion
    # Data lies behind the stack. Behind the usual mebibyte every address in the code takes a byte more; nothing recurses
    # far over input, so that no text needs much of it.
    -Clink-arg=-zstack-size=262144
)

need_lean_library() {
    if ! has_library_source && ! add_library_source; then
        note "the library's source (rustup component rust-src) cannot be had: the page will be heavier"
        return
    fi
    # RUSTC_BOOTSTRAP: building the library is not stable yet, and a nightly compiler would be a second one.
    LEAN_ENV=(
        RUSTC_BOOTSTRAP=1
        CARGO_UNSTABLE_BUILD_STD=std,panic_abort
        CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
        "RUSTFLAGS=${LEAN_FLAGS[*]}"
    )
}

has_library_source() { [[ -f "$(wasm_sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]]; }

wasm_sysroot() { "${WASM_ENV[@]}" rustc --print sysroot; }

add_library_source() {
    has rustup || return
    note "rustup component add rust-src: the page is built with a smaller standard library"
    timeout "$RUSTUP_SECONDS" rustup component add rust-src >&2
}
