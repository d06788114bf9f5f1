using System.Text.RegularExpressions;

namespace Mingzhang.Core.Narrative;

/// <summary>The words the grammar knows (语法用词), each kind once.</summary>
internal static partial class ParagraphWords
{
    /// <summary>Words of rising.</summary>
    public const string Up = "增加|增长|上升|提高|上涨|增幅|增支|调增|追加|增多|上浮";

    /// <summary>Words of falling.</summary>
    public const string Down = "减少|下降|降低|降幅|减幅|压减|压缩|减支|调减|核减|回落|下浮|缩减";

    /// <summary>The direction before a number: subject, comparison, direction word and, where a form left it, the other word in brackets.</summary>
    [GeneratedRegex($"^(?<rest>.*?)(?:各|均|分别|共|同比|也)*(?<word>{Up}|{Down})(?:（(?<other>{Up}|{Down})）)?(?:了|额|数|额为|幅度|幅度为|率为|率|比例)?(?:为|约|达|各|均|：)*$")]
    public static partial Regex Change();

    /// <summary>A comparison at the end of what stands before the direction word.</summary>
    [GeneratedRegex(@"(?:与|比|较|同|相较于|对比)(?<base>(?:20\d\d年?度?|上年|上一|上度|去年|前年|本年|当年|年初|全年|预算|同期)[^，。；]*?)(?:相比|比较|比)?，?$")]
    public static partial Regex Base();

    /// <summary>A comparison that is a piece of its own: “与2023年度相比”.</summary>
    [GeneratedRegex(@"^(?:与|比|较|同|相较于|对比)(?<base>.*?)(?:相比|比较|相对比|比)?$")]
    public static partial Regex BasePiece();

    /// <summary>The year of a comparison.</summary>
    [GeneratedRegex(@"20\d\d")]
    public static partial Regex Year();

    /// <summary>What the parts of a sentence are parts of: “‘三公’经费支出决算中，…”.</summary>
    [GeneratedRegex("^(?<whole>[^，。；：、]{3,40}?)中[，：]")]
    public static partial Regex Introduction();

    /// <summary>A share before its number.</summary>
    [GeneratedRegex("^(?<part>.*?)占(?<whole>[^，]*?)(?:的)?(?:比重|比例|比率|比)?(?:为|是|达到|达|约)*$")]
    public static partial Regex Share();

    /// <summary>A degree of completion before its number.</summary>
    [GeneratedRegex("^(?<subject>.*?)(?:完成(?<base>[^，完]*?)的?|(?:预算|资金|支出|项目|整体|绩效)*(?:执行率|完成率|支出率|执行进度))(?:为|是|达到|达|约)*$")]
    public static partial Regex Completion();

    /// <summary>A degree of completion whose budget follows as a number: “完成预算 15 万元的 70%”.</summary>
    [GeneratedRegex("^完成(?:了)?(?<base>(?:年初|全年|年度|当年|调整后?的?)?预算数?)$")]
    public static partial Regex CompletionOf();

    /// <summary>The end of a piece that announces a list.</summary>
    [GeneratedRegex("(?:(?<mainly>主要(?:包括|用于|有|为))(?:以下(?:几个)?方面)?|(?<among>其中(?:包括|有)?)|(?<consists>具体包括|包括|分别为|分别是|(?:安排|支出|收入|构成)?情况(?:如下|为)|如下|具体为|构成))$")]
    public static partial Regex ListOpener();

    /// <summary>A list word glued to its first part: “其中办公费”.</summary>
    [GeneratedRegex("^(?:(?<among>其中)|(?<consists>包括|分别为|分别是)|(?<mainly>主要包括))(?=.)")]
    public static partial Regex GluedOpener();

    /// <summary>The start of a reason.</summary>
    [GeneratedRegex("原因(?:是|为|系|在于|：|$)|^主要(?:是|由于|系|因|为了)|^(?:是)?由于|^(?:是)?因为|^因(?!公出国)|^系")]
    public static partial Regex Reason();

    /// <summary>The start of a use.</summary>
    [GeneratedRegex("^(?:主要)?(?:是)?用于(?!以下)|^用途")]
    public static partial Regex Use();

    /// <summary>A path of code names.</summary>
    [GeneratedRegex("(?<class>[^，。；：、（）“”0-9.]{2,25})（类）(?:支出)?(?:(?<group>[^。；：，]{2,40}?)（款）(?:(?<item>[^。；：，]{2,40}?)（项）)?)?")]
    public static partial Regex CodePath();

    /// <summary>Greater, smaller, equal.</summary>
    [GeneratedRegex("(?<subject>[^，。；：]{0,40}?)(?:(?<less>小于|低于|少于)|(?<more>大于|高于|多于|超过)|(?<equal>等于))(?<base>(?:年初|全年|调整后?|年度)?预算数?)|(?<subject>[^，。；：]{0,40}?)(?:与|同|较|比|和)(?<base>[^，。；：]{1,25}?)(?<equal>持平|一致|相同|相等|无变化|没有变化)")]
    public static partial Regex Comparison();

    /// <summary>A list of names without numbers.</summary>
    [GeneratedRegex("(?:主要)?(?:包括|用于|有)：(?<list>[^。；：]+)")]
    public static partial Regex NameList();

    /// <summary>The ordinal at the head of a paragraph.</summary>
    [GeneratedRegex(@"^(?:（(?<bracketChinese>[一二三四五六七八九十]+)）|（(?<bracketDigit>\d{1,3})）|(?<chinese>[一二三四五六七八九十]+)、|(?<digit>\d{1,3})[、.．](?!\d)|(?<circle>[①-⑳])|(?<word>[一二三四五六七八九十]+是))")]
    public static partial Regex Ordinal();
}
