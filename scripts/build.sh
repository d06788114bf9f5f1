#!/bin/sh
# build.sh app|web|worker : makes the optimised build that mz runs, the command line (.build/app-<n>, named by .build/stamp) or the
# web site (.build/web-<n>, named by .build/stamp-web). Called by mz only when it is needed.
# Several calls at once are safe: where there is flock the second waits for the first and uses its build;
# elsewhere each builds in folders of its own, and the stamp is moved into place in one step.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build=$home/.build
kind=${1:-app}
case $kind in
  web) project=Mingzhang.Web current=$build/stamp-web ;;
  worker) project=Mingzhang.Worker current=$build/stamp-worker ;;
  *) project=Mingzhang.Cli current=$build/stamp ;;
esac
{ mkdir -p "$build" && [ -w "$build" ]; } || { echo "无法写入 $build：请把它的写权限给当前用户" >&2; exit 2; }

seen=$(cat "$current" 2>/dev/null || true)
work=$build/work-$$
if command -v flock >/dev/null 2>&1; then
  exec 9>"$build/lock"
  flock 9
  # Another call built it while this one waited.
  now=$(cat "$current" 2>/dev/null || true)
  [ "$now" = "$seen" ] || exit 0
  work=$build/work
fi

if [ -n "$seen" ]; then echo '源文件有改动，正在重新编译……' >&2; else echo '首次使用，正在编译……' >&2; fi

name=$kind-$(date +%s)-$$
stamp=$build/new-stamp-$$
log=$build/build-$$.log
trap 'rm -rf "$stamp" "$log" "$build/new-$$"; [ "$work" = "$build/work" ] || rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
echo "$name" >"$stamp"

# A user's build judges no style: that is the tests' part. No server process is left behind.
publish() {
  rm -rf "$build/new-$$"
  dotnet publish "$home/src/$project" -c Release --artifacts-path "$work" -o "$build/new-$$" \
    -nodeReuse:false -p:UseSharedCompilation=false -p:UseAppHost=false \
    -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:TreatWarningsAsErrors=false \
    -p:GenerateDocumentationFile=false "$@" </dev/null >>"$log" 2>&1 9>&-
}

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
[ -n "${HOME:-}" ] || export HOME="$build"
# Compiled ahead for this machine it starts in half the time; where that pack cannot be had the plain build does.
# A source that does not compile is not tried twice.
if ! publish --use-current-runtime --no-self-contained -p:PublishReadyToRun=true &&
  { grep -q 'error CS' "$log" || ! publish; }; then
  cp "$log" "$build/build.log"
  echo "编译失败，全部输出见 $build/build.log：" >&2
  { grep -E ': error |error MSB|SDK' "$log" || tail -n 20 "$log"; } | sort -u | head -n 20 >&2
  exit 2
fi
cp "$log" "$build/build.log"
mv "$build/new-$$" "$build/$name"
mv "$stamp" "$current"

# Builds that a running call may still be reading stay for an hour.
find "$build" -maxdepth 1 -name "$kind-*" ! -name "$name" ! -name "${seen:-$name}" -mmin +60 -exec rm -rf {} +
