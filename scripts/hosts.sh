# shellcheck shell=bash
# Gets the wikis that the tests of embedding run in, and what turns Markdown into pages on GitHub. Sourced by ./dev.
#
# Debian's packages are unpacked, not installed: that starts no web server and changes nothing on the machine. What Debian
# has spread over the system is put back into the folders that the wikis are distributed in.

WIKIS_DIR="${OUTAGE_LENS_WIKIS:-${XDG_CACHE_HOME:-$HOME/.cache}/outage-lens/wikis}"
WIKI_PACKAGES=(dokuwiki mediawiki mediawiki-classes)

need_hosts() {
    need_php
    has cmark-gfm || apt_install "the tests of embedding read Markdown as GitHub does" cmark-gfm
    [[ -f "$WIKIS_DIR/complete" ]] || unpack_wikis
    export OUTAGE_LENS_WIKIS="$WIKIS_DIR"
}

need_php() {
    local extensions
    # Without PHP there are none; that alone must not end the script.
    extensions=" $(! has php || php -m | tr '\n' ' ') "
    [[ "$extensions" == *" intl "*" mbstring "*" pdo_sqlite "*" xml "* ]] && return
    apt_install "the tests of embedding run real wikis" php-cli php-intl php-mbstring php-sqlite3 php-xml
}

unpack_wikis() {
    has apt-get || fail "no wikis in $WIKIS_DIR: put DokuWiki into its folder dokuwiki and MediaWiki into its folder mediawiki,
     as they are distributed, and an empty file 'complete' beside them, or set OUTAGE_LENS_WIKIS to such a folder."
    note "unpacking Debian's ${WIKI_PACKAGES[*]} into $WIKIS_DIR, about 40 MB to fetch: the tests of embedding run in them"
    mkdir -p "$(dirname "$WIKIS_DIR")"
    local work
    work="$(mktemp -d "$WIKIS_DIR.XXXXXX")"
    if ! (cd "$work" && quietly fetch_wikis); then
        rm -r "$work"
        fail "could not fetch the wikis: see the lines above; it needs Debian's packages."
    fi
    (cd "$work" && gather_dokuwiki && gather_mediawiki && touch complete && rm -r root -- *.deb)
    rm -rf "$WIKIS_DIR"
    mv "$work" "$WIKIS_DIR"
}

fetch_wikis() {
    local package
    # What is known of the packages may be missing or out of date.
    download_wikis 2>/dev/null || { as_root apt-get update && download_wikis; } || return
    for package in *.deb; do dpkg-deb --extract "$package" root || return; done
}

# The wikis with the libraries that Debian keeps outside of DokuWiki.
download_wikis() {
    local libraries
    mapfile -t libraries < <(apt-cache depends dokuwiki | sed -n 's/^ *Depends: \(lib\(js\|php\)-.*\|php-.*\)/\1/p')
    apt-get download "${WIKI_PACKAGES[@]}" "${libraries[@]}"
}

gather_dokuwiki() {
    mv root/usr/share/dokuwiki dokuwiki
    rm -f dokuwiki/inc/preload.php dokuwiki/lib/plugins dokuwiki/lib/tpl
    mv root/var/lib/dokuwiki/lib/* dokuwiki/lib/
    mv root/var/lib/dokuwiki/data dokuwiki/
    mv root/etc/dokuwiki dokuwiki/conf
    sed -i "s#/var/lib/dokuwiki/data#./data#" dokuwiki/conf/dokuwiki.php
    find dokuwiki -xtype l -delete
    mkdir libraries
    mv root/usr/share/{php,php-geshi,javascript} libraries/
    grep -rlE "/usr/share/(php|javascript)" --include='*.php' dokuwiki/inc dokuwiki/lib/exe dokuwiki/vendor |
        xargs sed -Ei "s#/usr/share/(php|javascript)#$WIKIS_DIR/libraries/\1#g"
}

gather_mediawiki() {
    mv root/usr/share/mediawiki mediawiki
    find mediawiki -xtype l -delete
    mv mediawiki/extensions-core mediawiki/extensions
}
