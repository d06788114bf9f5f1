using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;

namespace Mingzhang.Core.Compiling.Performance;

/// <summary>Texts of a form that follow from records where nobody wrote them (由记录得出的填报内容): causes, remedies, what last year's evaluation led to.</summary>
internal static class RecordedEntry
{
    private const string Remedies = "改进措施及结果应用方案", Basis = "项目立项依据";

    public static string? Of(string field, FormSubject subject) => field switch
    {
        CauseBook.Field when subject.IsFinal => Causes(subject),
        Remedies when subject.IsFinal => Joined(subject.Causes(MeasureTime.YearEnd).Where(c => c.Remedy is not null).Select(c => c.Remedy!)),
        _ => null,
    };

    /// <summary>What the forms of several projects say in a field, each named; null for fields that are no explanation, and where none says anything.</summary>
    public static string? Gathered(string field, IEnumerable<(string Name, string? Text)> members) =>
        field is CauseBook.Field or Remedies ? Joined(members.Where(m => m.Text is not null).Select(m => $"{m.Name}：{m.Text!.TrimEnd('。', '；')}").Distinct()) : null;

    /// <summary>What is added to a text that a person wrote: to the basis of a project, what last year's evaluation led to.</summary>
    public static string? Added(string field, FormSubject subject)
    {
        if (field != Basis || subject.IsFinal || subject.Project is not { } project)
            return null;
        return string.Concat(subject.Ledger.Performance.Uses.Where(u => u.ProjectCode == project.Code).Select(u => string.Create(
            CultureInfo.InvariantCulture,
            $"{u.Year}年绩效评价得{u.Score:0.##}分，{u.Measure}{(u.CutFen is > 0 and { } fen ? $"{FigureText.Format(fen / 1_000_000m, 2)}万元" : "")}，原因是{u.Reason ?? Draft.Mark($"{u.ProjectName}结果应用的理由")}。"))) is { Length: > 0 } text ? text : null;
    }

    // What is asked for and not said is a gap of the form.
    private static string? Causes(FormSubject subject)
    {
        var said = subject.Causes(MeasureTime.YearEnd).Select(c => $"{c.Indicator ?? "预算执行"}：{c.Cause}");
        var open = subject.Evaluation.Demands.Where(d => !d.IsGiven).Select(d => Draft.Mark($"{d.Indicator ?? "预算执行"}{d.Why}的原因"));
        return Joined(said.Concat(open));
    }

    private static string? Joined(IEnumerable<string> texts) => string.Join('；', texts.Select(t => t.TrimEnd('。', '；'))) is { Length: > 0 } text ? text + "。" : null;
}
