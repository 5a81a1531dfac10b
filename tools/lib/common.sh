# Shared by the tools: where things are, how progress and faults are said. Sourced, never run.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export ROOT

say() { printf '%s\n' "$*" >&2; }
fail() {
    say "LỖI: $*"
    exit 1
}

# step "what" command…: runs it quietly, shows its output only when it fails.
step() {
    local what=$1 began log
    shift
    began=$(date +%s)
    log=$(mktemp)
    printf '… %s' "$what" >&2
    if "$@" >"$log" 2>&1; then
        printf '\r✓ %s (%s giây)\n' "$what" $(($(date +%s) - began)) >&2
        rm -f "$log"
    else
        printf '\r✗ %s\n' "$what" >&2
        tail -n 60 "$log" >&2
        fail "$what không xong; nhật ký đầy đủ: $log"
    fi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo -n "$@"; else return 1; fi
}
