# Builds what changed, into .run: the published server in .run/app, the client in its wwwroot.

# One number for the contents of folders and files, leaving out what is built: some 60 ms for all of the sources.
stamp_of() {
    find "$@" \( -name node_modules -o -name bin -o -name obj -o -name dist -o -name wwwroot -o -name TestResults \) -prune -o -type f -print |
        LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum | tr ' ' '-'
}

is_fresh() { [ -f "$run/stamps/$1" ] && [ "$(cat "$run/stamps/$1")" = "$2" ]; }

mark_fresh() {
    mkdir -p "$run/stamps"
    printf '%s\n' "$2" >"$run/stamps/$1"
}

# install_npm FOLDER: npm ci, and only when its lock changed or the packages are gone.
install_npm() {
    local name stamp
    name=npm-$(printf '%s' "$1" | tr '/' '-')
    stamp=$(node -p process.versions.modules)-$(cksum <"$1/package-lock.json" | tr ' ' '-')
    if [ -d "$1/node_modules" ] && is_fresh "$name" "$stamp"; then return 0; fi
    step "Installing npm packages of $1"
    (cd "$1" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 quietly "$name" npm ci --no-audit --no-fund) ||
        fail "npm could not install the packages of $1; the lines above say why. A missing connection is the usual reason."
    mark_fresh "$name" "$stamp"
}

install_client() { install_npm client; }

build_app() {
    local server client
    server=$(stamp_of src Directory.Build.props Directory.Packages.props)-$(uname -sm | tr ' ' '-')
    client=$(stamp_of client)
    if ! { [ -f "$run/app/VeniceStudio.Server.dll" ] && is_fresh server "$server"; }; then
        need_sdk
        publish_server
        # What is published has no pages yet.
        rm -f "$run/stamps/client"
        mark_fresh server "$server"
    fi
    if ! { [ -f "$run/app/wwwroot/index.html" ] && is_fresh client "$client"; }; then
        need_node
        build_client
        mark_fresh client "$client"
    fi
    has dotnet || need_sdk
}

publish_server() {
    local next=$run/app.next
    step "Building the server: a minute or two the first time, with its NuGet packages"
    rm -rf "$next"
    # Compiled ahead for this machine where the compiler can be had: a start takes a third of the time.
    if ! quietly publish publish --use-current-runtime -p:PublishReadyToRun=true -o "$next"; then
        say "Compiling ahead did not work, so the server is built plain; it starts a little slower."
        rm -rf "$next"
        quietly publish publish -p:PublishReadyToRun=false -o "$next" ||
            fail "The server could not be built; the lines above say why."
    fi
    # Swapped in whole: a build that breaks off leaves the old one, and a running studio keeps the files it has open.
    rm -rf "$run/app.old"
    [ ! -d "$run/app" ] || mv "$run/app" "$run/app.old"
    mv "$next" "$run/app"
    rm -rf "$run/app.old"
}

# Warnings and analyzers are the tests' business; whoever only wants to run the studio may have a newer SDK with new ones.
# Artifacts of their own keep this build and a developer's apart.
compiled=(--artifacts-path "$run/artifacts" -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false)

publish() {
    dotnet publish src/VeniceStudio.Server -c Release --nologo -v quiet --self-contained false "${compiled[@]}" "$@"
}

build_client() {
    install_client
    step "Building the client"
    (cd client && quietly client npm run --silent build) || fail "The client could not be built; the lines above say why."
    rm -rf "$run/app/wwwroot.next"
    cp -R client/dist "$run/app/wwwroot.next"
    rm -rf "$run/app/wwwroot"
    mv "$run/app/wwwroot.next" "$run/app/wwwroot"
}
