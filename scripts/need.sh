#!/bin/sh
# need.sh PROGRAM:PACKAGE... : installs the Debian packages of programs, or of files by their full path, that are missing, when that is allowed
# (root, or sudo without a password); otherwise names the exact command. What stays missing is no error here:
# the part that wants it says so itself, and the rest works.
set -u
missing=''
for pair in "$@"; do
  case $pair in
    /*) [ -e "${pair%%:*}" ] || missing="$missing ${pair#*:}" ;;
    *) command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair#*:}" ;;
  esac
done
missing=${missing# }
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=''
elif sudo -n true 2>/dev/null; then
  as_root='sudo -n'
else
  as_root='no'
fi
if [ "$as_root" != no ] && command -v apt-get >/dev/null 2>&1; then
  echo "正在安装 $missing ……" >&2
  # shellcheck disable=SC2086 # the words are parted on purpose
  $as_root apt-get update -qq </dev/null >/dev/null 2>&1
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 $missing </dev/null >/dev/null 2>&1 && exit 0
fi
echo "缺少 $missing，请运行：sudo apt-get update && sudo apt-get install -y $missing（不装也可继续，用到它的部分会跳过）" >&2
