#!/bin/sh
# ./mz test [--fuzz] : installs what the tests need, checks the formatting, builds with warnings as errors, runs every
# test project, and closes with "N passed, N failed, N skipped". A formatting fault or a broken build is one failure each.
set -u
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home" || exit 2

for word in "$@"; do
  case $word in
    --fuzz) export MINGZHANG_FUZZ=1 ;;
    -h | --help) echo '用法: ./mz test [--fuzz]    全部测试；--fuzz 生成更多随机用例'; exit 0 ;;
    *) echo "不认识“$word”；用法: ./mz test [--fuzz]" >&2; exit 2 ;;
  esac
done

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export MSBUILDDISABLENODEREUSE=1
mkdir -p .build
[ -n "${HOME:-}" ] || export HOME="$home/.build"
results=$(mktemp -d "$home/.build/test-XXXXXX") || exit 2
trap 'rm -rf "$results"' EXIT
trap 'exit 130' INT TERM

faults=0
# step NAME COMMAND... : quiet when it goes well, its output when it does not.
step() {
  name=$1
  shift
  if "$@" </dev/null >"$results/step.log" 2>&1; then
    echo "$name: ok"
  else
    echo "$name: failed"
    grep -E 'error|Error' "$results/step.log" | sed 's/ \[[^]]*proj\]$//' | sort -u | head -n 60 | grep . || tail -n 60 "$results/step.log"
    faults=$((faults + 1))
    return 1
  fi
}

# PostgreSQL and the browser are for the tests of storage and site, which say so and skip where they cannot be had.
sh scripts/need.sh pdftotext:poppler-utils qpdf:qpdf chromium:chromium pg_ctlcluster:postgresql \
  /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc:fonts-noto-cjk
if step restore dotnet restore Mingzhang.slnx; then
  step whitespace dotnet format whitespace . --folder --exclude .build --verify-no-changes
  step style dotnet format style Mingzhang.slnx --verify-no-changes --no-restore
  step build dotnet build Mingzhang.slnx -c Release --no-restore -warnaserror -p:Analyze=true -p:UseSharedCompilation=false
  built=$?
else
  built=1
fi

# One test program, its report and its output in the folder of results.
cat >"$results/run" <<'RUN'
name=${1##*/}
dotnet "$1/bin/Release/net10.0/$name.dll" --no-ansi --no-progress --results-directory "$2" \
  --report-xunit --report-xunit-filename "$name.xml" </dev/null >"$2/$name.log" 2>&1
echo $? >"$2/$name.status"
RUN
# Prints "passed failed skipped" from the head of a report.
counts_of() {
  sed -n 's/.*\(<assembly [^>]*>\).*/\1/p' "$1" 2>/dev/null | head -n 1 | awk '
    function count(key) { return match($0, " " key "=\"[0-9]+\"") ? substr($0, RSTART + length(key) + 3, RLENGTH - length(key) - 4) + 0 : 0 }
    { print count("passed"), count("failed") + count("errors"), count("skipped") }'
}

passed=0
failed=0
skipped=0
if [ "$built" = 0 ]; then
  for project in tests/*/*.csproj; do echo "${project%/*}"; done | xargs -P 2 -I '{}' sh "$results/run" '{}' "$results"
  for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    # shellcheck disable=SC2046 # three numbers
    set -- $(counts_of "$results/$name.xml")
    # What no test owns must not look green: a program that died, reported nothing, or holds no test.
    [ $# = 3 ] || set -- 0 0 0
    if [ "$(cat "$results/$name.status" 2>/dev/null)" != 0 ] && [ "$2" = 0 ]; then set -- "$1" 1 "$3"; fi
    echo "$name: $1 passed, $2 failed, $3 skipped"
    [ "$2" = 0 ] || cat "$results/$name.log"
    passed=$((passed + $1))
    failed=$((failed + $2))
    skipped=$((skipped + $3))
  done
fi

failed=$((failed + faults))
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
