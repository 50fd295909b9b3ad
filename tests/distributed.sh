#!/usr/bin/env bash
# The platform as many processes on this machine, without containers: bash tests/distributed.sh --help
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Distributed --nologo -v quiet
exec dotnet tests/Distributed/bin/Debug/net10.0/Concord.Distributed.dll "$@"
