# Debian packages of tools/packages.txt or another list (and Node where none is there), installed without starting any service of the machine.

missing_packages() { # list
    local wanted package
    wanted=$(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$ROOT/tools/$1")
    command -v node >/dev/null || wanted="$wanted nodejs npm"
    # shellcheck disable=SC2086
    for package in $wanted; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || printf '%s ' "$package"
    done
}

# Packages that bring a service start it when they are installed; policy-rc.d says no while we install, and is taken away after.
install_packages() {
    local policy=/usr/sbin/policy-rc.d had_policy=no status=0
    [ -e "$policy" ] && had_policy=yes
    if [ "$had_policy" = no ]; then
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
        as_root chmod 755 "$policy"
    fi
    as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" || status=$?
    [ "$had_policy" = no ] && as_root rm -f "$policy"
    return "$status"
}

ensure_packages() { # [list]
    local missing
    missing=$(missing_packages "${1-packages.txt}")
    [ -z "$missing" ] && return 0
    as_root true || fail "thiếu gói Debian: $missing
Cách sửa: chạy lại bằng root, hoặc: sudo apt-get install --no-install-recommends $missing"
    # shellcheck disable=SC2086
    step "Cài gói Debian: $missing" install_packages $missing
}
