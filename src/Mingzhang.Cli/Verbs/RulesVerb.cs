using System.CommandLine;
using System.Globalization;
using System.Text;
using Mingzhang.Cli.Terminal;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Rules;
using Mingzhang.Data.Rules;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz rules</c>: the catalogue of formulas, and the check of a person's rule file (规则).</summary>
internal static class RulesVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var command = new Command("rules", session.Say("审核规则一览；检查自己写的规则文件", "the catalogue of rules; check a rule file"))
        {
            List(session), Show(session), Check(session),
        };
        command.SetAction(_ => WriteAll(session));
        return command;
    }

    private static Command List(Session session)
    {
        var markdown = new Option<bool>("--markdown") { Description = session.Say("写成 Markdown（docs/rules.md）", "as Markdown (docs/rules.md)") };
        var command = new Command("list", session.Say("列出全部规则", "list all rules")) { markdown };
        command.SetAction(call => call.GetValue(markdown) ? WritePage(session) : WriteAll(session));
        return command;
    }

    private static int WritePage(Session session)
    {
        session.Output.Write(RulePage.Markdown(session.Data));
        return ExitStatus.Fine;
    }

    private static Command Show(Session session)
    {
        var id = new Argument<string>("ID") { Description = session.Say("编号，如 BG-2001", "id, e.g. BG-2001") };
        var command = new Command("show", session.Say("一条规则的全文、说明和依据", "one rule in full")) { id };
        command.SetAction(call => WriteOne(session, call.GetRequiredValue(id)));
        return command;
    }

    private static Command Check(Session session)
    {
        var file = new Argument<string>("FILE") { Description = session.Say("规则文件", "rule file") };
        var command = new Command("check", session.Say("检查规则文件，指出错误的行和列", "check a rule file, naming line and column of mistakes")) { file };
        command.SetAction(call => CheckFile(session, call.GetRequiredValue(file)));
        return command;
    }

    private static IEnumerable<Formula> All(Session session) => session.LoadData() is var rules ? session.Data.Calculations.Concat(rules) : [];

    private static int WriteAll(Session session)
    {
        // Editions that print a table in the same way write the same formula each.
        var formulas = All(session).DistinctBy(f => (f.FormId, f.Id, f.Body)).ToList();
        foreach (var form in formulas.GroupBy(f => f.FormId is null ? f.Source.File : $"《{f.FormId}》"))
        {
            session.Output.WriteLine(form.Key);
            foreach (var formula in form)
            {
                TextWrap.Write(session.Output, $"  {formula.Id}  ", Scope(formula) + formula.Body + (formula.IsSoft ? session.Say("（提示）", " (soft)") : ""));
                if (formula.Explanation is { } explanation)
                    TextWrap.Write(session.Output, "           ", explanation);
            }

            session.Output.WriteLine();
        }

        if (RuleRegister.All.Count > 0)
        {
            session.Output.WriteLine(session.Say("文字、名称、编码、年度等规则", "Rules of wording, names, codes, years"));
            foreach (var rule in RuleRegister.All)
                TextWrap.Write(session.Output, $"  {rule.Info.Id}  ", rule.Info.Sentence);
            session.Output.WriteLine();
        }

        session.Output.WriteLine(session.Say(
            $"共 {formulas.Count} 条公式，{RuleRegister.All.Count} 条其他规则",
            $"{formulas.Count} formulas, {RuleRegister.All.Count} other rules"));
        return ExitStatus.Fine;
    }

    private static int WriteOne(Session session, string id)
    {
        var formulas = All(session).ToList();
        var found = formulas.Where(f => f.Id.Equals(id, StringComparison.OrdinalIgnoreCase)).ToList();
        var others = RuleRegister.All.Where(r => r.Info.Id.Equals(id, StringComparison.OrdinalIgnoreCase)).Select(r => r.Info).ToList();
        if (found.Count + others.Count == 0)
        {
            var family = formulas.Select(f => f.Id).Concat(RuleRegister.All.Select(r => r.Info.Id)).Distinct(StringComparer.Ordinal).Where(i => i.StartsWith(id[..Math.Min(4, id.Length)], StringComparison.OrdinalIgnoreCase)).Take(5).ToList();
            var near = family.Count == 0 ? "" : session.Say($"，例如有 {string.Join('、', family)}", $", there is e.g. {string.Join(", ", family)}");
            return session.Refuse($"没有编号为“{id}”的规则{near}；全部编号见 ./mz rules list", $"there is no rule “{id}”{near}; see ./mz rules list");
        }

        foreach (var formula in found)
        {
            session.Output.WriteLine(formula.Id + (formula.IsSoft ? session.Say("（提示性：不符只算疑点）", " (soft: a warning at most)") : ""));
            Part("公式", "Formula", Scope(formula) + formula.Body);
            Part("位置", "Where", formula.FormId is { } form ? $"《{form}》" : session.Say("表间", "between tables"));
            Part("说明", "Meaning", formula.Explanation);
            Part("依据", "Basis", formula.Basis);
            Part("年度", "Years", formula.From is null && formula.To is null ? null : $"{formula.From}-{formula.To}");
            Part("出处", "Source", string.Create(CultureInfo.InvariantCulture, $"{formula.Source.File} {session.Say("第", "line ")}{formula.Source.Line}{session.Say("行", "")}"));
            session.Output.WriteLine();
        }

        foreach (var rule in others)
        {
            session.Output.WriteLine(rule.Id);
            Part("规则", "Rule", rule.Sentence);
            Part("依据", "Basis", rule.Basis);
            session.Output.WriteLine();
        }

        return ExitStatus.Fine;

        void Part(string chinese, string english, string? text)
        {
            if (text is not null)
                TextWrap.Write(session.Output, "  " + TextWidth.Pad(session.Say(chinese, english), 9), text);
        }
    }

    private static int CheckFile(Session session, string path)
    {
        var content = SourceReaders.ReadBytes(path);
        if (!content.IsRead)
            return session.Refuse(content.Error);
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content.Value).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return session.Refuse($"{path}：不是 UTF-8 编码的文本，请另存为 UTF-8 再试", $"{path}: not UTF-8 text, save it as UTF-8");
        }

        var mistakes = new List<FormulaMistake>();
        var formulas = RuleFile.Parse(text, Path.GetFileName(path), mistakes);
        mistakes.AddRange(FormulaCatalogue.CheckBetween(formulas, session.Editions));
        if (mistakes.Count > 0)
        {
            MistakeText.Write(session, session.Output, mistakes);
            return ExitStatus.Found;
        }

        session.Output.WriteLine(session.Say($"{path}：{formulas.Count} 条公式，没有发现错误", $"{path}: {formulas.Count} formulas, no mistake found"));
        return ExitStatus.Fine;
    }

    private static string Scope(Formula formula) => formula.Scope switch
    {
        FormulaScope.EachRow => "每行 ",
        FormulaScope.EachColumn => "每列 ",
        FormulaScope.Documents => "文件间 ",
        _ => "",
    };
}
