# shellcheck shell=bash
# Makes sure of a compiler that can build for wasm32-unknown-unknown. Sourced by ./dev.
#
# The usual way is `rustup target add`. Where the Rust project's servers cannot be reached, Debian's compiler
# takes its place: its packages carry the library's source, from which the wasm32 library is built once.
# OUTAGE_LENS_WASM_SETUP chooses: auto (the default), rustup, or debian.

WASM_TARGET=wasm32-unknown-unknown
DEBIAN_LIBRARY="/usr/lib/rustlib/$WASM_TARGET/lib"
RUSTUP_SECONDS=120

# Put before each command that compiles for wasm: `"${WASM_ENV[@]}" cargo …`.
WASM_ENV=(env)

need_wasm_target() {
    local setup="${OUTAGE_LENS_WASM_SETUP:-auto}"
    case "$setup" in
    auto) has_wasm_library || { ! has_debian_library && add_wasm_by_rustup; } || need_debian_compiler ;;
    rustup) has_wasm_library || add_wasm_by_rustup || fail "rustup could not add $WASM_TARGET: see the lines above." ;;
    debian) need_debian_compiler ;;
    *) fail "OUTAGE_LENS_WASM_SETUP is '$setup': it must be auto, rustup or debian." ;;
    esac
}

has_wasm_library() { compgen -G "$(rustc --print sysroot)/lib/rustlib/$WASM_TARGET/lib/libstd-*.rlib" >/dev/null; }
has_debian_library() { compgen -G "$DEBIAN_LIBRARY/libstd-*.rlib" >/dev/null; }

add_wasm_by_rustup() {
    has rustup || return
    note "rustup target add $WASM_TARGET: the page is compiled for it"
    timeout "$RUSTUP_SECONDS" rustup target add "$WASM_TARGET" >&2
}

need_debian_compiler() {
    has_debian_packages || install_debian_compiler
    has_debian_library || build_debian_library
    use_debian_compiler
}

has_debian_packages() { [[ -x /usr/bin/rustc && -d /usr/lib/rustlib/src/rust/library ]] && debian_linker >/dev/null; }

install_debian_compiler() {
    local lld
    as_root apt-get update -qq || true
    lld="$(apt-cache search --names-only '^lld-[0-9]+$' | sed 's/ .*//' | sort -V | tail -n 1)"
    apt_install "rustup cannot add the wasm target here, Debian's compiler can build it" \
        rustc-web cargo-web rust-web-src libstd-rust-web-dev "${lld:-lld}"
}

# Prints the newest wasm-ld that is installed.
debian_linker() { compgen -G '/usr/bin/wasm-ld-*' | sort -V | tail -n 1 | grep .; }

use_debian_compiler() {
    WASM_ENV+=("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$(debian_linker)")
    if has rustup; then
        rustup toolchain list | grep -q '^debian\b' || rustup toolchain link debian /usr
        WASM_ENV+=(RUSTUP_TOOLCHAIN=debian)
    else
        WASM_ENV+=("PATH=$TOOLS_DIR/bin:$BROWSER_TESTS/node_modules/.bin:/usr/bin:$PATH")
    fi
}

# Compiles the standard library by way of an empty crate and puts it where Debian's compiler looks for it.
build_debian_library() {
    note "building the standard library for $WASM_TARGET from Debian's source: Debian has no package of it"
    local crate
    crate="$(mktemp -d)"
    write_empty_crate "$crate"
    (cd "$crate" && compile_debian_library) || fail "the standard library did not build: see the lines above."
    if ! { as_root mkdir -p "$DEBIAN_LIBRARY" && as_root cp "$crate"/library/lib*.rlib "$DEBIAN_LIBRARY/"; }; then
        fail "could not write to $DEBIAN_LIBRARY: run ./dev setup once as root."
    fi
    rm -r "$crate"
}

# embed-bitcode: without it link-time optimization finds no bitcode; test: wasm-bindgen-test needs that crate.
compile_debian_library() {
    use_debian_compiler
    "${WASM_ENV[@]}" RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR=target \
        cargo build --quiet -Zbuild-std=std,panic_abort,test --target "$WASM_TARGET" --release >&2 || return
    mkdir library
    cp "target/$WASM_TARGET/release/deps/"lib*.rlib library/
    rm -f library/libempty*
}

write_empty_crate() {
    mkdir "$1/src"
    : >"$1/src/lib.rs"
    printf '%s\n' '[package]' 'name = "empty"' 'version = "0.0.0"' 'edition = "2021"' \
        '[lib]' 'crate-type = ["cdylib"]' '[profile.release]' 'panic = "abort"' >"$1/Cargo.toml"
}
