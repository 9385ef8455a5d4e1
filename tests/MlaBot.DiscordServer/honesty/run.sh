#!/bin/sh
# Proves the local Discord against the real client library and the official types. Needs Node 20 and a built solution.
set -u
cd "$(dirname "$0")" || exit 1
server="${1:-../bin/Debug/net10.0/discord-server.dll}"
if [ ! -f "$server" ]; then
  echo "FAIL  $server is missing: run dotnet build in tests/MlaBot.DiscordServer, or name the built server as the first argument"
  exit 1
fi
npm ci --silent --ignore-scripts || { echo "FAIL  npm ci"; exit 1; }
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
