using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Editions;
using Mingzhang.Data;

namespace Mingzhang.Cli;

/// <summary>What every verb is handed (一次调用).</summary>
/// <param name="Language">Language of what a person reads.</param>
/// <param name="Home">Folder that holds <c>data/</c>.</param>
/// <param name="Output">Standard output: results only.</param>
/// <param name="Error">Standard error: messages, progress.</param>
/// <param name="IsTerminal">Whether a person watches standard error.</param>
internal sealed record Session(Language Language, string Home, TextWriter Output, TextWriter Error, bool IsTerminal = false)
{
    private IReadOnlyList<Edition>? _editions;

    /// <summary>Classifications, editions and rules; read when a verb asks for them.</summary>
    public DataFolder Data { get; } = new(Path.Combine(Home, "data"));

    /// <summary>Runs the web site; null in the command line, which does without a web server so that it starts fast.</summary>
    public Func<Session, ServeRequest, int>? Serve { get; init; }

    /// <summary>Runs a worker; null in the command line, which does without a scheduler.</summary>
    public Func<Session, WorkRequest, int>? Work { get; init; }

    /// <summary>All editions.</summary>
    public IReadOnlyList<Edition> Editions => _editions ??= [.. Data.Editions.Editions];

    /// <summary>Reads all that auditing needs, and tells its mistakes.</summary>
    public IReadOnlyList<Formula> LoadData()
    {
        _ = Editions;
        _ = Data.Calculations;
        _ = Data.Wordings;
        return Data.Rules;
    }

    /// <summary>Begins to read the data in the background, while the document itself is opened. Mistakes are told where the data is asked for.</summary>
    public void Prepare(Func<DataFolder, object> part) => _ = Task.Run(() => part(Data));

    /// <summary>Picks one of two texts that say the same.</summary>
    public string Say(string chinese, string english) => Language.Say(chinese, english);

    /// <summary>Writes the one line that says what is wrong and how to mend it.</summary>
    /// <returns><see cref="ExitStatus.Unusable"/>.</returns>
    public int Refuse(string chinese, string english)
    {
        Error.WriteLine(Say(chinese, english).ReplaceLineEndings(" "));
        return ExitStatus.Unusable;
    }

    /// <summary>Writes why an input could not be used, each mistake in a line of its own.</summary>
    /// <returns><see cref="ExitStatus.Unusable"/>.</returns>
    public int Refuse(string error)
    {
        Error.WriteLine(error);
        return ExitStatus.Unusable;
    }
}

/// <summary>What <c>./mz serve</c> was asked for (启动网站).</summary>
/// <param name="Urls">Addresses to listen on, parted by “;”.</param>
/// <param name="Database">Database; null for the default.</param>
/// <param name="IsOffice">Whether a new database is an office's own rather than the demonstration.</param>
internal sealed record ServeRequest(string Urls, string? Database, bool IsOffice);

/// <summary>What <c>./mz worker</c> was asked for (启动审核工作节点).</summary>
/// <param name="Database">Database; null for the default.</param>
/// <param name="Added">Files and folders to put into the queue first.</param>
/// <param name="ListsOnly">Whether only the queue is to be listed.</param>
/// <param name="UntilEmpty">Whether to end when nothing is left.</param>
/// <param name="Jobs">How many documents at a time.</param>
internal sealed record WorkRequest(string? Database, IReadOnlyList<string> Added, bool ListsOnly, bool UntilEmpty, int Jobs);
