# One private instance in DIR: its own MariaDB, nginx, programs and files; nothing outside DIR but one short folder for sockets.
#
#   DIR/conf      program.conf and the owner's elsewhere, left-out, mail, mail-in, feeds
#   DIR/secrets   one password file per database account, the signing key (0600)
#   DIR/data      MariaDB                        DIR/nginx     filled-in copy of nginx/
#   DIR/cache     nginx's cache                  DIR/service   runit services
#   DIR/mail      Maildir of the local mail server: every mail that the instance sends to anybody but the board
#   DIR/mail-in   Maildir of the board's mailbox: what anybody sends to its address (setting editorial_email)
#   DIR/log       logs                           DIR/run       link to the sockets' folder (a socket's path has at most 107 characters)

WEB_PROGRAMS="news news-office admin qa-office import-api"
OFFICE_PROGRAMS="news-office admin qa-office"
WORKERS="cache-agent scheduler converter mailer intake feeds"
ACCOUNTS="portal_migrate portal_news portal_news_office portal_qa_office portal_admin portal_cache_agent portal_scheduler portal_converter portal_mailer portal_intake portal_import_api portal_feeds portal_cli"

account_of() { # program
    case $1 in
    news) echo portal_news ;; news-office) echo portal_news_office ;; qa-office) echo portal_qa_office ;; admin) echo portal_admin ;; cache-agent) echo portal_cache_agent ;; scheduler) echo portal_scheduler ;; converter) echo portal_converter ;; mailer) echo portal_mailer ;; intake) echo portal_intake ;; import-api) echo portal_import_api ;; feeds) echo portal_feeds ;; portal) echo portal_cli ;;
    esac
}

# Who runs what when `up` is root: nothing that answers a request is root then. nginx's workers and cache-agent (which empties cache zones) are
# www-data, MariaDB is mysql, each other program has a numeric account of its own (no line in /etc/passwd is needed), so that none reads the
# password of another. Where these accounts cannot reach the checkout or the instance (below /root, for example), everything runs as root and `up` says so.
WEB_ACCOUNT=www-data
DATABASE_ACCOUNT=mysql
FIRST_PROGRAM_UID=64201   # Debian gives 60000-64999 to nobody by itself
OFFICE_GID=64250         # a group of the office programs alone
STORE_GID=64299          # who keeps the file store: news-office, admin, converter, scheduler, intake, import-api
INCOMING_GID=64297       # who reaches what comes with forms that are not sent yet: news, admin, intake
MAIL_SERVER_UID=64298     # the local mail server, which is no program of ours
DROP=no
decide_accounts() {
    local gid program path may
    [ "$(id -u)" = 0 ] || return 0
    gid=$(id -g "$WEB_ACCOUNT" 2>/dev/null) && id -u "$DATABASE_ACCOUNT" >/dev/null 2>&1 || return 0
    WEB_GID=$gid
    chmod 711 "$DIR"
    for program in $WEB_PROGRAMS; do
        for path in "$BIN/$program" "$ROOT/templates/layout/public.tpl" "$ROOT/build/assets/manifest.json" "$DIR/."; do
            case $path in */.) may=-x ;; *) may=-r ;; esac
            chpst -u ":$(uid_of "$program"):$WEB_GID" test "$may" "$path" || { say "Chú ý: các chương trình chạy bằng root, vì tài khoản thường không vào được $path."; return 0; }
        done
    done
    DROP=yes
}

uid_of() { # program
    local program uid=$FIRST_PROGRAM_UID
    [ "$1" = cache-agent ] && { id -u "$WEB_ACCOUNT"; return; }
    for program in $WEB_PROGRAMS $WORKERS; do
        [ "$program" = "$1" ] && echo "$uid"
        uid=$((uid + 1))
    done
}

# The beginning of a service's command line that makes it `account`; nothing when `up` is not root.
as_program() {
    local groups=""
    [ "$DROP" = no ] && return 0
    case " $OFFICE_PROGRAMS " in *" $1 "*) groups=":$OFFICE_GID" ;; esac
    case $1 in news-office | admin | converter | scheduler | intake | import-api) groups="$groups:$STORE_GID" ;; esac
    case $1 in news | admin | intake) groups="$groups:$INCOMING_GID" ;; esac
    printf 'chpst -u :%s:%s:%s%s ' "$(uid_of "$1")" "$WEB_GID" "$(uid_of "$1")" "$groups"
}
as_mail_server() { [ "$DROP" = no ] || printf 'chpst -u :%s:%s ' "$MAIL_SERVER_UID" "$MAIL_SERVER_UID"; }
as_database() { [ "$DROP" = no ] || printf 'chpst -u %s:%s ' "$DATABASE_ACCOUNT" "$WEB_ACCOUNT"; }

