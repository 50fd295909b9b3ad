#!/usr/bin/env bash
# Rewrites every approved text from the code: contracts/surface.txt, contracts/openapi/v1.json, docs/{reasons,events,rules,settings}.md, docs/security/{abuse,asvs}.md; docs/sqlserver.md too,
# where tests/run.sh has recorded what SQL Server would be sent.
set -euo pipefail
cd "$(dirname "$0")/.."
export CONCORD_UPDATE_APPROVED=1
dotnet test tests/Architecture.Tests --nologo --filter "FullyQualifiedName~SurfaceTests|FullyQualifiedName~RuleBookTests|FullyQualifiedName~OpenApiTests|FullyQualifiedName~SettingsTests|FullyQualifiedName~AbuseBookTests|FullyQualifiedName~AsvsBookTests"
dotnet test tests/SqlServer.Tests --nologo --filter "FullyQualifiedName~LockTests"
git --no-pager diff --stat -- contracts docs
