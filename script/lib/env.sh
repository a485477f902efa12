# Sourced by every script: where the repository is, how to speak, where Swift is. Changes no folder, so that paths that
# a caller gives keep their meaning.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
export LC_ALL=C.UTF-8

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

die() {
  say "$*"
  exit 1
}

if ! command -v swift >/dev/null && [[ -x /opt/swift/usr/bin/swift ]]; then
  PATH=$PATH:/opt/swift/usr/bin
fi
