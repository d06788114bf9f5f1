using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mingzhang.Documents.Publishing.Pdf;

/// <summary>
/// A browser that is started once and prints several pages (浏览器会话), over its DevTools protocol on the loopback. Starting it takes
/// as long as printing, so <see cref="BrowserPool"/> keeps it for the next document.
/// </summary>
internal sealed class BrowserSession : IDisposable
{
    private const string PortFile = "DevToolsActivePort";
    private const int LargestAnswer = 200 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonObject> _events = [];
    private CancellationToken _limit;
    private bool _isSound = true;
    private int _calls;
    private string? _target;
    private string? _page;

    private BrowserSession(Process process, DirectoryInfo profile) => (_process, _profile) = (process, profile);

    /// <summary>Starts a browser with a folder of its own for what it keeps.</summary>
    /// <param name="program">The browser.</param>
    /// <returns>Null when the program cannot be started.</returns>
    public static BrowserSession? Start(string program)
    {
        var profile = Directory.CreateTempSubdirectory("mingzhang-browser-");
        if (Launch(program, profile.FullName) is { } process)
            return new BrowserSession(process, profile);
        Remove(profile);
        return null;
    }

    /// <summary>Whether it may be given work again: it runs, and the last work ended as it should.</summary>
    public bool IsSound => _isSound && !_process.HasExited;

    /// <summary>Gives it work, in a page of its own; the work ends after a minute at most.</summary>
    /// <param name="work">What to do; gives null when all is well, else why not.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Null when all is well, else in Chinese why not.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public string? Use(Func<BrowserSession, string?> work, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        (_limit, _isSound) = (limit.Token, false);
        try
        {
            var error = Connect() ?? OpenPage() ?? work(this);
            ClosePage();
            _isSound = true;
            return error;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "浏览器没有在一分钟内完成打印。请关闭其他程序后再试。";
        }
        catch (Exception e) when (e is WebSocketException or SocketException or JsonException)
        {
            return $"浏览器中途停止了（{e.Message}）。请确认浏览器能正常启动。";
        }
    }

    /// <summary>Opens a file.</summary>
    /// <returns>Null when it is open, else why not.</returns>
    public string? Open(string file)
    {
        if (Call("Page.navigate", new JsonObject { ["url"] = new Uri(file).AbsoluteUri }) is not { } opened || opened["errorText"] is not null)
            return "浏览器打不开要打印的网页。请确认临时文件夹可以读写。";
        WaitFor("Page.loadEventFired");
        return null;
    }

    /// <summary>Changes the open page.</summary>
    /// <param name="script">What to do, without a result.</param>
    public void Change(string script) => Call("Runtime.evaluate", new JsonObject { ["expression"] = script });

    /// <summary>Prints the open page.</summary>
    /// <param name="isFinal">Whether the PDF is to be kept, tagged and with bookmarks; they take a fifth of the time and change no page.</param>
    /// <param name="pdf">The PDF; empty when it could not be printed.</param>
    /// <returns>Null when it is printed, else why not.</returns>
    public string? Print(bool isFinal, out byte[] pdf)
    {
        pdf = [];
        var printed = Call("Page.printToPDF", new JsonObject
        {
            ["printBackground"] = true,
            ["preferCSSPageSize"] = true,
            ["generateTaggedPDF"] = isFinal,
            ["generateDocumentOutline"] = isFinal,
        });
        if (printed?["data"]?.GetValue<string>() is not { Length: > 0 } data)
            return "浏览器没有生成 PDF。请把 Chromium 或 Edge 升级到新版本后再试。";
        pdf = Convert.FromBase64String(data);
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket.Dispose();
        EndProcess();
        _process.Dispose();
        Remove(_profile);
    }

    internal void EndProcess()
    {
        try
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
            _process.WaitForExit(Leaving);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has just ended by itself, or is ending.
        }
    }

    // A browser may still write into its profile while it ends; what is left then lies in the folder for temporary files.
    private static void Remove(DirectoryInfo profile)
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // See above.
        }
    }

    private static Process? Launch(string program, string profile)
    {
        var start = new ProcessStartInfo(program, [.. Browser.Arguments(profile), "--remote-debugging-port=0", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            process.Dispose();
            return null;
        }

        // What it says is read away, so that it never waits for us.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    // The browser writes port and path of its protocol into its profile when it is ready.
    private string? Connect()
    {
        if (_socket.State == WebSocketState.Open)
            return null;
        var file = Path.Combine(_profile.FullName, PortFile);
        string[] lines;
        while ((lines = Lines(file)).Length < 2)
        {
            if (_process.HasExited)
                return "浏览器没有启动。请确认浏览器能正常打开网页。";
            _limit.WaitHandle.WaitOne(Pause);
            _limit.ThrowIfCancellationRequested();
        }

        var port = int.Parse(lines[0], CultureInfo.InvariantCulture);
        _socket.ConnectAsync(new UriBuilder("ws", "127.0.0.1", port, lines[1]).Uri, _limit).GetAwaiter().GetResult();
        return null;
    }

    private string? OpenPage()
    {
        _target = Call("Target.createTarget", new JsonObject { ["url"] = "about:blank" })?["targetId"]?.GetValue<string>();
        _page = Call("Target.attachToTarget", new JsonObject { ["targetId"] = _target, ["flatten"] = true })?["sessionId"]?.GetValue<string>();
        if (_page is null)
            return "浏览器不接受打印命令。请把 Chromium 或 Edge 升级到新版本后再试。";
        Call("Page.enable", []);
        return null;
    }

    private void ClosePage()
    {
        _page = null;
        if (_target is not null)
            Call("Target.closeTarget", new JsonObject { ["targetId"] = _target });
        _events.Clear();
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllLines(file) : [];
        }
        catch (IOException)
        {
            // It is being written.
            return [];
        }
    }

    // Null when the browser answers with an error.
    private JsonObject? Call(string method, JsonObject parameters)
    {
        var id = ++_calls;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (_page is not null)
            call["sessionId"] = _page;
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, endOfMessage: true, _limit).GetAwaiter().GetResult();
        while (true)
        {
            var answer = Receive();
            if (answer["id"] is null)
                _events.Add(answer);
            else if (answer["id"]!.GetValue<int>() == id)
                return answer["result"] as JsonObject;
        }
    }

    private void WaitFor(string name)
    {
        while (!_events.Exists(e => e["method"]?.GetValue<string>() == name))
            _events.Add(Receive());
        _events.Clear();
    }

    private JsonObject Receive()
    {
        using var message = new MemoryStream();
        var buffer = new byte[256 * 1024];
        while (true)
        {
            var part = _socket.ReceiveAsync(new ArraySegment<byte>(buffer), _limit).GetAwaiter().GetResult();
            if (part.MessageType == WebSocketMessageType.Close || message.Length + part.Count > LargestAnswer)
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return JsonNode.Parse(message.ToArray()) as JsonObject ?? [];
        }
    }
}
