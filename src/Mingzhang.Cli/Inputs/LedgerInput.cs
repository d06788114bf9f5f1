using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Cli.Inputs;

/// <summary>A ledger folder (台账文件夹) given to a verb.</summary>
internal static class LedgerInput
{
    /// <summary>Whether the path is a ledger folder rather than a folder of documents.</summary>
    public static bool Is(string path) => File.Exists(Path.Combine(path, "台账.yaml"));

    /// <summary>Reads and compiles what is asked for: the given kind, or every kind the ledger names an edition for.</summary>
    /// <returns>The documents, or all mistakes, one a line.</returns>
    public static ReadResult<IReadOnlyList<Disclosure>> Compile(Session session, string folder, DisclosureKind? kind)
    {
        var ledger = Read(session, folder);
        return ledger.IsRead ? Compile(session, ledger.Value, kind) : Failed(ledger.Error);
    }

    /// <summary>Reads a ledger folder; or all its mistakes, one a line.</summary>
    public static ReadResult<Ledger> Read(Session session, string folder)
    {
        try
        {
            var load = LedgerLoader.Load(folder, session.Data.Catalogue);
            if (load.Ledger is not null)
                return ReadResult<Ledger>.Of(load.Ledger);
            var head = session.Say(
                $"台账 {folder} 有 {load.Mistakes.Count} 处错误，请改正后再试：",
                $"the ledger {folder} has {load.Mistakes.Count} mistakes, please correct them and try again:");
            return ReadResult<Ledger>.Failed(string.Join(Environment.NewLine, load.Mistakes.Select(m => "  " + m).Prepend(head)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ReadResult<Ledger>.Failed(session.Say(
                $"读不了台账 {folder}（{e.Message}）：请检查权限，以及文件是否被其他程序占用",
                $"cannot read the ledger {folder} ({e.Message}): check permissions and other programs"));
        }
    }

    /// <summary>Compiles what is asked for of a ledger that was read.</summary>
    public static ReadResult<IReadOnlyList<Disclosure>> Compile(Session session, Ledger ledger, DisclosureKind? kind)
    {
        var disclosures = new List<Disclosure>();
        foreach (var each in (DisclosureKind[])[DisclosureKind.Budget, DisclosureKind.Final])
        {
            var id = each == DisclosureKind.Budget ? ledger.Settings.BudgetEdition : ledger.Settings.FinalEdition;
            var name = each == DisclosureKind.Budget ? "预算" : "决算";
            if ((kind ?? each) != each || (kind is null && id is null))
                continue;
            if (id is null)
                return Failed(session.Say($"台账里没有{name}：台账.yaml 没有填{name}版本", $"the ledger does not hold this: 台账.yaml names no {name}版本"));
            if (session.Data.Editions.Find(id) is not { } edition || edition.Kind != each)
            {
                var known = string.Join('、', session.Data.Editions.Editions.Where(e => e.Kind == each).Select(e => e.Id));
                return Failed(session.Say(
                    $"台账.yaml 的{name}版本“{id}”不在 data/editions 中，可以是 {known}",
                    $"台账.yaml: {name}版本 “{id}” is not in data/editions, it may be {known}"));
            }

            disclosures.Add(Compiler.Compile(ledger, edition, session.Data.Catalogue, session.Data.Outlines));
        }

        return ReadResult<IReadOnlyList<Disclosure>>.Of(disclosures);
    }

    private static ReadResult<IReadOnlyList<Disclosure>> Failed(string error) => ReadResult<IReadOnlyList<Disclosure>>.Failed(error);
}
