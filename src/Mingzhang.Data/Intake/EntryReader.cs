using System.Globalization;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;
using static Mingzhang.Core.Execution.EntryCells;

namespace Mingzhang.Data.Intake;

/// <summary>Makes an entry of cells (一行成一笔). Words of an export that were understood once are remembered: a year's export repeats them a million times.</summary>
internal sealed class EntryReader(EntryContext context)
{
    // A summary says what, not everything.
    private const int LongestSummary = 200, LongestVoucher = 40, LongestItem = 60;

    private readonly Dictionary<(string Kind, string Unit, string Project, string Category, string Function, string Economic, string Fund, string Year), (EntryKind Kind, LineKey? Line, string? Problem)> _lines = [];
    private readonly Dictionary<string, DateOnly?> _dates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _units = new(StringComparer.Ordinal);
    private readonly HashSet<string> _above = [.. context.Units.Select(u => u.ParentCode).OfType<string>()];

    public (ExecutionEntry? Entry, string? Problem) Read(Func<string, string> cell)
    {
        if (cell(Voucher) is not { Length: > 0 and <= LongestVoucher } voucher)
            return (null, cell(Voucher).Length == 0 ? "“凭证号”没有填：靠它认出重复的，必填。" : $"“凭证号”超过 {LongestVoucher} 个字。");
        if (DateOf(cell(Date)) is not { } on)
            return (null, $"“日期”填的是“{cell(Date)}”，不是日期：请写成 2024-03-05。");
        var (fen, why) = FenOf(cell);
        if (why is not null)
            return (null, why);
        var words = (cell(Kind), cell(Unit), cell(EntryCells.Project), cell(Category), cell(Function), cell(Economic), cell(Fund), cell(Year));
        if (!_lines.TryGetValue(words, out var made))
            _lines[words] = made = Line(words);
        if (made.Problem is not null)
            return (null, made.Problem);
        var payee = Value(Payee, cell(Payee));
        if (payee.Length > 0 && !ExecutionEntry.PayeeKinds.Contains(payee))
            return (null, $"“收款人类别”填的是“{cell(Payee)}”：应是{string.Join('、', ExecutionEntry.PayeeKinds)}之一，或空着。");
        var counterpart = cell(Counterpart) is { Length: > 0 } other ? UnitOf(other) : null;
        if (cell(Counterpart).Length > 0 && (counterpart is null || counterpart == made.Line!.UnitCode))
            return (null, $"“对方单位”填的是“{cell(Counterpart)}”：只填本部门另一个所属单位的代码，外单位空着。");
        var (procured, unclear) = ProcuredOf(cell(Procured), made.Kind);
        if (unclear is not null)
            return (null, unclear);
        var summary = cell(Summary);
        return (new ExecutionEntry(made.Kind, on, voucher, made.Line!, fen, payee.Length > 0 ? payee : counterpart is null ? null : "本部门单位", counterpart, summary.Length > LongestSummary ? summary[..LongestSummary] : summary) { Procured = procured }, null);
    }

    // What was bought by government procurement: an item of the catalogue, or at least its kind.
    private (string? Item, string? Problem) ProcuredOf(string text, EntryKind kind)
    {
        var item = Value(Procured, text);
        if (item.Length == 0 || item is "否" or "无")
            return (null, null);
        if (kind is not (EntryKind.Payment or EntryKind.Refund))
            return (null, $"“采购品目”填的是“{text}”：只有支付和退回才填。");
        return ProcurementLine.Kinds.Contains(item) || (item.Length <= LongestItem && item.TrimStart('[', '【') is [>= 'A' and <= 'C', ..])
            ? (item, null)
            : (null, $"“采购品目”填的是“{text}”：应是货物、工程、服务，或以 A、B、C 开头的品目编码，例如 [C0803]审计服务；不是政府采购的空着。");
    }

    // One column, or one for each side: what is credited to an expense takes back.
    private static (long Fen, string? Problem) FenOf(Func<string, string> cell)
    {
        if (cell(Amount) is { Length: > 0 } amount)
            return FenText.TryParse(amount, out var fen, out var reason) ? (fen, null) : (0, $"“金额”填的是“{amount}”，{reason}");
        var (debit, credit) = (cell(Debit), cell(Credit));
        if (debit.Length == 0 && credit.Length == 0)
            return (0, "“金额”没有填。");
        long taken = 0, given = 0;
        if (debit.Length > 0 && !FenText.TryParse(debit, out taken, out var bad))
            return (0, $"“借方”填的是“{debit}”，{bad}");
        return credit.Length > 0 && !FenText.TryParse(credit, out given, out var worse) ? (0, $"“贷方”填的是“{credit}”，{worse}") : (taken - given, null);
    }

