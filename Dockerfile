# Every program of the platform is built by this one file; PROJECT is its folder:
#   docker build --build-arg PROJECT=services/Roster -t concord/roster .
# BESIDE is the folder of a library that only this program has: --build-arg PROJECT=gateway/Gateway --build-arg BESIDE=gateway/Portal
# Tags are exact. To fix the bytes too, pass SDK and RUNTIME with the digest: RUNTIME=mcr.microsoft.com/dotnet/aspnet:<tag>@sha256:<digest>.
ARG SDK=mcr.microsoft.com/dotnet/sdk:10.0.401-noble
# Chiseled: no shell, no package manager, not root. "Extra" carries ICU and the time zones, which comparing names and reading dates need.
ARG RUNTIME=mcr.microsoft.com/dotnet/aspnet:10.0.12-noble-chiseled-extra

FROM ${SDK} AS build
ARG PROJECT
ARG BESIDE=contracts
WORKDIR /src
# What decides the packages comes first, so that a change of code does not restore again.
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props packs.lock ./
COPY contracts/Contracts.csproj contracts/packages.lock.json contracts/
COPY services/Platform/Platform.csproj services/Platform/packages.lock.json services/Platform/
COPY ${BESIDE}/*.csproj ${BESIDE}/packages.lock.json ${BESIDE}/
COPY ${PROJECT}/*.csproj ${PROJECT}/packages.lock.json ${PROJECT}/
# As a property, not as -r: restore must know that the runtime is named, or it leaves out the compiler of native code.
RUN dotnet restore ${PROJECT} -p:RuntimeIdentifier=linux-x64
COPY .editorconfig ./
COPY contracts/ contracts/
COPY services/Platform/ services/Platform/
COPY ${BESIDE}/ ${BESIDE}/
COPY ${PROJECT}/ ${PROJECT}/
RUN dotnet publish ${PROJECT} --no-restore -c Release -p:RuntimeIdentifier=linux-x64 --self-contained false -o /out
# One name for every program: the lists that Docker runs without a shell take no arguments of the build.
RUN ln -s Concord.$(basename ${PROJECT}) /out/program
RUN mkdir /state

FROM ${RUNTIME}
WORKDIR /app
COPY --from=build /out ./
# Where keys and first passwords are kept; a new volume takes over this owner.
COPY --from=build --chown=1654:1654 /state /var/lib/concord
USER 1654:1654
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["/app/program", "health"]
ENTRYPOINT ["/app/program"]
