# syntax=docker/dockerfile:1

# The client. What it is built on does not matter, so it is built on the builder's own processor.
FROM --platform=$BUILDPLATFORM node:22-bookworm-slim AS client
WORKDIR /client
COPY client/package.json client/package-lock.json client/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY client/ ./
RUN npm run build

# The server, compiled ahead for the image's processor (linux-x64, or linux-arm64 on such a builder).
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS server
WORKDIR /source
# Packages first: they are fetched again only when a project file changes.
COPY Directory.Build.props Directory.Packages.props ./
COPY src/VeniceStudio.Server/VeniceStudio.Server.csproj src/VeniceStudio.Server/
COPY src/VeniceStudio.Venice/VeniceStudio.Venice.csproj src/VeniceStudio.Venice/
COPY src/VeniceStudio.Media/VeniceStudio.Media.csproj src/VeniceStudio.Media/
COPY src/VeniceStudio.Simulator/VeniceStudio.Simulator.csproj src/VeniceStudio.Simulator/
RUN dotnet restore src/VeniceStudio.Server --use-current-runtime -p:PublishReadyToRun=true
COPY src/ src/
# Analyzers have had their say in the tests, before anybody builds an image.
RUN dotnet publish src/VeniceStudio.Server -c Release --no-restore --use-current-runtime --self-contained false \
        -p:PublishReadyToRun=true -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# tini reaps what ffmpeg leaves behind and passes signals on; the font writes prompts into rehearsal clips.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ffmpeg libsqlite3-0 tini fonts-dejavu-core util-linux \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --user-group --no-create-home --shell /usr/sbin/nologin studio \
    && install -d -o studio -g studio /data
COPY --from=server /app /app
COPY --from=client /client/dist /app/wwwroot
COPY .studio/entry.sh /app/entry.sh
ENV STUDIO_HOST=0.0.0.0 STUDIO_DATA=/data PORT=8080 DOTNET_EnableDiagnostics=0
WORKDIR /app
# No VOLUME line: Railway refuses images that have one. Mount a volume at /data, or everything is gone with the container.
EXPOSE 8080
# Ready means that the database answers and the volume takes files. A first start makes tables, hence the patience.
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s --retries=3 CMD ["dotnet", "/app/VeniceStudio.Server.dll", "health"]
# The entry starts as root for as long as it takes to own the volume, and the studio itself runs as the user "studio".
ENTRYPOINT ["tini", "--", "/app/entry.sh"]
CMD ["serve"]
