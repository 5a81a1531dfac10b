# Configure, compile, and build the front end. Each is skipped when nothing changed.

build_programs() { # preset [targets…]
    local preset=$1
    shift
    cd "$ROOT"
    [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" || return 1
    ninja -C "build/$preset" "$@"
}

build_assets() {
    local source="$ROOT/templates/assets" out="$ROOT/build/assets" stamp sum
    sum=$(cd "$source" && find . -path ./node_modules -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | cat - "$ROOT"/templates/errors/error.html 2>/dev/null | sha256sum)
    stamp="$out/.stamp"
    [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && return 0
    (cd "$source" && { [ "$(cat node_modules/.lock-stamp 2>/dev/null)" = "$(sha256sum <package-lock.json)" ] ||
        { npm ci --no-audit --no-fund && sha256sum <package-lock.json >node_modules/.lock-stamp; }; } && node build.mjs --out "$out") || return 1 # `set -e` sleeps inside a step
    printf '%s' "$sum" >"$stamp"
}
