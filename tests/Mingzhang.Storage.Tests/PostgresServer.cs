using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Mingzhang.Storage.Tests;

/// <summary>A PostgreSQL server of the tests' own: installed binaries, temporary folder, loopback port, never as root.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly string? _binaries;
    private readonly string _folder = Directory.CreateTempSubdirectory("mz-pg-").FullName;
    private readonly int _port;
    private int _databases;

    public PostgresServer()
    {
        _binaries = Binaries();
        if (_binaries is null)
            return;
        _port = FreePort();
        // PostgreSQL refuses to run as root; the system has an account that owns nothing for such work.
        if (IsRoot)
            Run("chown", "nobody", _folder);
        RunServer("initdb", "-D", Data, "-U", "mingzhang", "-A", "trust", "--locale=C.UTF-8", "--no-sync");
        RunServer("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{_folder}' -c fsync=off -c max_connections=600", "start");
    }

    /// <summary>Why there is no server; null when there is one.</summary>
    public string? Missing => _binaries is null ? "没有 PostgreSQL 服务器程序：apt-get install postgresql" : null;

    private string Data => Path.Combine(_folder, "data");

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>Connection string of a database of which nobody knows yet; it is made by whoever opens it.</summary>
    public string NewDatabase() =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=mingzhang;Database=t{Interlocked.Increment(ref _databases)}");

    public void Dispose()
    {
        if (_binaries is not null)
            RunServer("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Binaries()
    {
        const string Root = "/usr/lib/postgresql";
        return Directory.Exists(Root) ? Directory.GetDirectories(Root).Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault() : null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void RunServer(string program, params string[] arguments)
    {
        var path = Path.Combine(_binaries!, program);
        if (IsRoot)
            Run("runuser", ["-u", "nobody", "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    // Output goes nowhere: the server would keep a pipe open for as long as it runs.
    private void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = _folder })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
