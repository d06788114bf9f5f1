using System.Globalization;

namespace Mingzhang.Cli.Terminal;

/// <summary>A bar that shows how far a long call is (进度条); only where standard error is a terminal and there are several inputs.</summary>
internal sealed class Progress(Session session, int total) : IDisposable
{
    private const int Width = 30;

    private int _done;
    private bool _isShown;

    /// <summary>One more is done.</summary>
    public void Step()
    {
        _done++;
        if (!session.IsTerminal || total < 2)
            return;
        var filled = Width * _done / total;
        session.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', filled)}{new string('.', Width - filled)}] {_done}/{total}"));
        _isShown = true;
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        if (_isShown)
            session.Error.Write("\r" + new string(' ', Width + 24) + "\r");
    }
}
