#!/usr/bin/env bash
# Carries out the Dockerfile's publish command without a Docker engine, then starts the result as the image would:
# settings from the environment, an empty data folder, the local chat on piped input. Prints what it saw.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

publish=$(sed -n 's/^RUN \(dotnet publish .*\)$/\1/p' Dockerfile)
[ -n "$publish" ] || { echo "The Dockerfile has no publish command."; exit 1; }
RID=${RID:-linux-x64}
publish=${publish//\$RID/$RID}
publish=${publish//-o \/app/-o "$work/app"}
echo "$publish"
eval "$publish" -v q -nologo

mkdir "$work/data"
export Storage__ConnectionString="Data Source=$work/data/mlabot.db" Content__Path="$work/app/content"
cd "$work"
mkfifo input
dotnet app/mlabot.dll <input >output 2>errors &
bot=$!
exec 3>input
echo "/daily" >&3
for _ in $(seq 100); do grep -q "Open questions" output && break; sleep 0.1; done
dotnet app/mlabot.dll health
echo "/service firehose" >&3
exec 3>&-
wait "$bot"

grep -q "Open questions" output || { echo "No open question was listed."; cat output errors; exit 1; }
grep -q "Amazon Data Firehose" output || { echo "The look-up gave nothing."; cat output errors; exit 1; }
[ -s data/mlabot.db ] || { echo "No database was written."; exit 1; }
grep ready errors
echo "publish-check: the published bot started, answered and stopped"
