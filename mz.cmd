@echo off
rem The one entry to Mingzhang on Windows; it does what the file mz does elsewhere.
setlocal
rem This file is UTF-8; under another code page its messages, and the brackets after them, would be misread.
chcp 65001 >nul
set "MINGZHANG_HOME=%~dp0."
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1

where /q dotnet
if errorlevel 1 (
  echo 找不到 .NET 10 SDK：可用 winget install Microsoft.DotNet.SDK.10 安装，或见 https://dot.net/download 1>&2
  exit /b 2
)
if /i "%~1"=="test" goto test
if /i "%~1"=="bench" goto bench

rem The web site is a program of its own, built when it is first asked for.
set APP=app
set PROJECT=Mingzhang.Cli
set PROGRAM=mingzhang
if /i "%~1"=="serve" (
  set APP=web
  set PROJECT=Mingzhang.Web
  set PROGRAM=mingzhang-web
)
if /i "%~1"=="worker" (
  set APP=worker
  set PROJECT=Mingzhang.Worker
  set PROGRAM=mingzhang-worker
)

rem .build\seen-... is a copy of the sources as they were built. xcopy /L only lists what is newer, with its drive;
rem the file that /EXCLUDE names may not be quoted, so the paths after it are relative.
pushd "%~dp0"
set STALE=
if not exist ".build\%APP%\%PROGRAM%.dll" set STALE=1
if not defined STALE for /f "delims=" %%f in ('xcopy "%~dp0src" ".build\seen-%APP%\src" /D /I /L /S /Y /EXCLUDE:.build\exclude.txt 2^>nul ^| find ":"') do set STALE=1
if not defined STALE for /f "delims=" %%f in ('xcopy "%~dp0*.props" ".build\seen-%APP%" /D /I /L /Y 2^>nul ^| find ":"') do set STALE=1
if not defined STALE for /f "delims=" %%f in ('xcopy "%~dp0global.json" ".build\seen-%APP%" /D /I /L /Y 2^>nul ^| find ":"') do set STALE=1
if defined STALE call :build
if errorlevel 1 exit /b 2
popd
dotnet "%~dp0.build\%APP%\%PROGRAM%.dll" %*
exit /b %errorlevel%

:build
echo 首次使用或源文件有改动，正在编译…… 1>&2
if not exist .build mkdir .build
set NEW=.build\new-%RANDOM%%RANDOM%
set PUBLISH=dotnet publish src\%PROJECT% -c Release --artifacts-path %NEW%-work -o %NEW% -nodeReuse:false -p:UseSharedCompilation=false -p:UseAppHost=false -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:TreatWarningsAsErrors=false -p:GenerateDocumentationFile=false
%PUBLISH% --use-current-runtime --no-self-contained -p:PublishReadyToRun=true >.build\build.log 2>&1 || %PUBLISH% >>.build\build.log 2>&1
if errorlevel 1 (
  echo 编译失败，全部输出见 .build\build.log： 1>&2
  findstr /c:": error " .build\build.log 1>&2
  rmdir /s /q %NEW%-work %NEW% 2>nul
  exit /b 1
)
rmdir /s /q %NEW%-work 2>nul
if exist .build\%APP% rmdir /s /q .build\%APP% 2>nul
if exist .build\%APP% (
  rmdir /s /q %NEW%
  echo 旧程序正在使用，换不下来：请关闭其他明账窗口后重试 1>&2
  exit /b 1
)
move %NEW% .build\%APP% >nul
(echo \bin\
echo \obj\)>.build\exclude.txt
if exist .build\seen-%APP% rmdir /s /q .build\seen-%APP%
xcopy src .build\seen-%APP%\src /I /S /Y /Q /EXCLUDE:.build\exclude.txt >nul
xcopy *.props .build\seen-%APP% /I /Y /Q >nul
xcopy global.json .build\seen-%APP% /I /Y /Q >nul
exit /b 0

:bench
rem The benchmarks are no part of the product: they are built when they are asked for.
for /f "tokens=1,*" %%a in ("%*") do set "REST=%%b"
dotnet run -c Release --project "%~dp0bench\Mingzhang.Bench" -v q -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -- %REST%
exit /b %errorlevel%

:test
rem The tests are run by the same script as elsewhere; Git for Windows brings the shell.
set "SH=%ProgramFiles%\Git\bin\sh.exe"
if not exist "%SH%" set SH=sh
"%SH%" "%~dp0mz" %*
if %errorlevel%==9009 echo 找不到 sh：请安装 Git for Windows（winget install Git.Git）后再运行测试 1>&2
exit /b %errorlevel%
