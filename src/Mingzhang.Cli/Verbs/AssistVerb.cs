using System.CommandLine;
using System.Globalization;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Outputs;
using Mingzhang.Cli.Terminal;
using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Enrolment;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Data.Assistance;
using Mingzhang.Data.Intake;
using Mingzhang.Documents.Publishing;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz assist</c>: medical assistance of the persons of a folder, computed by dated policy (医疗救助核定).</summary>
internal static class AssistVerb
{
    private const int MostShown = 20;

    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var folder = new Argument<string>("DIR") { Description = session.Say("有“身份”“结算”两张表（CSV 或 Excel）的文件夹；有“已核定”的算差异", "folder with the sheets 身份 and 结算 (CSV or Excel); with 已核定 differences are told") };
        var place = new Option<string>("--place") { Description = session.Say("按哪个地区的政策，见 data/policies", "by the policies of which place, see data/policies"), HelpName = "地区", Required = true };
        var statement = new Option<string>("--statement") { Description = session.Say("打印这笔结算的计算书", "print the statement of this settlement"), HelpName = "结算编号" };
        var output = new Option<string>("--out") { Description = session.Say("核定、疑点、差异三张表写到哪个文件夹", "folder for the sheets of grants, doubts and differences"), HelpName = "DIR" };
        var command = new Command("assist", session.Say("按政策核定医疗救助，逐笔给出计算书", "compute medical assistance by policy, with a statement each")) { folder, place, statement, output };
        command.SetAction(call => Run(session, call.GetRequiredValue(folder), call.GetRequiredValue(place), call.GetValue(statement), call.GetValue(output)));
        return command;
    }

    private static int Run(Session session, string folder, string place, string? statement, string? output)
    {
        if (!session.Data.Assistance.Places.TryGetValue(place, out var policies))
        {
            return session.Refuse(
                $"没有“{place}”的政策；有：{string.Join('、', session.Data.Assistance.Places.Keys)}。新的地区请在 data/policies/医疗救助 加文件",
                $"no policies of “{place}”; there are: {string.Join(", ", session.Data.Assistance.Places.Keys)}. Add a file to data/policies/医疗救助");
        }

        var sheets = SheetInput.Read(folder);
        if (!sheets.IsRead)
            return session.Refuse(sheets.Error);
        var read = AssistanceFolder.Read(sheets.Value, policies, session.Data);
        foreach (var mistake in read.Mistakes)
            session.Error.WriteLine(Where(session, mistake) + mistake.Message);
        if (read.Persons.Count == 0)
            return session.Refuse("没有读到任何人：文件夹里应有名为“身份”和“结算”的表", "nobody was found: the folder should hold the sheets 身份 and 结算");
        var results = read.Persons.Select(p => PersonResult.Of(p, policies)).ToList();
        if (statement is not null)
            return Statement(session, results, statement);
        Summary(session, results, policies);
        foreach (var policy in session.Data.Enrolment.Where(p => p.Place == place))
        {
            if (read.Enrolled.TryGetValue(policy.Year, out var enrolled))
                Enrolment(session, policy, EnrolmentCheck.Of(policy, read.Persons.Select(p => (p.Person, p.Identities)), enrolled));
        }

        if (output is not null)
        {
            PublishedFile[] files = [new("核定.csv", GrantSheets.Grants(results)), new("疑点.csv", GrantSheets.Concerns(results)), new("差异.csv", GrantSheets.Differences(results))];
            if (FileOutput.Write(session, output, files) is not { } written)
                return ExitStatus.Unusable;
            foreach (var path in written)
                session.Error.WriteLine(session.Say($"已写入 {path}", $"written to {path}"));
        }

        return read.Mistakes.Count + results.Sum(r => r.Concerns.Count) > 0 ? ExitStatus.Found : ExitStatus.Fine;
    }

    private static int Statement(Session session, List<PersonResult> results, string id)
    {
        var assessment = results.SelectMany(r => r.Assessments).FirstOrDefault(a => a.Settlement.Id == id);
        if (assessment is null)
        {
            var concern = results.SelectMany(r => r.Concerns).FirstOrDefault(c => c.SettlementId == id);
            return concern is null
                ? session.Refuse($"没有结算“{id}”，或它已被冲正", $"there is no settlement “{id}”, or it was taken back")
                : session.Refuse($"结算“{id}”已停付：{concern.Message}", $"settlement “{id}” is stopped: {concern.Message}");
        }

        StatementOfGrant.Write(session.Output, assessment);
        return ExitStatus.Fine;
    }

    private static void Summary(Session session, List<PersonResult> results, PolicyBook policies)
    {
        var assessments = results.SelectMany(r => r.Assessments).ToList();
        var table = new TextTable(session.Say("救助对象", "subject"), [new(session.Say("人次", "cases")), new(session.Say("自付(元)", "eligible")), new(session.Say("救助(元)", "granted")), new(session.Say("占比", "share"))]);
        foreach (var group in assessments.Where(a => a.Amount > 0m).GroupBy(a => a.Benefit!.Subject).OrderByDescending(g => g.Sum(a => a.Amount)).ThenBy(g => g.Key, StringComparer.Ordinal))
            table.Add(group.Key, Cells([.. group]));
        table.Add(session.Say("合计", "total"), Cells([.. assessments.Where(a => a.Amount > 0m)]));
        table.Write(session.Output);
        session.Output.WriteLine(session.Say(
            $"{results.Count} 人，{assessments.Count} 笔结算，救助 {assessments.Count(a => a.Amount > 0m)} 笔，疑点 {results.Sum(r => r.Concerns.Count)} 处，差异 {results.Sum(r => r.Differences.Count)} 笔",
            $"{results.Count} persons, {assessments.Count} settlements, {assessments.Count(a => a.Amount > 0m)} granted, {results.Sum(r => r.Concerns.Count)} doubts, {results.Sum(r => r.Differences.Count)} differences"));
        if (policies.Versions.Any(v => v.HasExamples))
            session.Output.WriteLine(session.Say("注意：这个地区的政策里有示例值，没有文件依据，不能据此付款", "Mind: these policies hold example values without a source; nobody may be paid by them"));
        var concerns = results.SelectMany(r => r.Concerns.Select(c => (r.File.Person, Concern: c))).ToList();
        foreach (var (person, concern) in concerns.Take(MostShown))
            session.Output.WriteLine($"{person} {concern.SettlementId} {(concern.Stops ? "停付" : "转人工复核")}：{concern.Message}");
        if (concerns.Count > MostShown)
            session.Output.WriteLine(session.Say($"……还有 {concerns.Count - MostShown} 处，用 --out 写成表", $"… and {concerns.Count - MostShown} more; write them with --out"));
    }

    private static void Enrolment(Session session, EnrolmentPolicy policy, IReadOnlyList<EnrolmentCoverage> coverages)
    {
        session.Output.WriteLine();
        session.Output.WriteLine(session.Say($"{policy.Year} 年资助参保，按 {policy.ListDay:yyyy-MM-dd} 的名单", $"Subsidised enrolment of {policy.Year}, by the list of {policy.ListDay:yyyy-MM-dd}"));
        var table = new TextTable(
            session.Say("救助对象", "subject"),
            [new(session.Say("名单(人)", "listed")), new(session.Say("已参保", "enrolled")), new(session.Say("参保率", "rate")), new(session.Say("资助(元)", "subsidy"))]);
        foreach (var each in coverages)
        {
            table.Add(
                each.Subsidy.Subject, each.Listed.ToString(CultureInfo.InvariantCulture), each.Enrolled.ToString(CultureInfo.InvariantCulture),
                each.Rate is { } rate ? (rate * 100m).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "", each.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture));
        }

        table.Write(session.Output);
        foreach (var each in coverages.Where(c => c.Missing.Count > 0))
        {
            var more = each.Missing.Count > MostShown ? session.Say($"等 {each.Missing.Count} 人", $" and more, {each.Missing.Count} in all") : "";
            session.Output.WriteLine(session.Say($"{each.Subsidy.Subject}未参保：{string.Join('、', each.Missing.Take(MostShown))}{more}", $"{each.Subsidy.Subject} not enrolled: {string.Join(", ", each.Missing.Take(MostShown))}{more}"));
        }
    }

    private static string[] Cells(IReadOnlyList<Assessment> assessments)
    {
        var (eligible, amount) = (assessments.Sum(a => a.Settlement.Eligible), assessments.Sum(a => a.Amount));
        return
        [
            assessments.Count.ToString(CultureInfo.InvariantCulture), eligible.ToString("#,##0.00", CultureInfo.InvariantCulture), amount.ToString("#,##0.00", CultureInfo.InvariantCulture),
            eligible == 0m ? "" : (amount / eligible * 100m).ToString("0.0", CultureInfo.InvariantCulture) + "%",
        ];
    }

    // A mistake of the whole sheet has no row, one of the whole row no column.
    private static string Where(Session session, IntakeMistake mistake)
    {
        var row = mistake.Row is { } number ? session.Say($" 第 {number} 行", $" row {number}") : "";
        return mistake.File + row + (mistake.Column is { } column ? $"“{column}”" : "") + Quoted(mistake.Value) + session.Say("：", ": ");
    }

    private static string Quoted(string? value) => value is { Length: > 0 } ? $"（{value}）" : "";
}
