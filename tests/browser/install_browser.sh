#!/bin/sh
# Make sure that a Chromium is there for the browser tests: Debian's where apt serves, else the test tool's own.
# Usage: install_browser.sh VENV_BIN. Says which command to run, and fails, when it can do neither.
set -u
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if "$1/python" -m tests.browser.chromium >/dev/null 2>&1; then exit 0; fi

as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if command -v apt-get >/dev/null 2>&1 && { [ -z "$as_root" ] || sudo -n true 2>/dev/null; }; then
  $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
  command -v chromium >/dev/null 2>&1 && exit 0
fi
"$1/python" -m playwright install chromium && "$1/python" -m tests.browser.chromium >/dev/null 2>&1 && exit 0

echo "No browser for the browser tests. Run one of:" >&2
echo "  sudo apt-get install chromium" >&2
echo "  $1/python -m playwright install --with-deps chromium" >&2
exit 1
