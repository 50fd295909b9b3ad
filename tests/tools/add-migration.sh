#!/usr/bin/env bash
# Adds one migration to a service for all three providers: bash tests/tools/add-migration.sh Partners AddCommittees
set -euo pipefail
cd "$(dirname "$0")/../.."
service=${1:?service, as the folder under services/ is called}
name=${2:?name of the migration}
dotnet tool restore >/dev/null
dotnet build "services/$service" --nologo -v quiet
for provider in Sqlite SqlServer PostgreSql; do
  dotnet ef migrations add "$name" --no-build --project "services/$service" --context "${provider}${service}Db" --output-dir "Persistence/Migrations/$provider"
done
dotnet format whitespace "services/$service" --no-restore --include "services/$service/Persistence/Migrations/"
