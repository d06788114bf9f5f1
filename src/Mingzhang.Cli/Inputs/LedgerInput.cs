using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Cli.Inputs;

/// <summary>A ledger folder (台账文件夹) given to a verb.</summary>
internal static class LedgerInput
{
    /// <summary>Whether the path is a ledger folder rather than a folder of documents.</summary>
    public static bool Is(string path) => File.Exists(Path.Combine(path, "台账.yaml"));

    /// <summary>Reads the ledger; null after all its mistakes were told.</summary>
    public static Ledger? Read(Session session, string folder)
    {
        try
        {
            var load = LedgerLoader.Load(folder, session.Data.Catalogue);
            if (load.Ledger is not null)
                return load.Ledger;
            session.Error.WriteLine(session.Say(
                $"台账 {folder} 有 {load.Mistakes.Count} 处错误，请改正后再试：",
                $"the ledger {folder} has {load.Mistakes.Count} mistakes, please correct them and try again:"));
            foreach (var mistake in load.Mistakes)
                session.Error.WriteLine("  " + mistake);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            session.Refuse($"读不了台账 {folder}（{e.Message}）：请检查权限，以及文件是否被其他程序占用", $"cannot read the ledger {folder} ({e.Message})");
        }

        return null;
    }

    /// <summary>Compiles what is asked for: the given kind, or every kind the ledger names an edition for; null after it was told why not.</summary>
    public static IReadOnlyList<Disclosure>? Compile(Session session, Ledger ledger, DisclosureKind? kind)
    {
        var disclosures = new List<Disclosure>();
        foreach (var each in (DisclosureKind[])[DisclosureKind.Budget, DisclosureKind.Final])
        {
            var id = each == DisclosureKind.Budget ? ledger.Settings.BudgetEdition : ledger.Settings.FinalEdition;
            var name = each == DisclosureKind.Budget ? "预算" : "决算";
            if ((kind ?? each) != each || (kind is null && id is null))
                continue;
            if (id is null)
            {
                session.Refuse($"台账里没有{name}：台账.yaml 没有填{name}版本", $"the ledger holds no {kind}: 台账.yaml names no {name}版本");
                return null;
            }

            if (session.Data.Editions.Find(id) is not { } edition || edition.Kind != each)
            {
                var known = string.Join('、', session.Data.Editions.Editions.Where(e => e.Kind == each).Select(e => e.Id));
                session.Refuse($"台账.yaml 的{name}版本“{id}”不在 data/editions 中，可以是 {known}", $"台账.yaml: {name}版本 “{id}” is not in data/editions, it may be {known}");
                return null;
            }

            disclosures.Add(Compiler.Compile(ledger, edition, session.Data.Catalogue));
        }

        return disclosures;
    }
}
