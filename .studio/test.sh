# All tests, or one part of them. Every runner leaves its numbers in a file; the last line is their sum.

. "$root/.studio/postgres.sh"

results=$run/test
tests=tests/VeniceStudio.Tests/bin/Release/net10.0/VeniceStudio.Tests.dll
server=src/VeniceStudio.Server/bin/Release/net10.0/VeniceStudio.Server.dll
# What is compiled so can be published, which is always for one kind of machine.
for_this_machine=(-p:UseCurrentRuntimeIdentifier=true -p:AppendRuntimeIdentifierToOutputPath=false -p:SelfContained=false)

test_all() {
    local part=${1:-all}
    case $part in
        all | dotnet | client | e2e) ;;
        *) fail "There is no part \"$part\". The parts are: dotnet, client, e2e." ;;
    esac
    exec </dev/null
    rm -rf "$results"
    mkdir -p "$results" "$run/logs"
    trap end_tests EXIT
    trap 'exit 130' INT TERM

    need_sdk
    need_node
    need_media
    case $part in
        all)
            # The client's packages and checks, and the compiler, keep one processor busy each.
            in_background solution build_solution
            (install_client) || count client-packages 0 1 0
            in_background client test_client
            local built=yes
            report_background solution || built=no
            if [ "$built" = yes ]; then
                publish_for_tests
                in_background dotnet test_dotnet
                report_background dotnet || true
            fi
            report_background client || true
            # What does not build leaves old programs behind, whose tests would say nothing.
            if [ "$built" = yes ]; then test_e2e; else say "The .NET and end-to-end tests were not run, because the solution does not build."; fi
            ;;
        dotnet)
            if build_solution; then
                publish_for_tests
                test_dotnet
            fi
            ;;
        client)
            install_client
            test_client
            ;;
        e2e) test_e2e ;;
    esac
    sum_up
}

end_tests() {
    local code=$?
    stop_postgres
    # shellcheck disable=SC2046 # one word for each process
    [ -z "$(jobs -p)" ] || kill $(jobs -p) 2>/dev/null || true
    exit "$code"
}

# count NAME PASSED FAILED SKIPPED
count() { printf '%s %s %s\n' "$2" "$3" "$4" >"$results/$1.count"; }

# check NAME COMMAND…: a step that counts as one test.
check() {
    local name=$1
    shift
    step "$name"
    if "$@" >"$results/log-$(slug "$name")" 2>&1; then
        count "check-$(slug "$name")" 1 0 0
        return 0
    fi
    # Compilers tell each error twice.
    awk '!told[$0]++' "$results/log-$(slug "$name")" | tail -n 80
    say "FAILED: $name"
    printf '✗ %s\n' "$name" >>"$results/failures"
    count "check-$(slug "$name")" 0 1 0
    return 1
}

slug() { printf '%s' "$1" | tr 'A-Z' 'a-z' | tr -c 'a-z0-9' '-'; }

in_background() {
    "$2" >"$results/$1.out" 2>&1 &
    printf '%s\n' "$!" >"$results/$1.pid"
}

# What a part said, when it has ended, and whether it went well. One that fell over before it could count has failed.
report_background() {
    local code=0
    wait "$(cat "$results/$1.pid")" || code=1
    [ "$code" = 0 ] || [ -f "$results/$1.count" ] || count "$1" 0 1 0
    cat "$results/$1.out"
    return "$code"
}

# Optimised: the tests that listen to songs are mostly arithmetic, which a debug build does several times slower.
build_solution() {
    local code=0
    check "Building the solution, warnings are errors" \
        dotnet build VeniceStudio.sln -c Release --nologo -v quiet "${for_this_machine[@]}" || code=1
    # It came to its end, and its check has counted.
    count solution 0 0 0
    return "$code"
}

# What people run is also what is killed a hundred times: it starts in a third of the time of a plain build, and loads less.
publish_for_tests() {
    # Published from what was just compiled, which takes a third of the time of compiling it once more.
    compiled=("${for_this_machine[@]}")
    build_app
    export STUDIO_TEST_SERVER=$run/app/VeniceStudio.Server.dll
}

test_dotnet() {
    start_postgres || { count postgres 0 1 0; return 1; }
    # An S3 server in a few files of JavaScript; the tests that need it start it.
    (install_npm tests/s3) || { count s3 0 1 0; return 1; }
    export STUDIO_TEST_S3=$root/tests/s3
    step ".NET tests"
    local code=0
    dotnet "$tests" -noLogo -noColor -ctrf "$results/dotnet.json" || code=$?
    read_count dotnet "$code"
    check "The OpenAPI document in client/openapi.json is the server's" openapi_is_fresh || true
}

openapi_is_fresh() {
    dotnet "$server" openapi "$results/openapi.json"
    diff -u client/openapi.json "$results/openapi.json" && return 0
    echo "Bring it up to date: dotnet $server openapi client/openapi.json, then npm run api in client."
    return 1
}

test_client() {
    local code=0
    check "The client's types fit its OpenAPI document" types_are_fresh || true
    check "Client: types, lint, format" in_client npm run --silent check || true
    step "Client tests"
    (cd client && npx vitest run --reporter=default --reporter=json --outputFile.json="$results/client.json") || code=$?
    read_count client "$code"
}

in_client() { (cd client && "$@"); }

types_are_fresh() {
    local types=client/src/api/schema.d.ts kept=$results/schema.d.ts same=0
    cp "$types" "$kept"
    in_client npm run --silent api || same=1
    diff -u "$kept" "$types" || { echo "Bring them up to date: npm run api in client."; same=1; }
    cp "$kept" "$types"
    return "$same"
}

test_e2e() {
    if [ ! -f tests/e2e/package.json ]; then
        say "There are no end-to-end tests in this version."
        return 0
    fi
    find_chromium >/dev/null || install_packages "The end-to-end tests need a browser." chromium fonts-liberation
    build_app
    install_npm tests/e2e
    step "End-to-end tests"
    local code=0
    (
        cd tests/e2e
        CHROMIUM=$(find_chromium) STUDIO_APP=$run/app PLAYWRIGHT_JSON_OUTPUT_NAME=$results/e2e.json \
            npx playwright test --reporter=list,json
    ) || code=$?
    read_count e2e "$code"
}

# read_count NAME EXIT-CODE: a runner that failed without a failed test, or left no report, counts as one failure.
read_count() {
    local numbers
    numbers=$(node "$root/.studio/count.mjs" "$results/$1.json" "$results/failures" "$2") || numbers="0 1 0"
    printf '%s\n' "$numbers" >"$results/$1.count"
}

sum_up() {
    local passed failed skipped
    read -r passed failed skipped < <(cat "$results"/*.count | awk '{ p += $1; f += $2; s += $3 } END { print p + 0, f + 0, s + 0 }')
    echo
    # The last lines are what is looked at first, and what a log keeps that is too long.
    if [ -s "$results/failures" ]; then cat "$results/failures"; echo; fi
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" = 0 ] && [ "$passed" != 0 ]
}
