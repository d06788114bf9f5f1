using Mingzhang.Data;

namespace Mingzhang.Cli;

/// <summary>What every verb is handed (一次调用).</summary>
/// <param name="Language">Language of what a person reads.</param>
/// <param name="Home">Folder that holds <c>data/</c>.</param>
/// <param name="Output">Standard output: results only.</param>
/// <param name="Error">Standard error: messages, progress.</param>
internal sealed record Session(Language Language, string Home, TextWriter Output, TextWriter Error)
{
    /// <summary>Classifications, editions and rules; read when a verb asks for them.</summary>
    public DataFolder Data { get; } = new(Path.Combine(Home, "data"));

    /// <summary>Picks one of two texts that say the same.</summary>
    public string Say(string chinese, string english) => Language.Say(chinese, english);

    /// <summary>Writes the one line that says what is wrong and how to mend it.</summary>
    /// <returns><see cref="ExitStatus.Unusable"/>.</returns>
    public int Refuse(string chinese, string english)
    {
        Error.WriteLine(Say(chinese, english).ReplaceLineEndings(" "));
        return ExitStatus.Unusable;
    }
}