# After everything is written: each account reaches its own files and no others.
give_files() {
    local program
    [ "$DROP" = yes ] || return 0
    chmod 711 "$DIR" "$DIR/conf" "$DIR/secrets" "$DIR/log" "$DIR/cache" "$DIR/nginx"
    chmod 644 "$DIR"/conf/*.conf "$DIR/conf/my.cnf"
    # Only members of the web group come to the sockets: nginx's own are open to everyone who reaches them.
    chgrp "$WEB_ACCOUNT" "$RUN" && chmod 710 "$RUN"
    for program in $WEB_PROGRAMS $WORKERS; do chown "$(uid_of "$program")" "$DIR/secrets/$(account_of "$program")"; done
    # The signing key: admin as its owner, the other office programs by the group that only they are in.
    chown "$(uid_of admin):$OFFICE_GID" "$DIR/secrets/signing" && chmod 440 "$DIR/secrets/signing"
    # The store: nginx comes in as its owner, its keepers by their group, and nobody else, whatever stands inside.
    chown "$WEB_ACCOUNT:$STORE_GID" "$DIR/store" && chmod 2770 "$DIR/store"
    # What comes with forms: the public program brings it and reaches nothing of the store.
    chown "$(uid_of news):$INCOMING_GID" "$DIR/incoming" && chmod 2770 "$DIR/incoming"
    chown "$(uid_of news)" "$DIR/secrets/forms" && chmod 400 "$DIR/secrets/forms"
    chown -R "$MAIL_SERVER_UID:$MAIL_SERVER_UID" "$DIR/mail"
    # The mail server delivers, `intake` takes out; nobody else looks into the board's mailbox. What is delivered belongs to the folder's group.
    chown -R "$MAIL_SERVER_UID:$(uid_of intake)" "$DIR/mail-in" && chmod 2770 "$DIR/mail-in" "$DIR/mail-in/new" "$DIR/mail-in/cur" "$DIR/mail-in/tmp"
    touch "$DIR/log/mariadb.log" && chown "$DATABASE_ACCOUNT" "$DIR/log/mariadb.log" "$DIR/tmp"
    if supervisor_pid >/dev/null; then
        [ "$(stat -c %U "$DIR/data")" = "$DATABASE_ACCOUNT" ] || fail "bản cài này đang chạy bằng root từ phiên bản cũ; dừng nó trước: ./tools/down --dir $DIR"
        return 0
    fi
    chown -R "$DATABASE_ACCOUNT:" "$DIR/data" "$RUN/db"
    chown -R "$WEB_ACCOUNT" "$DIR/cache"/* "$DIR/nginx/body" "$DIR/nginx/fastcgi" "$DIR/nginx/proxy" 2>/dev/null || true
}

make_folders() {
    umask 077
    mkdir -p "$DIR" && cd "$DIR"
    mkdir -p conf secrets data tmp log nginx/body nginx/fastcgi nginx/proxy nginx/uwsgi nginx/scgi nginx/sections-enabled cache service store incoming mail/new mail/cur mail/tmp mail-in/new mail-in/cur mail-in/tmp
    local sockets
    sockets=$(readlink run 2>/dev/null || true)
    if [ -z "$sockets" ] || [ ! -d "$sockets" ]; then
        rm -f run
        ln -s "$(mktemp -d /tmp/portal-XXXXXX)" run
    fi
    RUN=$(readlink -f run)
    mkdir -p "$RUN/db" && chmod 711 "$RUN/db" # the database's account binds its socket in a folder of its own
    [ -S "$RUN/db.sock" ] || ln -sfn db/db.sock "$RUN/db.sock"
    decide_accounts
}

make_secrets() {
    umask 077
    local account
    for account in $ACCOUNTS; do
        [ -s "$DIR/secrets/$account" ] || head -c 18 /dev/urandom | base64 | tr '+/' '-_' >"$DIR/secrets/$account"
    done
    [ -s "$DIR/secrets/signing" ] || head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$DIR/secrets/signing"
    [ -s "$DIR/secrets/forms" ] || head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$DIR/secrets/forms"
    [ -f "$DIR/conf/left-out" ] || printf '# Tệp của nginx/sections-available không dùng ở đây, mỗi dòng một tên không có ".conf": public-news, home-news, …\n' >"$DIR/conf/left-out"
    [ -f "$DIR/conf/elsewhere" ] || printf '# Chuyên mục chưa triển khai ở đây: "tiền-tố địa-chỉ", mỗi dòng một mục.\n' >"$DIR/conf/elsewhere"
    [ -f "$DIR/conf/mail-in" ] || printf '# Hộp thư của Ban Biên tập, mỗi dòng "khóa=giá trị" như trong docs/operations.md (mailbox_dir, intake_authserv_id, imap_url, imap_user, imap_password_file, …).\n# Không có mailbox_dir thì là hộp thư trên máy này (thư mục mail-in).\n' >"$DIR/conf/mail-in"
    [ -f "$DIR/conf/feeds" ] || printf '# Việc đọc nguồn tin RSS, Atom, mỗi dòng "khóa=giá trị" như trong docs/operations.md (feeds_networks).\n' >"$DIR/conf/feeds"
    [ -f "$DIR/conf/mail" ] || printf '# Máy chủ thư và chữ ký DKIM của bản cài này, mỗi dòng "khóa=giá trị" như trong docs/operations.md (smtp_url, smtp_user, dkim_key_file, …).\n# Không có smtp_url thì thư vào hộp thư trên máy này (thư mục mail).\n' >"$DIR/conf/mail"
}

write_conf() {
    local program
    for program in $WEB_PROGRAMS $WORKERS portal; do
        cat >"$DIR/conf/$program.conf.new" <<EOF
module=$program
db_socket=$RUN/db.sock
db_name=portal
db_user=$(account_of "$program")
db_password_file=$DIR/secrets/$(account_of "$program")
db_admin_user=$(id -un)
templates_dir=$ROOT/templates
assets_manifest=$ROOT/build/assets/manifest.json
public_origin=http://localhost:$PORT
office_origin=http://quantri.localhost:$PORT
secret_file=$DIR/secrets/signing
secrets_dir=$DIR/secrets
purge_socket=$RUN/purge.sock
nginx_socket=$RUN/public.sock
cache_dir=$DIR/cache
store_dir=$DIR/store
incoming_dir=$DIR/incoming
form_key_file=$DIR/secrets/forms
EOF
        [ "$program" != intake ] || write_mail_in_conf >>"$DIR/conf/$program.conf.new"
        # ClamAV of this machine, where there is one.
        [ "$program" != converter ] || [ ! -S /run/clamav/clamd.ctl ] || echo clamd=/run/clamav/clamd.ctl >>"$DIR/conf/$program.conf.new"
        [ "$program" != feeds ] || sed -e '/^[[:space:]]*#/d' -e '/^[[:space:]]*$/d' "$DIR/conf/feeds" >>"$DIR/conf/$program.conf.new"
        [ "$program" != mailer ] || write_mail_conf >>"$DIR/conf/$program.conf.new"
        if cmp -s "$DIR/conf/$program.conf.new" "$DIR/conf/$program.conf"; then rm "$DIR/conf/$program.conf.new"; else mv "$DIR/conf/$program.conf.new" "$DIR/conf/$program.conf"; fi
    done
}

# What the owner wrote in conf/mail, or the local mail server.
write_mail_conf() {
    sed -e '/^[[:space:]]*#/d' -e '/^[[:space:]]*$/d' "$DIR/conf/mail"
    grep -q '^smtp_url=' "$DIR/conf/mail" || printf 'smtp_url=smtp://127.0.0.1:%s\n' "$MAIL_PORT"
    grep -q '^smtp_url=\|^smtp_starttls=' "$DIR/conf/mail" || printf 'smtp_starttls=0\n'
}

# What the owner wrote in conf/mail-in, or the local mailbox.
write_mail_in_conf() {
    sed -e '/^[[:space:]]*#/d' -e '/^[[:space:]]*$/d' "$DIR/conf/mail-in"
    grep -q '^mailbox_dir=' "$DIR/conf/mail-in" || printf 'mailbox_dir=%s/mail-in\n' "$DIR"
}

# The board's address, as it is set now: what the local mail server delivers into its mailbox.
write_board_address() {
    local address
    address=$(mariadb --no-defaults -S "$RUN/db.sock" -u "$(id -un)" -NBe "SELECT value FROM portal.core_setting WHERE name = 'editorial_email'")
    printf '%s\n' "$address" >"$DIR/mail-in/board.new"
    [ "$DROP" = no ] || chown "$MAIL_SERVER_UID" "$DIR/mail-in/board.new"
    mv "$DIR/mail-in/board.new" "$DIR/mail-in/board"
}

# The local mail server's port: the one of before while nobody else has it, else a free one.
choose_mail_port() {
    MAIL_PORT=$(cat "$DIR/mail-port" 2>/dev/null || true)
    if [ -n "$MAIL_PORT" ] && { supervisor_pid >/dev/null || ! (exec 3<>"/dev/tcp/127.0.0.1/$MAIL_PORT") 2>/dev/null; }; then return 0; fi
    MAIL_PORT=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    echo "$MAIL_PORT" >"$DIR/mail-port"
}

mail_server_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$MAIL_PORT") 2>/dev/null; }

write_database_conf() {
    cat >"$DIR/conf/my.cnf" <<EOF
[mariadbd]
datadir=$DIR/data
# Its own: a server that starts deletes the temporary tables of whoever shares the folder.
tmpdir=$DIR/tmp
socket=$RUN/db/db.sock
pid-file=$RUN/db/db.pid
skip-networking
skip-name-resolve
character-set-server=utf8mb4
collation-server=utf8mb4_uca1400_vietnamese_as_ci
sql-mode=STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION
local-infile=0
innodb-flush-log-at-trx-commit=1
innodb-buffer-pool-size=256M
innodb-log-file-size=32M
performance-schema=off
max-connections=200
log-error=$DIR/log/mariadb.log
plugin-load-add=
EOF
    [ "$(id -u)" != 0 ] || [ "$DROP" = yes ] || echo "user=root" >>"$DIR/conf/my.cnf"
}

create_database() {
    [ -d "$DIR/data/mysql" ] && return 0
    # --force: no look-up of the machine's name, which need not have an address.
    # Its administrator is the operating system's account that made the instance, by unix_socket: no password, and nobody else becomes it.
    mariadb-install-db --no-defaults --datadir="$DIR/data" --tmpdir="$DIR/tmp" --auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" \
        --force --skip-test-db --skip-name-resolve $([ "$(id -u)" = 0 ] && echo --user=root)
}

# An instance made by an earlier version has an administrator without a password.
lock_database_root() {
    local owner
    owner=$(id -un)
    mariadb --no-defaults -S "$RUN/db.sock" -u root -e "CREATE USER IF NOT EXISTS '$owner'@'localhost' IDENTIFIED VIA unix_socket;
        GRANT ALL PRIVILEGES ON *.* TO '$owner'@'localhost' WITH GRANT OPTION; ALTER USER 'root'@'localhost' IDENTIFIED VIA unix_socket"
}

fill_in() { # file
    local user=""
    [ "$(id -u)" = 0 ] && user="user root;" && [ "$DROP" = yes ] && user="user $WEB_ACCOUNT;"
    sed -e "s|@DIR@|$DIR|g" -e "s|@RUN@|$RUN|g" -e "s|@STORE@|$DIR/store|g" -e "s|@ASSETS@|$ROOT/build/assets|g" -e "s|@PORT@|$PORT|g" -e "s|@PUBLIC_HOST@|localhost|g" \
        -e "s|@OFFICE_HOST@|quantri.localhost|g" -e "s|@USER@|$user|g" "$1"
}

# Sections not rolled out here: "prefix address" lines become redirects that keep the rest of the path.
write_elsewhere() {
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$DIR/conf/elsewhere" | while read -r prefix address; do
        case $prefix in /*/) ;; *) fail "conf/elsewhere: tiền tố phải bắt đầu và kết thúc bằng '/': $prefix" ;; esac
        printf 'location = %s { return 302 %s; }\n' "${prefix%/}" "$address"
        printf 'location ^~ %s { rewrite ^%s(.*)$ %s$1 redirect; }\n' "$prefix" "$prefix" "$address"
    done
}

