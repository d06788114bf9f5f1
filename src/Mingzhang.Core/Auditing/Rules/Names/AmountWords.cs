using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>How amounts are written in sentences (金额的写法).</summary>
internal static partial class AmountWords
{
    /// <summary>An amount in 万元.</summary>
    [GeneratedRegex("[0-9][0-9,]*(\\.[0-9]+)?万元")]
    internal static partial Regex Amount();
}
