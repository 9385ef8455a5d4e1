#!/usr/bin/env bash
# Kills the running bot many times at random moments while it posts and takes answers, then counts what is missing.
# Usage: tests/kill-check.sh [kills, default 200] [seed of an earlier run, to repeat it]
set -euo pipefail
cd "$(dirname "$0")/.."
export MLABOT_KILLS=${1:-200} MLABOT_KILL_SEED=${2:-}
dotnet test tests/MlaBot.Tests --filter "FullyQualifiedName~KillTests" --logger "console;verbosity=detailed"
