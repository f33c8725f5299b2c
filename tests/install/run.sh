#!/usr/bin/env bash
# Installs a built tree into a temporary prefix and uses it as strangers do. Usage: run.sh BUILD
set -euo pipefail
readonly here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
readonly build="$(cd "$1" && pwd)"
readonly cmake="${CMAKE:-cmake}"
readonly work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
readonly prefix="$work/a prefix" moved="$work/moved"

fail() { printf 'install: %s\n' "$*" >&2; exit 1; }

# expect_one LABEL COMMAND...: the program must print 1.
expect_one() {
  local label="$1" out
  shift
  out="$("$@")" || fail "$label: ended with $?"
  [[ "$out" == 1 ]] || fail "$label: printed '$out' instead of 1"
  printf 'ok: %s\n' "$label"
}

install_tree() {
  "$cmake" --install "$build" --prefix "$prefix" >/dev/null
  libdir="$(dirname "$(find "$prefix" -name libpidun.so)")"
  [[ -f "$libdir/libpidun.a" ]] || fail "libpidun.a was not installed"
  [[ -n "$(find "$prefix" -name pidun.h)" ]] || fail "pidun.h was not installed"
}

# Nothing but files of ours, and nothing of the machine's paths in what others read.
check_contents() {
  if grep -rlF -e "$build" -e "$work" "$prefix" --include='*.cmake' --include='*.pc'; then
    fail "the files above name folders of the build machine"
  fi
}

test_command() {
  local command="$prefix/bin/pidun" code=0
  [[ -x "$command" ]] || { echo "skipped: the command is not part of this build"; return; }
  printf 'id=110101199003077774\n' | "$command" scan --format summary - >/dev/null || code=$?
  [[ "$code" == 1 ]] || fail "the installed command ended with $code instead of 1"
  local file
  for file in share/man/man1/pidun.1 share/man/zh_CN/man1/pidun.1 share/bash-completion/completions/pidun \
    share/zsh/site-functions/_pidun share/fish/vendor_completions.d/pidun.fish; do
    [[ -s "$prefix/$file" ]] || fail "$file was not installed"
  done
  echo "ok: installed command"
}

test_find_package() {
  "$cmake" -S "$here/consumer" -B "$work/consumer" -DCMAKE_PREFIX_PATH="$1" >/dev/null
  "$cmake" --build "$work/consumer" >/dev/null
  expect_one "find_package, shared" "$work/consumer/consumer_shared"
  expect_one "find_package, static" "$work/consumer/consumer_static"
  readelf -d "$work/consumer/consumer_static" | grep -q libpidun && fail "the static consumer loads libpidun.so"
  readelf -d "$work/consumer/consumer_shared" | grep -q 'libpidun\.so\.0' || fail "soname is not libpidun.so.0"
}

test_add_subdirectory() {
  "$cmake" -S "$here/embedder" -B "$work/embedder" -DPIDUN_SOURCE="$here/../.." >"$work/log" 2>&1 ||
    { cat "$work/log" >&2; fail "add_subdirectory does not configure"; }
  echo "ok: add_subdirectory"
}

# $1 is a prefix without spaces: pkg-config's output is split into words.
test_pkg_config() {
  local folder="$1/${libdir#"$prefix"/}" flags
  export PKG_CONFIG_PATH="$folder/pkgconfig"
  flags="$(pkg-config --cflags --libs pidun)"
  "${CC:-cc}" -std=c99 "$here/consumer/consumer.c" $flags -o "$work/pc_shared"
  expect_one "pkg-config, shared" env LD_LIBRARY_PATH="$folder" "$work/pc_shared"
  # Without the .so, -lpidun means the archive: what a static-only package looks like.
  rm "$folder"/libpidun.so*
  flags="$(pkg-config --static --cflags --libs pidun)"
  "${CC:-cc}" -std=c99 "$here/consumer/consumer.c" $flags -o "$work/pc_static"
  expect_one "pkg-config, static" "$work/pc_static"
}

test_uninstall() {
  "$cmake" --build "$build" --target uninstall >/dev/null
  local left
  left="$(find "$prefix" ! -type d)"
  [[ -z "$left" ]] || fail "uninstall left: $left"
  echo "ok: uninstall leaves nothing"
}

install_tree
check_contents
test_command
test_find_package "$prefix"
cp -r "$prefix" "$moved"
test_pkg_config "$moved"
test_add_subdirectory
test_uninstall
