#!/bin/sh
# Proves the local Discord against the real client library and the official types: a line "pass  ..." or "FAIL  ..." for
# each check. Needs Node.js 20 or newer, npm, and a built solution.
set -u
cd "$(dirname "$0")" || exit 1
if ! command -v node >/dev/null || ! command -v npm >/dev/null || [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ]; then
  echo "FAIL  Node.js 20 or newer and npm are needed: install them from https://nodejs.org (npm comes with it), or as packages nodejs and npm, and run this again"
  exit 1
fi
server="${1:-../bin/Debug/net10.0/discord-server.dll}"
if [ ! -f "$server" ]; then
  echo "FAIL  $server is missing: run dotnet build in tests/MlaBot.DiscordServer, or name the built server as the first argument"
  exit 1
fi
npm ci --no-audit --no-fund --ignore-scripts --loglevel=error || { echo "FAIL  npm ci: no package could be loaded; is the package registry of npm reachable?"; exit 1; }
rm -f payloads.ts
failed=0
node drive.mjs "$server" || failed=1
if [ ! -f payloads.ts ]; then
  echo "FAIL  no payloads were captured"
  exit 1
fi
if ./node_modules/.bin/tsc --noEmit --strict --skipLibCheck --allowImportingTsExtensions --module nodenext --target es2022 payloads.ts; then
  echo "pass  payload types"
else
  echo "FAIL  payload types"
  failed=1
fi
exit $failed
