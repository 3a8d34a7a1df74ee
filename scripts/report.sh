# shellcheck shell=bash
# How the commands speak to the person who runs them. Sourced by ./dev.

# Headings and notes go to stderr, so that stdout carries only what a command was asked for.
heading() { printf '\n== %s\n' "$*" >&2; }
note() { printf 'dev: %s\n' "$*" >&2; }
fail() {
    printf 'dev: %s\n' "$*" >&2
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Runs a command and shows what it printed only where it fails.
quietly() {
    local output
    output="$("$@" 2>&1)" || {
        printf '%s\n' "$output" >&2
        return 1
    }
}
