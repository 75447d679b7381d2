# What the studio needs on a machine: looked for, installed where the script may, named with the exact command where it may not.

sdk_command() {
    case $(platform) in
        debian) echo "curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 && export PATH=\"\$HOME/.dotnet:\$PATH\"" ;;
        ubuntu) echo "sudo apt-get update && sudo apt-get install -y dotnet-sdk-10.0" ;;
        macos) echo "brew install --cask dotnet-sdk" ;;
        *) echo "see https://dotnet.microsoft.com/download/dotnet/10.0" ;;
    esac
}

node_command() {
    case $(platform) in
        debian | ubuntu) echo "curl -fsSL https://deb.nodesource.com/setup_22.x | sudo -E bash - && sudo apt-get install -y nodejs" ;;
        macos) echo "brew install node" ;;
        *) echo "see https://nodejs.org/en/download" ;;
    esac
}

platform() {
    case $(uname -s) in
        Darwin) echo macos ;;
        Linux)
            if [ -r /etc/os-release ] && grep -qE '^ID(_LIKE)?=.*ubuntu' /etc/os-release; then echo ubuntu
            elif has apt-get; then echo debian
            else echo linux; fi
            ;;
        *) echo other ;;
    esac
}

has_sdk() {
    # The installer that needs no root puts it here, and not every shell looks there.
    if ! has dotnet && [ -x "$HOME/.dotnet/dotnet" ]; then export PATH="$HOME/.dotnet:$PATH"; fi
    has dotnet && dotnet --list-sdks 2>/dev/null | grep -q '^10\.'
}

# Vite's own floor is 20.19.
has_node() {
    has node && has npm && node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
}

need_sdk() { has_sdk || fail "The .NET 10 SDK is missing. Install it, then run this again: $(sdk_command)"; }

need_node() { has_node || fail "Node 20.19 or newer, with npm, is missing. Install it, then run this again: $(node_command)"; }

need_media() {
    local missing=
    { has ffmpeg && has ffprobe; } || missing="$missing ffmpeg"
    has_sqlite || missing="$missing libsqlite3-0"
    # The simulator writes the prompt into its clips.
    if [ "$(uname -s)" = Linux ] && ! [ -d /usr/share/fonts/truetype/dejavu ] && ! has fc-list; then missing="$missing fonts-dejavu-core"; fi
    [ -z "$missing" ] || install_packages "The studio needs$missing." $missing
}

has_sqlite() {
    [ "$(uname -s)" = Linux ] || return 0   # macOS brings its own
    local file
    for file in /usr/lib*/libsqlite3.so.0 /usr/lib*/*/libsqlite3.so.0 /lib/*/libsqlite3.so.0; do
        if [ -e "$file" ]; then return 0; fi
    done
    return 1
}

# need_package PROGRAM PACKAGE REASON
need_package() { has "$1" || install_packages "$3" "$2"; }

install_packages() {
    local reason=$1 as_root=
    shift
    case $(platform) in
        debian | ubuntu) ;;
        macos)
            local brews
            brews=$(printf '%s ' "$@" | sed -e 's/libsqlite3-0/sqlite/' -e 's/ *fonts-[a-z-]*//g' -e 's/chromium/--cask chromium/')
            fail "$reason Install it, then run this again: brew install $brews"
            ;;
        *) fail "$reason Install with your system's package tool, then run this again: $*" ;;
    esac
    if [ "$(id -u)" != 0 ]; then
        has sudo || fail "$reason Have it installed by root, then run this again: apt-get install -y $*"
        as_root="sudo"
        if can_ask; then
            read -r -p "$reason Install with sudo apt-get: $*? [Y/n] " answer
            case $answer in [nN]*) fail "Nothing was installed. To do it yourself: sudo apt-get install -y $*" ;; esac
        else
            as_root="sudo -n"
        fi
    fi
    step "$reason Installing: $*"
    export DEBIAN_FRONTEND=noninteractive
    quietly apt $as_root apt-get install -y --no-install-recommends "$@" && return 0
    # The list of packages may be older than the mirror.
    quietly apt $as_root apt-get update || true
    quietly apt $as_root apt-get install -y --no-install-recommends "$@" ||
        fail "Installing $* did not work; the lines above say why. To do it yourself: sudo apt-get install -y $*"
}

# Prints the path of a browser. Not named "chromium": that would be found instead of the program.
find_chromium() {
    local name
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if [ -n "$name" ] && has "$name"; then command -v "$name" && return 0; fi
    done
    return 1
}

doctor_tools() {
    local broken=0
    if has_sdk; then echo "ok       .NET SDK $(dotnet --list-sdks | sed -n 's/^\(10\.[^ ]*\).*/\1/p' | tail -n 1)"
    else echo "broken   The .NET 10 SDK is missing. Install it: $(sdk_command)"; broken=1; fi
    if has_node; then echo "ok       Node $(node -p process.versions.node)"
    else echo "broken   Node 20.19 or newer, with npm, is missing. Install it: $(node_command)"; broken=1; fi
    if find_chromium >/dev/null; then echo "ok       Chromium for the end-to-end tests: $(find_chromium)"
    else echo "note     Chromium is missing; only ./studio test needs it, and installs it where it may."; fi
    return "$broken"
}
