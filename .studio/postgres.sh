# A PostgreSQL server of the tests' own: in a temporary folder, on a free port of this computer, gone afterwards.

postgres_folder=
postgres_programs=

start_postgres() {
    [ -z "${STUDIO_TEST_POSTGRES:-}" ] || return 0
    postgres_programs=$(find_postgres) || {
        install_packages "The tests need a PostgreSQL server." postgresql
        postgres_programs=$(find_postgres) || fail "PostgreSQL was installed, and its programs are nowhere to be found."
    }
    step "Starting PostgreSQL for the tests"
    local port
    port=$(free_port)
    postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/studio-postgres.XXXXXX")
    # Whoever ends the script ends this, also when a part of it runs in the background.
    printf '%s\n' "$postgres_folder" >"$results/postgres.folder"
    printf '%s\n' "$postgres_programs" >"$results/postgres.programs"
    if [ "$(id -u)" = 0 ]; then chown "$(postgres_user)" "$postgres_folder"; fi
    quietly initdb as_postgres "$postgres_programs/initdb" -D "$postgres_folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync || return 1
    # Rows that nobody needs after a power cut need no waiting for the disk. Only this computer can reach it.
    as_postgres "$postgres_programs/pg_ctl" -D "$postgres_folder/data" -w -t 60 -l "$postgres_folder/log" -o "-p $port -h 127.0.0.1 -k $postgres_folder \
        -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300" start >/dev/null || {
        cat "$postgres_folder/log" >&2
        return 1
    }
    export STUDIO_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
}

stop_postgres() {
    [ -f "$results/postgres.folder" ] || return 0
    postgres_folder=$(cat "$results/postgres.folder")
    postgres_programs=$(cat "$results/postgres.programs")
    as_postgres "$postgres_programs/pg_ctl" -D "$postgres_folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$postgres_folder"
    rm -f "$results/postgres.folder"
}

# PostgreSQL refuses to run as root.
as_postgres() {
    if [ "$(id -u)" != 0 ]; then
        "$@"
        return
    fi
    (cd "$postgres_folder" && exec setpriv --reuid="$(postgres_user)" --regid="$(id -g "$(postgres_user)")" --clear-groups -- env HOME="$postgres_folder" "$@")
}

postgres_user() { id -u postgres >/dev/null 2>&1 && echo postgres || echo nobody; }

# The newest version's folder of programs; Debian keeps them off the PATH.
find_postgres() {
    local folder
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) "$(pg_config --bindir 2>/dev/null || true)" \
        /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
            printf '%s\n' "$folder"
            return 0
        fi
    done
    return 1
}
