# shellcheck shell=bash
# Finds the tools for building and testing, and installs those that are missing. Sourced by ./dev.
#
# Each `need_…` function makes sure of one tool, does nothing where it is there in the right version, and
# otherwise says in a line what it installs and why, or what a person without the rights must run.

# Cargo tools go to a folder of their own, so that other versions a developer uses elsewhere stay untouched.
TOOLS_DIR="${OUTAGE_LENS_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/outage-lens/tools}"
BROWSER_TESTS="$ROOT/tests/browser"
export PATH="$TOOLS_DIR/bin:$BROWSER_TESTS/node_modules/.bin:$HOME/.cargo/bin:$PATH"

# The oldest Node that runs `node --test` and playwright-core; it is what Debian 12 carries.
NODE_OLDEST=18

# Prints the value of a key in Trunk.toml, where the versions are kept.
trunk_setting() { sed -n "s/^$1 *= *\"=\{0,1\}\(version_\)\{0,1\}\([^\"]*\)\".*/\2/p" "$ROOT/Trunk.toml"; }

TRUNK_VERSION="$(trunk_setting trunk-version)"
WASM_BINDGEN_VERSION="$(trunk_setting wasm_bindgen)"
WASM_OPT_VERSION="$(trunk_setting wasm_opt)"

need_build_tools() {
    need_c_compiler
    need_wasm_target
    need_node
    need_wasm_opt
    need_wasm_bindgen
    need_trunk
}

need_browser() {
    local missing=()
    has chromium || missing+=(chromium)
    has chromedriver || missing+=(chromium-driver)
    ((${#missing[@]} == 0)) || apt_install "the browser tests run in a real browser" "${missing[@]}"
}

need_valgrind() {
    [[ "$(uname)" == Linux ]] || return 0
    has valgrind || apt_install "the test of linear time counts instructions" valgrind
}

need_c_compiler() {
    has cc || apt_install "rustc links through the C compiler" gcc libc6-dev
}

# need_rust_component rustfmt|clippy
need_rust_component() {
    cargo "${1/rustfmt/fmt}" --version >/dev/null 2>&1 && return
    has rustup || fail "cargo ${1/rustfmt/fmt} is missing: install this toolchain's $1."
    note "rustup component add $1: ./dev check runs it"
    rustup component add "$1" >&2 || fail "rustup could not add $1: see the lines above."
}

need_node() {
    local missing=()
    has node || missing+=(nodejs)
    has npm || missing+=(npm)
    ((${#missing[@]} == 0)) || apt_install "wasm-opt and the browser tests run on Node" "${missing[@]}"
    local major
    major="$(node --version | sed 's/^v\([0-9]*\).*/\1/')"
    ((major >= NODE_OLDEST)) || fail "Node $NODE_OLDEST or newer is needed, this is $(node --version): install a newer one."
}

# wasm-opt, esbuild, playwright-core and axe-core come from one lock file. The copy of it beside the installed modules
# tells whether they are the ones it names.
need_npm_packages() {
    local lock="$BROWSER_TESTS/package-lock.json" installed="$BROWSER_TESTS/node_modules/installed-lock.json"
    cmp -s "$lock" "$installed" && return
    note "npm ci in tests/browser: wasm-opt and esbuild shrink the page, playwright-core and axe-core drive the browser tests"
    quietly npm ci --prefix "$BROWSER_TESTS" --no-audit --no-fund ||
        fail "npm ci failed in tests/browser: see the lines above; it needs the npm registry."
    cp "$lock" "$installed"
}

need_wasm_opt() {
    need_npm_packages
    [[ "$(wasm-opt --version)" == "wasm-opt version $WASM_OPT_VERSION "* ]] ||
        fail "wasm-opt is '$(wasm-opt --version)', Trunk.toml asks for $WASM_OPT_VERSION: set binaryen in tests/browser/package.json."
}

need_wasm_bindgen() {
    has_version wasm-bindgen "$WASM_BINDGEN_VERSION" && has_version wasm-bindgen-test-runner "$WASM_BINDGEN_VERSION" && return
    # Without --locked: the tool's own lock file names a crate that is no longer in the index.
    install_cargo_tool "wasm-bindgen-cli@$WASM_BINDGEN_VERSION" "it writes the JavaScript beside the wasm and runs its tests"
}

need_trunk() {
    has_version trunk "$TRUNK_VERSION" && return
    install_cargo_tool "trunk@$TRUNK_VERSION" "it builds the page" --locked --no-default-features --features rustls
}

has_version() { has "$1" && [[ "$("$1" --version 2>/dev/null)" == "$1 $2" ]]; }

# Compiles without optimization: these tools do little work themselves, and their own settings take three times as long.
install_cargo_tool() {
    local crate="$1" reason="$2"
    shift 2
    note "cargo install $crate, some minutes: $reason"
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
        quietly cargo install --force --root "$TOOLS_DIR" "$@" "$crate" ||
        fail "cargo install $crate failed: see the lines above; it needs crates.io."
}

# apt_install REASON PACKAGE…
apt_install() {
    local reason="$1"
    shift
    local install=(apt-get install -y --no-install-recommends "$@")
    has apt-get || fail "$* missing ($reason): install it with this system's package manager."
    note "apt-get install $*: $reason"
    if ! { quietly as_root apt-get update && quietly as_root "${install[@]}"; }; then
        fail "could not install $*: run as root: apt-get update && ${install[*]}"
    fi
}

as_root() {
    if ((EUID == 0)); then
        DEBIAN_FRONTEND=noninteractive "$@"
    else
        # -n: a password prompt would hang where nobody is there to answer.
        has sudo && sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}
