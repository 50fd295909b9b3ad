#!/usr/bin/env bash
# Sets up what is missing, builds with warnings as errors, checks the format, runs every test. Ends with "N passed, N failed, N skipped".
#   bash tests/run.sh            everything
#   bash tests/run.sh Roster     only test projects whose name contains the word
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export UseSharedCompilation=true # one warm compiler for all projects; it ends with the build
export DOTNET_TieredPGO=0 # a test process ends before what is learnt from its methods pays; a quarter less processor time for the longest projects
only=${1:-}
results=$PWD/TestResults
rm -rf "$results"
problems=0
leftovers=$(mktemp -d) # what tests leave in the temporary folder goes when they are done
chmod 1777 "$leftovers" # PostgreSQL runs as another user
trap 'rm -rf "$leftovers"; [ -z "${policy:-}" ] || rm -f "$policy"' EXIT

say() { printf '\n== %s\n' "$*"; }
check() { # check NAME COMMAND...: a step that is no test, but must pass
  local name=$1; shift
  say "$name"
  if ! "$@"; then problems=$((problems + 1)); echo "FAILED: $name"; fi
}

say "Set-up"
if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is needed (global.json names the version)."; echo "0 passed, 1 failed, 0 skipped"; exit 1
fi
missing=()
for pair in curl:curl node:nodejs npm:npm setpriv:util-linux chromium:chromium chromium-headless-shell:chromium-headless-shell docker-compose:docker-compose kubectl:kubernetes-client; do command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}"); done
has_postgresql() { command -v postgres >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null; }
has_postgresql || missing+=(postgresql)
[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=(rabbitmq-server)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    # The packaged cluster is not wanted: tests start servers of their own.
    mkdir -p /etc/postgresql-common/createcluster.d && echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.d/concord-tests.conf
    # Nor is the packaged broker: it stays off, unless the machine has a policy already.
    if [ ! -e /usr/sbin/policy-rc.d ]; then policy=/usr/sbin/policy-rc.d; printf '#!/bin/sh\nexit 101\n' > "$policy" && chmod +x "$policy"; fi
    apt-get update -qq || echo "The list of packages could not be renewed."
    for package in "${missing[@]}"; do # one by one: what one of them lacks must not keep out the others
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null || echo "Could not install $package."
    done
  else
    echo "Not installed, and only root can install them: ${missing[*]}. Tests that need them are skipped and say so."
  fi
fi
if command -v npm >/dev/null; then
  # Not "npm ci": it refuses a lock file that lists no packages for platforms the registry copy at hand does not carry.
  (cd tests/tools/lint && npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error) || echo "The linters could not be installed; their tests are skipped and say so."
fi
dotnet tool restore >/dev/null || problems=$((problems + 1))

say "Build, warnings as errors"
if ! dotnet build Concord.slnx --nologo -warnaserror -v quiet; then
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1
if [ -z "$only" ]; then
  # White space only: the rules of style and the analyzers have spoken in the build, and the whole check takes ten times as long.
  check "Format" dotnet format whitespace . --folder --verify-no-changes --exclude '**/obj/**' '**/bin/**' '**/node_modules/**'
fi

run_tests() { # run_tests PROJECT [SUFFIX [FILTER]]: on the store that CONCORD_TEST_STORE names; the suffix tells its results from those of another pass
  local name result
  name=$(basename "$1" .csproj)
  result=$name${2:+.$2}
  case "$name" in *"$only"*) ;; *) return ;; esac
  echo "-- $name${2:+ on $2}"
  TMPDIR=$leftovers timeout --kill-after=10 35m dotnet test "$1" --no-build --nologo ${3:+--filter "$3"} --logger "trx;LogFileName=$result.trx" --results-directory "$results" 2>&1 | grep -vE '^(Test run for|A total of|VSTest version|Starting test|$)'
  # A project whose run ended without a result file has run nothing or did not end: that is a failure, not silence.
  if [ ! -s "$results/$result.trx" ]; then problems=$((problems + 1)); echo "FAILED: $result left no results"; fi
}

# The six whose tests run on each database. Their run on SQLite also writes down what SQL Server would be sent.
on_every_store=(Platform Partners Roster Designation Monitoring Identity)
if [ -z "$only" ]; then mkdir -p "$results/sqlserver"; fi # a whole run must record everything

say "Tests"
for project in tests/*.Tests/*.csproj; do
  case " ${on_every_store[*]/%/.Tests} SqlServer.Tests " in
    *" $(basename "$project" .csproj) "*) ;;
    *) run_tests "$project" ;;
  esac
done

say "The services, on SQLite; what SQL Server would be sent is written down, then compiled"
for service in "${on_every_store[@]}"; do
  CONCORD_TEST_STORE=SqlServer run_tests "tests/$service.Tests/$service.Tests.csproj"
done
run_tests tests/SqlServer.Tests/SqlServer.Tests.csproj

# What no database has a part in is not run on a second one.
of_the_store=$(printf 'FullyQualifiedName!~%s&' .Mesh. .Telemetry. .Providers. Merkle ChainCheckTests ReplicaTests LogTests TotpTests PasswordTests SignInPageTests KeyDirectoryTests)
say "The services again, on PostgreSQL"
if has_postgresql; then
  for service in "${on_every_store[@]}"; do
    CONCORD_TEST_STORE=PostgreSql run_tests "tests/$service.Tests/$service.Tests.csproj" PostgreSql "${of_the_store%&}"
  done
else
  echo "PostgreSQL is not installed: the tests are not run on it."
fi

count() { cat "$results"/*.trx 2>/dev/null | grep -oE "<Counters [^>]*" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ s += $1 } END { print s + 0 }'; }
total=$(count total) passed=$(count passed) executed=$(count executed)
failed=$((executed - passed + problems))
skipped=$((total - executed))
if [ "$skipped" -gt 0 ]; then
  say "Skipped, and why"
  cat "$results"/*.trx | tr -d '\r\n' | grep -oE 'testName="[^"]*"[^>]*outcome="NotExecuted"[^>]*> *<Output> *<ErrorInfo> *<Message>[^<]*' \
    | sed -E 's/testName="([^"]*)".*<Message>/\1: /' | sort
fi
say "Result"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
