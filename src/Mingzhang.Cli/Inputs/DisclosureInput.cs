using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Cli.Inputs;

/// <summary>What a verb is given to work on (输入文件): a document of any format, disclosure JSON, or a ledger folder.</summary>
internal static class DisclosureInput
{
    /// <summary>Reads one input; a ledger that holds budget and final accounts gives both. The document is named as the caller named it.</summary>
    public static ReadResult<IReadOnlyList<Disclosure>> Read(Session session, string path)
    {
        if (LedgerInput.Is(path))
        {
            var compiled = LedgerInput.Compile(session, path, null);
            return compiled.IsRead ? Of([.. compiled.Value.Select(d => Named(d, path))]) : compiled;
        }

        var content = SourceReaders.ReadBytes(path);
        if (!content.IsRead)
            return ReadResult<IReadOnlyList<Disclosure>>.Failed(content.Error);
        if (DisclosureJson.Recognises(content.Value))
            return Whole(DisclosureJson.Read(path, content.Value), path);
        // The layout needs no form: editions may still be on their way while it is found.
        var source = SourceReaders.Read(path, content.Value);
        return source.IsRead
            ? Whole(ReadResult<Disclosure>.Of(DisclosureReader.Read(source.Value, session.Editions, session.Data.Catalogue, () => session.Data.Rules)), path)
            : ReadResult<IReadOnlyList<Disclosure>>.Failed(source.Error);
    }

    /// <summary>Reads an input that must be a single document.</summary>
    public static ReadResult<Disclosure> ReadOne(Session session, string path, DisclosureKind? kind = null)
    {
        var read = Read(session, path);
        if (!read.IsRead)
            return ReadResult<Disclosure>.Failed(read.Error);
        var wanted = read.Value.Count == 1 ? read.Value : [.. read.Value.Where(d => d.Facts.Kind == kind)];
        return wanted.Count == 1
            ? ReadResult<Disclosure>.Of(wanted[0])
            : ReadResult<Disclosure>.Failed(session.Say(
                $"{path}：这个台账有预算也有决算，请用 --kind 说明要哪一个",
                $"{path}: this ledger holds a budget and final accounts, say which one by --kind"));
    }

    private static ReadResult<IReadOnlyList<Disclosure>> Whole(ReadResult<Disclosure> read, string path) =>
        read.IsRead ? Of([Named(read.Value, path)]) : ReadResult<IReadOnlyList<Disclosure>>.Failed(read.Error);

    private static Disclosure Named(Disclosure disclosure, string path) => disclosure with { Facts = disclosure.Facts with { File = path } };

    private static ReadResult<IReadOnlyList<Disclosure>> Of(IReadOnlyList<Disclosure> disclosures) => ReadResult<IReadOnlyList<Disclosure>>.Of(disclosures);
}
