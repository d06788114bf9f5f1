namespace Mingzhang.Cli;

/// <summary>What the program tells the shell (退出码).</summary>
internal static class ExitStatus
{
    /// <summary>Done, nothing found.</summary>
    public const int Fine = 0;

    /// <summary>Errors or differences were found, or some of several inputs could not be read.</summary>
    public const int Found = 1;

    /// <summary>Nothing could be read, or the call itself is wrong; one line on standard error says what to do.</summary>
    public const int Unusable = 2;

    /// <summary>A defect of Mingzhang itself.</summary>
    public const int Defect = 3;
}
