@echo off
rem The one entry to Mingzhang on Windows; it does what the file mz does elsewhere.
setlocal
set "MINGZHANG_HOME=%~dp0."
set "BUILD=%~dp0.build"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1

where /q dotnet
if errorlevel 1 (
  chcp 65001 >nul
  echo 找不到 .NET 10 SDK：可用 winget install Microsoft.DotNet.SDK.10 安装，或见 https://dot.net/download 1>&2
  exit /b 2
)

if /i "%~1"=="test" goto test

rem .build\seen is a copy of the sources as they were built: xcopy /L lists what is newer, without copying.
if not exist "%BUILD%\app\mingzhang.dll" goto build
for /f "delims=" %%f in ('xcopy "%~dp0src" "%BUILD%\seen\src" /D /L /S /Y /EXCLUDE:%BUILD%\exclude.txt 2^>nul ^| find "\"') do goto build
for /f "delims=" %%f in ('xcopy "%~dp0*.props" "%BUILD%\seen" /D /L /Y 2^>nul ^| find "\"') do goto build
for /f "delims=" %%f in ('xcopy "%~dp0global.json" "%BUILD%\seen" /D /L /Y 2^>nul ^| find "\"') do goto build
:run
dotnet "%BUILD%\app\mingzhang.dll" %*
exit /b %errorlevel%

:build
chcp 65001 >nul
echo 首次使用或源文件有改动，正在编译…… 1>&2
if not exist "%BUILD%" mkdir "%BUILD%"
> "%BUILD%\exclude.txt" (echo \bin\& echo \obj\)
set NEW=%BUILD%\new-%RANDOM%%RANDOM%
set PUBLISH=dotnet publish "%~dp0src\Mingzhang.Cli" -c Release --artifacts-path "%NEW%-work" -o "%NEW%" -nodeReuse:false -p:UseSharedCompilation=false -p:UseAppHost=false -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:TreatWarningsAsErrors=false -p:GenerateDocumentationFile=false
%PUBLISH% --use-current-runtime --no-self-contained -p:PublishReadyToRun=true > "%BUILD%\build.log" 2>&1 || %PUBLISH% >> "%BUILD%\build.log" 2>&1
if errorlevel 1 (
  echo 编译失败，全部输出见 %BUILD%\build.log： 1>&2
  findstr /c:": error " "%BUILD%\build.log" 1>&2
  rmdir /s /q "%NEW%-work" "%NEW%" 2>nul
  exit /b 2
)
rmdir /s /q "%NEW%-work" 2>nul
if exist "%BUILD%\app" rmdir /s /q "%BUILD%\app"
move "%NEW%" "%BUILD%\app" >nul
if not exist "%BUILD%\app\mingzhang.dll" (
  echo 旧程序正在使用，换不下来：请关闭其他明账窗口后重试 1>&2
  exit /b 2
)
if exist "%BUILD%\seen" rmdir /s /q "%BUILD%\seen"
xcopy "%~dp0src" "%BUILD%\seen\src" /I /S /Y /Q /EXCLUDE:%BUILD%\exclude.txt >nul
xcopy "%~dp0*.props" "%BUILD%\seen" /I /Y /Q >nul
xcopy "%~dp0global.json" "%BUILD%\seen" /I /Y /Q >nul
goto run

:test
rem The tests are run by the same script as elsewhere; Git for Windows brings the shell.
where /q sh
if not errorlevel 1 (
  sh "%~dp0mz" %*
  exit /b
)
if exist "%ProgramFiles%\Git\bin\sh.exe" (
  "%ProgramFiles%\Git\bin\sh.exe" "%~dp0mz" %*
  exit /b
)
chcp 65001 >nul
echo 找不到 sh：请安装 Git for Windows（winget install Git.Git）后再运行测试 1>&2
exit /b 2
