using Mingzhang.Core.Figures;

namespace Mingzhang.Cli.Terminal;

/// <summary>Places (位置) in words.</summary>
internal static class PlaceText
{
    /// <summary>Page or line, whichever is known; empty when neither is.</summary>
    public static string Short(Session session, Place at) => at switch
    {
        { Page: { } page } => session.Say($"第{page}页", $"p. {page}"),
        { Line: { } line } => session.Say($"第{line}行", $"line {line}"),
        _ => "",
    };
}
