# What the script says, and how it ends. Everything but results goes to standard error.

say() { printf '%s\n' "$*" >&2; }

# Names a step that takes a while, so that a slow first start is not taken for a hanging one.
step() { printf '\n> %s\n' "$*" >&2; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Whether somebody sits there who can answer a question.
can_ask() { [ -z "${CI:-}" ] && [ -t 0 ] && [ -t 2 ]; }

# Runs a command quietly; shows what it said only when it fails.
quietly() {
    local log=$run/logs/$1.log
    shift
    mkdir -p "$run/logs"
    if "$@" >"$log" 2>&1; then return 0; fi
    # npm tells the reason first and then its manual; compilers tell the reason last.
    if [ "$(wc -l <"$log")" -le 60 ]; then cat "$log" >&2
    else
        head -n 20 "$log" >&2
        printf '… (all of it is in %s)\n' "$log" >&2
        tail -n 40 "$log" >&2
    fi
    return 1
}

free_port() {
    node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}
