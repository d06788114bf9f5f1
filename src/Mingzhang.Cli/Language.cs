namespace Mingzhang.Cli;

/// <summary>The language a person reads (界面语言): Chinese, or English by <c>--lang en</c>.</summary>
/// <param name="IsEnglish">True for English.</param>
internal sealed record Language(bool IsEnglish)
{
    /// <summary>Name of the option, valid with every verb.</summary>
    public const string Option = "--lang";

    /// <summary>Finds the language before anything is parsed, as help and errors are already to be in it.</summary>
    public static Language Of(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count && args[i] != "--"; i++)
        {
            if (args[i] is Option + "=en" or Option + ":en" || (args[i] == Option && i + 1 < args.Count && args[i + 1] == "en"))
                return new Language(true);
        }

        return new Language(false);
    }

    /// <summary>Picks one of two texts that say the same.</summary>
    public string Say(string chinese, string english) => IsEnglish ? english : chinese;
}
