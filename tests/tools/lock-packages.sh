#!/usr/bin/env bash
# Writes anew what each project's packages must be (packages.lock.json) and what publishing takes beside them (packs.lock): bash tests/tools/lock-packages.sh
# Read the diff: a version that has not changed must keep its hash.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
fresh=$(mktemp -d) # an empty folder: the hashes are of what the package source gives now, not of what this machine once unpacked
trap 'rm -rf "$fresh"' EXIT
NUGET_PACKAGES=$fresh dotnet restore Concord.slnx --force-evaluate --no-http-cache -v quiet
NUGET_PACKAGES=$fresh dotnet restore services/Embedded -p:RuntimeIdentifier=linux-x64 --no-http-cache -v quiet
NUGET_PACKAGES=$fresh dotnet msbuild services/Embedded -t:LockPacks -p:RuntimeIdentifier=linux-x64 -v:quiet -nologo
# From the usual folder again: fails where this machine holds a package with another content.
dotnet restore Concord.slnx -v quiet
git --no-pager diff --stat -- '*packages.lock.json' packs.lock