# What conf/left-out names stays out at each `up`; a name that no file has would silently leave nothing out.
sections_in_service() {
    local file name left_out
    left_out=$(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$DIR/conf/left-out")
    for name in $left_out; do
        [ -f "$ROOT/nginx/sections-available/$name.conf" ] || fail "conf/left-out: không có tệp nginx/sections-available/$name.conf"
    done
    for file in "$ROOT"/nginx/sections-available/*.conf; do
        name=$(basename "$file" .conf)
        grep -qxF "$name" <<<"$left_out" || printf '%s\n' "$name"
    done
}

write_nginx() {
    local file name in_service
    for file in portal maps cache upstreams fastcgi_common fastcgi_public fastcgi_office error_pages errors store hosts; do
        fill_in "$ROOT/nginx/$file.conf" >"$DIR/nginx/$file.conf"
    done
    fill_in "$ROOT/nginx/headers.conf" | sed "s|@FRAME_ANCESTORS@|'none'|" >"$DIR/nginx/headers_public.conf"
    fill_in "$ROOT/nginx/headers.conf" | sed "s|@FRAME_ANCESTORS@|'self'|" >"$DIR/nginx/headers_office.conf"
    write_elsewhere >"$DIR/nginx/elsewhere.conf"
    in_service=$(sections_in_service)
    rm -f "$DIR"/nginx/sections-enabled/*.conf
    for name in $in_service; do
        fill_in "$ROOT/nginx/sections-available/$name.conf" >"$DIR/nginx/sections-enabled/$name.conf"
    done
}

# ---- services: runit; spawn-fcgi binds the listening sockets, every program inherits its own as descriptor 10, 11, … (bash, not dash) ----

service() { # name, command line…
    local name=$1
    shift
    mkdir -p "$DIR/service/$name"
    printf '#!/bin/bash\nexec 2>>%s/log/%s.log\n%s\n' "$DIR" "$name" "$*" >"$DIR/service/$name/run.new"
    chmod 755 "$DIR/service/$name/run.new"
    mv "$DIR/service/$name/run.new" "$DIR/service/$name/run"
}

write_services() {
    local fd=10 program copy
    service mariadb "exec $(as_database)mariadbd --defaults-file=$DIR/conf/my.cnf >/dev/null"
    service nginx "exec nginx -e $DIR/log/nginx-error.log -c $DIR/nginx/portal.conf"
    mkdir -p "$DIR/service/nginx/control"
    printf '#!/bin/sh\n# a graceful stop\nkill -QUIT $(cat %s/nginx.pid)\n' "$RUN" >"$DIR/service/nginx/control/t"
    chmod 755 "$DIR/service/nginx/control/t"
    for program in $WEB_PROGRAMS; do
        for copy in 1 2; do
            service "$program-$copy" "exec $(as_program "$program")$BIN/$program --config $DIR/conf/$program.conf <&$fd"
        done
        fd=$((fd + 1))
    done
    for program in $WORKERS; do service "$program" "exec $(as_program "$program")$BIN/$program --config $DIR/conf/$program.conf"; done
    # Takes every mail to the board's address into DIR/mail-in, every other one into DIR/mail; nothing leaves the machine.
    service mail-server "exec $(as_mail_server)/usr/bin/python3 $ROOT/tools/lib/mail_server.py $MAIL_PORT $DIR/mail $DIR/mail-in $DIR/mail-in/board"
    # The holder: binds each socket, keeps it open for as long as the instance runs, then becomes runsvdir.
    {
        printf '#!/bin/bash\n# Holds the listening sockets; a program that restarts loses none of its callers.\n'
        printf 'case ${1-0} in\n'
        fd=10
        for program in $WEB_PROGRAMS; do
            printf '%d) exec spawn-fcgi -n -M 0660%s -b 512 -s %s/%s.sock -- /bin/bash -c "exec %d<&0 </dev/null; exec %s/service-holder %d" ;;\n' \
                $((fd - 10)) "$([ "$DROP" = yes ] && echo " -G $WEB_ACCOUNT")" "$RUN" "$program" "$fd" "$DIR" $((fd - 9))
            fd=$((fd + 1))
        done
        printf '*) exec runsvdir -P %s/service ;;\nesac\n' "$DIR"
    } >"$DIR/service-holder"
    chmod 755 "$DIR/service-holder"
}

supervisor_pid() { # prints the pid of this instance's runsvdir, verified by its command line
    local pid
    pid=$(cat "$DIR/supervisor.pid" 2>/dev/null) || return 1
    [[ $pid =~ ^[1-9][0-9]*$ ]] || return 1
    tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$DIR/service" || return 1
    echo "$pid"
}

start_supervisor() {
    supervisor_pid >/dev/null && return 0
    rm -f "$RUN"/*.sock "$RUN"/db/*.sock
    ln -sfn db/db.sock "$RUN/db.sock"
    setsid "$DIR/service-holder" </dev/null >>"$DIR/log/supervisor.log" 2>&1 &
    echo $! >"$DIR/supervisor.pid"
    disown
}

wait_until() { # seconds, what, command…
    local limit=$1 what=$2 i
    shift 2
    for ((i = 0; i < limit * 20; i++)); do
        "$@" >/dev/null 2>&1 && return 0
        sleep 0.05
    done
    fail "$what chưa sẵn sàng sau $limit giây; xem $DIR/log/"
}

database_answers() { mariadb-admin --no-defaults -S "$RUN/db.sock" -u "$(id -un)" ping; }

program_answers() { curl -fsS --max-time 5 --unix-socket "$RUN/public.sock" "http://localhost/_health/$1"; }
