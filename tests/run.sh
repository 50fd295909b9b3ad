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
mkdir -p "$results"
problems=0
leftovers=$(mktemp -d) # what tests leave in the temporary folder goes when they are done
# In memory where there is room: every commit waits for its disk, and no test takes the power away.
memory=$({ df --output=avail -k /dev/shm | tail -n 1; awk '/MemAvailable/ { print $2 }' /proc/meminfo; } 2>/dev/null | sort -n | head -n 1)
quick=$leftovers
if [ "${memory:-0}" -gt $((10 * 1024 * 1024)) ]; then quick=$(mktemp -d -p /dev/shm); fi
chmod 1777 "$leftovers" "$quick" # PostgreSQL runs as another user
trap 'running=$(jobs -p); [ -z "$running" ] || kill $running; rm -rf "$leftovers" "$quick"; [ -z "${policy:-}" ] || rm -f "$policy"' EXIT

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

count() { # count WHAT [FILE]: of all results, or those of one suite
  cat "$results"/${2:-*.trx} 2>/dev/null | grep -oE "<Counters [^>]*" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ s += $1 } END { print s + 0 }'
}
. tests/suites.sh
if [ -z "$only" ]; then mkdir -p "$results/sqlserver"; fi # a whole run must record everything
say "Tests; the services on SQLite, where what SQL Server would be sent is written down and then compiled, and again on PostgreSQL"
has_postgresql || echo "PostgreSQL is not installed: the tests are not run on it."
run_suites
problems=$((problems + $(cat "$results/problems" 2>/dev/null | wc -l)))

total=$(count total) passed=$(count passed) executed=$(count executed)
failed=$((executed - passed + problems))
skipped=$((total - executed))
if [ "$skipped" -gt 0 ]; then
  say "Skipped, and why"
  cat "$results"/*.trx | tr -d '\r\n' | grep -oE 'testName="[^"]*"[^>]*outcome="NotExecuted"[^>]*> *<Output> *<StdOut>[^<]*' \
    | sed -E 's/testName="([^"]*)".*<StdOut>/\1: /' | sort
fi
say "Result"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
