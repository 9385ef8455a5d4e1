# tests/publish-check.sh runs the publish command of this file as it stands here, and starts what it gives.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG RID=linux-x64
WORKDIR /source
COPY . .
RUN dotnet publish src/MlaBot -c Release -r $RID --self-contained false -p:PublishReadyToRun=true -o /app

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0 AS folders
RUN mkdir /bot-data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# APP_UID is the unprivileged user of the base image; the volume must belong to it before it is declared.
COPY --from=folders --chown=$APP_UID:$APP_UID /bot-data /data
VOLUME /data
# The last three make the C library give back what SQLite and the compiler have freed (mallopt(3)).
ENV Storage__ConnectionString="Data Source=/data/mlabot.db" \
    Content__Path=/app/content \
    DOTNET_TieredPGO=0 \
    MALLOC_ARENA_MAX=1 \
    MALLOC_MMAP_THRESHOLD_=65536 \
    MALLOC_TRIM_THRESHOLD_=65536
USER $APP_UID
HEALTHCHECK --interval=60s --timeout=10s --start-period=20s CMD ["dotnet", "/app/mlabot.dll", "health"]
ENTRYPOINT ["dotnet", "/app/mlabot.dll"]
