#!/usr/bin/env bash
# Publishes the programs (ReadyToRun) and measures start, resident memory and size, then the distributed run of them; prints the README's tables.
# Five starts each, the median counts. Nothing else should run on the machine meanwhile.
set -euo pipefail
cd "$(dirname "$0")/../.."
export LC_ALL=C DOTNET_NOLOGO=1
out=${OUT:-$(mktemp -d)}
runs=${RUNS:-5}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
now() { date +%s%3N; }
rss() { awk '/VmRSS/ { printf "%.0f\n", $2 / 1024 }' "/proc/$1/status"; }
publish() { dotnet publish "$1" -c Release -r linux-x64 --self-contained false -o "$out/$2" -v quiet --nologo >&2; }

embedded() { # embedded LABEL ARGS...: prints a table row
  local label=$1; shift
  local starts=() memory=() begun pid
  for _ in $(seq "$runs"); do
    [ "$label" = "second start, demonstration" ] || rm -rf "$out/data"
    begun=$(now)
    dotnet "$out/Embedded/Concord.Embedded.dll" --data "$out/data" --port 0 "$@" >"$out/log" &
    pid=$!
    until grep -q 'is ready' "$out/log"; do sleep 0.01; kill -0 $pid; done
    starts+=("$(($(now) - begun))")
    sleep 2
    memory+=("$(rss $pid)")
    kill -TERM $pid; wait $pid || true
  done
  echo "| the whole platform, $label | $(printf '%s\n' "${starts[@]}" | median) ms | $(printf '%s\n' "${memory[@]}" | median) MB | $(du -sm "$out/Embedded" | cut -f1) MB |"
}

service() { # service NAME: its own process, store prepared
  local name=$1 lower=${1,,} starts=() memory=() begun pid port=18080
  publish "services/$name" "$name"
  export ConnectionStrings__$lower="Data Source=$out/$lower.db" Identity__KeyDirectory="$out/keys" Identity__Issuer=http://127.0.0.1:1/ \
    Services__identity__Http=http://127.0.0.1:1 Listen__Address=127.0.0.1 Listen__Http=$port Listen__Grpc=$((port + 1)) Logging__LogLevel__Default=Error Mesh__ProtectedBy="one machine" \
    Services__roster__Grpc=http://127.0.0.1:1 Services__partners__Grpc=http://127.0.0.1:1 Services__designation__Grpc=http://127.0.0.1:1
  dotnet "$out/$name/Concord.$name.dll" migrate >/dev/null 2>&1
  for _ in $(seq "$runs"); do
    begun=$(now)
    dotnet "$out/$name/Concord.$name.dll" >/dev/null 2>&1 &
    pid=$!
    until [ "$(curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:$port/health/ready)" = 200 ]; do sleep 0.01; kill -0 $pid; done
    starts+=("$(($(now) - begun))")
    sleep 1
    memory+=("$(rss $pid)")
    kill -TERM $pid; wait $pid || true
  done
  echo "| $lower alone | $(printf '%s\n' "${starts[@]}" | median) ms | $(printf '%s\n' "${memory[@]}" | median) MB | $(du -sm "$out/$name" | cut -f1) MB |"
}

publish services/Embedded Embedded
echo "| program | start to ready | resident | published |"
echo "|---|---|---|---|"
embedded "first start, empty"
embedded "first start, demonstration" --demo
embedded "second start, demonstration" --demo
for name in Roster Designation Partners Monitoring Identity; do service "$name"; done
publish gateway/Gateway Gateway
publish services/Certificates Certificates
CONCORD_PROGRAMS=$out bash tests/distributed.sh --measure | grep -v '^Concord is ready\|^  '
