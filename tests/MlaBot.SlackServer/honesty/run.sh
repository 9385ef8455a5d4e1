#!/bin/sh
# Proves the local Slack against real client libraries and the official types: a line "pass  ..." or "FAIL  ..." for each
# check. Needs Node.js 20 or newer, npm, and a built solution. slack-go plays too where Go and the packages of Debian are
# installed (apt-get install golang-go golang-github-slack-go-slack-dev); elsewhere a line says that it was left out.
set -u
cd "$(dirname "$0")" || exit 1
if ! command -v node >/dev/null || ! command -v npm >/dev/null || [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ]; then
  echo "FAIL  Node.js 20 or newer and npm are needed: install them from https://nodejs.org (npm comes with it), or as packages nodejs and npm, and run this again"
  exit 1
fi
server="${1:-$PWD/../bin/Debug/net10.0/slack-server.dll}"
if [ ! -f "$server" ]; then
  echo "FAIL  $server is missing: run dotnet build in tests/MlaBot.SlackServer, or name the built server as the first argument"
  exit 1
fi
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp package.json package-lock.json drive.mjs blocks.mjs types.ts sent.ts "$place"
golden="$PWD/../../MlaBot.Slack.Tests/Golden"
gopath=/usr/share/gocode
failed=0

if ! command -v go >/dev/null || [ ! -d "$gopath/src/github.com/slack-go/slack" ]; then
  echo "skip  slack-go: packages golang-go and golang-github-slack-go-slack-dev are not installed"
elif GO111MODULE=off GOPATH="$gopath" GOCACHE="$place/go" go build -o "$place/slack-go" slack-go/main.go; then
  "$place/slack-go" "$server" || failed=1
else
  echo "FAIL  slack-go: its program does not build"
  failed=1
fi

cd "$place" || exit 1
npm ci --no-audit --no-fund --ignore-scripts --loglevel=error || { echo "FAIL  npm ci: no package could be loaded; is the package registry of npm reachable?"; exit 1; }
node drive.mjs "$server" payloads.ts || failed=1
check() {
  if [ -f "$2" ] && ./node_modules/.bin/tsc --noEmit --strict --skipLibCheck --allowImportingTsExtensions --module nodenext --target es2022 "$2"; then
    echo "pass  $1"
  else
    echo "FAIL  $1"
    failed=1
  fi
}
check "payloads have Bolt's types" payloads.ts
node blocks.mjs "$golden" blocks.ts || failed=1
check "the bot's own blocks have the official types" blocks.ts
exit $failed
