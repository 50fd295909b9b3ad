#!/bin/bash
# Run once by the PostgreSQL image, on an empty volume. A service reads and writes rows; only the migrator changes tables.
set -euo pipefail
sql() { psql -v ON_ERROR_STOP=1 --username postgres "$@"; }
sql -c "CREATE ROLE migrator LOGIN PASSWORD '$MIGRATOR'"
for service in roster designation partners monitoring identity; do
  password=${service^^}
  sql -c "CREATE ROLE $service LOGIN PASSWORD '${!password}'" -c "CREATE DATABASE $service OWNER migrator"
  sql -c "REVOKE ALL ON DATABASE $service FROM PUBLIC" -c "GRANT CONNECT ON DATABASE $service TO $service"
  sql --dbname "$service" -c "GRANT USAGE ON SCHEMA public TO $service" \
    -c "ALTER DEFAULT PRIVILEGES FOR ROLE migrator IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO $service" \
    -c "ALTER DEFAULT PRIVILEGES FOR ROLE migrator IN SCHEMA public GRANT USAGE ON SEQUENCES TO $service"
done
