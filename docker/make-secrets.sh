#!/usr/bin/env bash
# Writes .env with new random secrets, for docker compose. Never overwrites: the databases on the volumes hold the old ones.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -e .env ]; then
  echo ".env is there already; its secrets stay." >&2
  exit 1
fi
# A capital, small letters and digits, as SQL Server wants; nothing that a connection string or an address would have to quote.
secret() { printf 'C%s' "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"; }
umask 077
for name in MSSQL_SA_PASSWORD MIGRATOR_PASSWORD ROSTER_PASSWORD DESIGNATION_PASSWORD PARTNERS_PASSWORD MONITORING_PASSWORD IDENTITY_PASSWORD \
  RABBITMQ_PASSWORD GATEWAY_SECRET VIEWER_TOKEN VIEWER_API_KEY; do
  echo "$name=$(secret)"
done >.env
echo "Wrote .env. It holds every secret of this installation; it is not part of the repository."
