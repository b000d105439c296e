# What ./run and ./test share: messages and the tools they need.
say() { printf '\033[1m» %s\033[0m\n' "$*" >&2; }
fail() { printf '\033[1;31m✗ %s\033[0m\n' "$*" >&2; exit 1; }

need_tools() {
  command -v dotnet >/dev/null || fail "The .NET SDK 10 is missing. Install it (package dotnet-sdk-10.0) and run this again."
  dotnet --list-sdks | grep -q '^10\.' || fail "The .NET SDK 10 is missing; found: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' '). Install the package dotnet-sdk-10.0 and run this again."
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js with npm is missing (it brings DuckDB's library and the charts). Install the packages nodejs and npm and run this again."
}

# Debian packages by name: installed when we may, else named.
need_packages() {
  local missing=()
  for package in "$@"; do dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    fail "These Debian packages are needed: ${missing[*]}. Install them as root (apt-get install ${missing[*]}) and run this again."
  fi
  say "Installing the Debian packages ${missing[*]}"
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
