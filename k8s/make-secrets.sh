#!/usr/bin/env bash
# Makes the secrets of overlays/dev in the cluster that kubectl points at, each with new random values: bash k8s/make-secrets.sh
# Refuses where they are there already: the databases on the volumes hold the old ones.
set -euo pipefail
namespace=concord-dev
kubectl get namespace "$namespace" >/dev/null 2>&1 || kubectl create namespace "$namespace"
if kubectl --namespace "$namespace" get secret broker >/dev/null 2>&1; then
  echo "The secrets of $namespace are there already; they stay." >&2
  exit 1
fi
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
# Through a pipe: what stands on a command line can be read by others on this machine.
secret() { # secret NAME KEY=VALUE...
  local name=$1; shift
  printf '%s\n' "$@" | kubectl --namespace "$namespace" create secret generic "$name" --from-env-file=/dev/stdin
}
signing_key() { # signing_key SERVICE: what signs the heads of its audit chain
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 | kubectl --namespace "$namespace" create secret generic "audit-$1" --from-file=signing.pem=/dev/stdin
}
services=(roster designation partners monitoring identity)
migrator=$(random)
postgres=("superuser=$(random)" "migrator=$migrator")
for service in "${services[@]}"; do
  password=$(random)
  postgres+=("$service=$password")
  secret "store-$service" "connection=Host=postgres;Database=$service;Username=$service;Password=$password"
  secret "store-$service-owner" "connection=Host=postgres;Database=$service;Username=migrator;Password=$migrator"
  signing_key "$service"
done
secret postgres "${postgres[@]}"
rabbitmq=$(random)
secret rabbitmq "password=$rabbitmq"
secret gateway-client "secret=$(random)"
secret viewer "token=$(random)"
secret broker "uri=amqp://concord:$rabbitmq@rabbitmq:5672" # last: it says that all are made