    private (EntryKind, LineKey?, string?) Line((string Kind, string Unit, string Project, string Category, string Function, string Economic, string Fund, string Year) words)
    {
        var economic = ExportWords.Code(words.Economic);
        var kindWord = Value(Kind, words.Kind);
        if ((kindWord.Length == 0 ? (economic.Length > 0 ? EntryKind.Payment : EntryKind.Receipt) : EntryKinds.Parse(kindWord)) is not { } kind)
            return (default, null, $"“事项”填的是“{words.Kind}”：应是{string.Join('、', EntryKinds.All.Select(k => k.ChineseName()))}之一。");
        if (UnitOf(words.Unit) is not { } unit)
            return (kind, null, words.Unit.Length == 0 ? "“单位代码”没有填，本部门记账的单位不止一个。" : $"“单位代码”填的是“{words.Unit}”，本部门没有这个记账单位。");
        var year = Value(Year, words.Year);
        if (year.Length > 0 && year != MoneyYear.Current.ChineseName() && year != MoneyYear.Carried.ChineseName())
            return (kind, null, $"“资金年度”填的是“{words.Year}”：应是本年或上年结转。");
        var carried = year == MoneyYear.Carried.ChineseName() || (year.Length == 0 && kind == EntryKind.CarriedIn);
        var spends = kind.Flow() == Flow.Expenditure;
        var project = spends ? ProjectOf(words.Project) : "";
        var key = new LineKey(
            kind.Flow(), unit, project, spends ? Value(Category, words.Category) : "", ExportWords.Code(words.Function), spends ? economic : "", Value(Fund, words.Fund), carried && spends ? MoneyYear.Carried : MoneyYear.Current);
        if (context.Lines.Find(key) is not null)
            return (kind, key, null);
        if (key.Category.Length == 0 && context.Lines.FindWithoutCategory(key) is { } only)
            return (kind, only.Key, null);
        return (kind, key, Unknown(key, words));
    }

    // What is on no line yet must at least be made of codes that exist.
    private string? Unknown(LineKey key, (string Kind, string Unit, string Project, string Category, string Function, string Economic, string Fund, string Year) words)
    {
        if (!context.Known.Functions.Contains(key.FunctionCode))
            return $"“功能科目”填的是“{words.Function}”：{context.Year} 年的支出功能分类没有这个“项”（7 位）。";
        if (!context.Known.Funds.Contains(key.Fund))
            return $"“资金来源”填的是“{words.Fund}”，认不出：应是 {string.Join('、', context.Known.Funds.Take(4))} 等。";
        if (key.Flow != Flow.Expenditure)
            return null;
        if (!context.Known.Economics.Contains(key.EconomicCode))
            return $"“经济科目”填的是“{words.Economic}”：{context.Year} 年的部门预算支出经济分类没有这个“款”（5 位）。";
        if (!context.Projects.ContainsKey(key.ProjectCode))
            return $"“项目编码”填的是“{words.Project}”：本年预算里没有这个项目。";
        if (key.Category.Length > 0)
            return context.Known.Categories.Contains(key.Category) ? null : $"“支出类别”填的是“{words.Category}”：应是{string.Join('、', context.Known.Categories)}之一。";
        return EntryKinds.Parse(Value(Kind, words.Kind))?.ChangesBudget() == true
            ? "新增的指标要填“支出类别”。"
            : $"没有这条指标（{key.Words}），或有几条只差“支出类别”：请核对单位、项目、功能科目、经济科目、资金来源和资金年度；要新增，先记“追加”或“调剂”。";
    }

    private string? UnitOf(string text)
    {
        if (_units.TryGetValue(text, out var known))
            return known;
        var booked = context.Units.Where(u => !_above.Contains(u.Code)).ToList();
        var code = ExportWords.Code(text);
        var found = text.Length == 0 ? (booked.Count == 1 ? booked[0] : null) : booked.FirstOrDefault(u => u.Code == code) ?? booked.FirstOrDefault(u => u.Name == text);
        return _units[text] = found?.Code;
    }

    private string ProjectOf(string text)
    {
        var code = ExportWords.Code(text);
        if (context.Projects.ContainsKey(code))
            return code;
        var named = context.Projects.Where(p => p.Value == text).Select(p => p.Key).Take(2).ToList();
        return named.Count == 1 ? named[0] : code;
    }

    private DateOnly? DateOf(string text)
    {
        if (_dates.TryGetValue(text, out var known))
            return known;
        string[] forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];
        // A spreadsheet gives a date its hours, too.
        var day = text.Split(' ', 'T')[0];
        return _dates[text] = DateOnly.TryParseExact(day, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private string Value(string column, string text) => ExportWords.Value(context.Exports, column, text);
}
