namespace Mingzhang.Core.Narrative;

/// <summary>Which of the figures of a thing an amount is (数的角色).</summary>
public enum AmountRole
{
    /// <summary>The figure itself: the budget in a budget, the outturn in final accounts.</summary>
    Stated,

    /// <summary>年初预算.</summary>
    InitialBudget,

    /// <summary>全年预算, 调整预算: after adjustment, or plainly 预算.</summary>
    AdjustedBudget,

    /// <summary>支出决算, 执行数.</summary>
    Outturn,
}

/// <summary>Direction of a change (增减方向).</summary>
public enum Direction
{
    /// <summary>增加, 增长.</summary>
    Up = 1,

    /// <summary>减少, 下降.</summary>
    Down = -1,
}

/// <summary>How a list of parts is introduced (列举方式).</summary>
public enum ListKind
{
    /// <summary>其中: some or all parts.</summary>
    Among,

    /// <summary>包括, 具体如下: all parts.</summary>
    Consists,

    /// <summary>主要包括, 主要用于: the main parts.</summary>
    Mainly,

    /// <summary>In brackets behind the amount.</summary>
    Bracket,
}

/// <summary>An amount a sentence states (文字中的金额).</summary>
public sealed class AmountClaim
{
    /// <summary>What it is of, without year, ordinals and words such as 为; empty when the sentence does not say.</summary>
    public required string Subject { get; set; }

    /// <summary>The subject with its year: names of projects may begin with one.</summary>
    public required string FullSubject { get; set; }

    /// <summary>Who the sentence says it is of, e.g. an agency before the year; empty when nobody is named.</summary>
    public string Who { get; init; } = "";

    /// <summary>Where the subject stands.</summary>
    public required TextSpan SubjectSpan { get; init; }

    /// <summary>Which figure of its subject it is.</summary>
    public required AmountRole Role { get; set; }

    /// <summary>Year the sentence gives it; null when it names none.</summary>
    public int? Year { get; init; }

    /// <summary>The number.</summary>
    public required Quantity Amount { get; init; }

    /// <summary>Number of its sentence within the paragraph, from 0.</summary>
    public required int Sentence { get; init; }

    /// <summary>Whether it stands within a reason or a use, where amounts explain and state nothing of their own.</summary>
    public bool IsAside { get; init; }

    /// <summary>The amount it is a part of; null for none.</summary>
    public AmountClaim? Parent { get; internal set; }

    /// <summary>How the parts of this amount are introduced; null when it has none.</summary>
    public ListKind? PartsBy { get; internal set; }

    /// <summary>Its parts, in order. A second list (支出包括 after 收入包括) is in <see cref="MoreParts"/>.</summary>
    public List<AmountClaim> Parts { get; } = [];

    /// <summary>Further lists of parts, each complete in itself.</summary>
    public List<List<AmountClaim>> MoreParts { get; } = [];

    /// <summary>From the subject to the unit.</summary>
    public TextSpan Span => new(Math.Min(SubjectSpan.Start, Amount.Span.Start), Amount.Span.End);
}

/// <summary>A change a sentence states (增减): “比2023年预算减少 1.2 万元，下降 3.4%”.</summary>
public sealed class ChangeClaim
{
    /// <summary>What has changed; empty when it is the amount before.</summary>
    public required string Subject { get; init; }

    /// <summary>The comparison as worded, e.g. 2023年预算, 上年, 年初预算数; null when there is none.</summary>
    public string? Base { get; init; }

    /// <summary>Year compared with; null when none is named.</summary>
    public int? BaseYear { get; init; }

    /// <summary>Direction of the amount, or of the rate where no amount is given.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Word of the direction.</summary>
    public required string Word { get; init; }

    /// <summary>By how much; null when only a rate is given.</summary>
    public Quantity? Delta { get; internal set; }

    /// <summary>By how many per cent; null when only an amount is given.</summary>
    public Quantity? Rate { get; internal set; }

    /// <summary>Direction said with the rate; null when there is no rate.</summary>
    public Direction? RateDirection { get; internal set; }

    /// <summary>Word of the rate's direction.</summary>
    public string? RateWord { get; internal set; }

    /// <summary>The amount after the change; null when the paragraph does not say.</summary>
    public AmountClaim? Now { get; init; }

    /// <summary>Number of its sentence within the paragraph, from 0.</summary>
    public required int Sentence { get; init; }

    /// <summary>Whether it stands within a reason.</summary>
    public bool IsAside { get; init; }

    /// <summary>The words.</summary>
    public required TextSpan Span { get; set; }
}

/// <summary>A share (占比): “占本年支出合计的 12.3%”.</summary>
/// <param name="Rate">The share.</param>
/// <param name="Whole">Of what, as worded; empty when it is the list's total.</param>
/// <param name="Part">The amount it is the share of; null when the paragraph does not say.</param>
/// <param name="Span">The words.</param>
public sealed record ShareClaim(Quantity Rate, string Whole, AmountClaim? Part, TextSpan Span);

/// <summary>A degree of completion (完成率): “完成年初预算的 95.4%”, “执行率 98.7%”.</summary>
/// <param name="Rate">The degree.</param>
/// <param name="Base">Of what, as worded; empty for 执行率.</param>
/// <param name="Budget">The budget; null when the paragraph does not say.</param>
/// <param name="Outturn">The outturn; null when the paragraph does not say.</param>
/// <param name="Sentence">Number of its sentence within the paragraph.</param>
/// <param name="Span">The words.</param>
public sealed record CompletionClaim(Quantity Rate, string Base, AmountClaim? Budget, AmountClaim? Outturn, int Sentence, TextSpan Span);

/// <summary>A comparison without a number (比较词): “决算数小于预算数”, “与上年持平”.</summary>
/// <param name="Subject">What is compared.</param>
/// <param name="Base">With what.</param>
/// <param name="Sign">-1 smaller, 0 equal, 1 greater.</param>
/// <param name="Word">The word.</param>
/// <param name="Sentence">Number of its sentence within the paragraph.</param>
/// <param name="Span">The words.</param>
public sealed record ComparisonClaim(string Subject, string Base, int Sign, string Word, int Sentence, TextSpan Span);

/// <summary>A code named by its path (类款项): “卫生健康支出（类）医疗救助（款）城乡医疗救助（项）”.</summary>
/// <param name="Class">类.</param>
/// <param name="Group">款; null when not named.</param>
/// <param name="Item">项; null when not named.</param>
/// <param name="Span">The words.</param>
public sealed record CodePathClaim(string Class, string? Group, string? Item, TextSpan Span);

/// <summary>A list of names without amounts (列名): “主要包括：基本工资、津贴补贴”.</summary>
/// <param name="Subject">Whose parts they are, e.g. 人员经费.</param>
/// <param name="Owner">The amount they are parts of; null when none is stated.</param>
/// <param name="Names">The names in order with their places.</param>
/// <param name="IsOpen">Whether the list ends with 等.</param>
/// <param name="Span">The words.</param>
public sealed record NameListClaim(string Subject, AmountClaim? Owner, IReadOnlyList<(string Name, TextSpan Span)> Names, bool IsOpen, TextSpan Span);
