#!/usr/bin/env bash
# Makes the database and the logins of every service. Safe to repeat; a changed password takes effect.
set -euo pipefail
cd "$(dirname "$0")"
for service in roster designation partners monitoring identity; do
  password=${service^^}_PASSWORD
  /opt/mssql-tools18/bin/sqlcmd -C -S sqlserver -U sa -b -i database.sql \
    -v SERVICE="$service" SERVICE_PASSWORD="${!password}" MIGRATOR_PASSWORD="$MIGRATOR_PASSWORD"
done
