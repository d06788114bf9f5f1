using System.Text.Json;
using Mingzhang.Cli.Outputs;
using Mingzhang.Cli.Terminal;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Json;

namespace Mingzhang.Cli.Inputs;

/// <summary>One result of a call, or why an input gave none.</summary>
/// <param name="Path">The input.</param>
/// <param name="Value">The result; null when the input could not be read.</param>
/// <param name="Error">Why not.</param>
internal sealed record BatchItem<T>(string Path, T? Value, string? Error)
    where T : class;

/// <summary>Runs a verb over its inputs (批量处理): in parallel, results in the order of the inputs, an unreadable one told and passed over.</summary>
/// <param name="session">The call.</param>
/// <param name="inputs">The inputs.</param>
/// <param name="jobs">How many at a time.</param>
/// <param name="work">What is made of each document; called from several threads.</param>
internal sealed class Batch<T>(Session session, InputList inputs, int jobs, Func<Disclosure, T> work)
    where T : class
{
    private int _read;
    private int _unreadable;

    /// <summary>What was made of an input before, in a call that was interrupted; null when it was not.</summary>
    public Func<string, IReadOnlyList<T>?>? Known { get; init; }

    /// <summary>Takes an input with all that was made of it, after each of these has been taken.</summary>
    public Action<string, IReadOnlyList<T>>? Done { get; init; }

    /// <summary>How many inputs could not be read so far.</summary>
    public int Unreadable => _unreadable;

    /// <summary>Runs.</summary>
    /// <param name="json">OUT of <c>--json</c>; null for none.</param>
    /// <param name="write">Writes a result as JSON.</param>
    /// <param name="show">Shows a result to a person.</param>
    /// <param name="isFound">Whether a result makes the call end with <see cref="ExitStatus.Found"/>.</param>
    /// <param name="each">Takes each result, in order, however it is shown.</param>
    /// <returns>The exit status.</returns>
    public int Run(string? json, Action<Utf8JsonWriter, T> write, Action<T> show, Func<T, bool> isFound, Action<T>? each = null)
    {
        if (inputs.Paths.Count == 0)
            return session.Refuse("给出的文件夹里没有可读的文件（PDF、Word、Excel、网页、文本、JSON）", "the folder holds no document that can be read");
        var found = false;
        if (json is null)
        {
            foreach (var item in Items())
                Take(item);
        }
        else if (inputs.IsMany)
        {
            if (!JsonOutput.Write(session, json, WriteArray))
                return ExitStatus.Unusable;
        }
        else
        {
            var items = Items().ToList();
            var values = items.Select(Take).OfType<T>().ToList();
            if (values.Count > 0 && !JsonOutput.Write(session, json, values, values.Count > 1, write))
                return ExitStatus.Unusable;
        }

        if (json is not null && _read > 0)
            JsonOutput.Tell(session, json);
        return _read == 0 ? ExitStatus.Unusable : found || _unreadable > 0 ? ExitStatus.Found : ExitStatus.Fine;

        void WriteArray(Utf8JsonWriter writer)
        {
            writer.WriteStartArray();
            foreach (var item in Items())
            {
                if (Take(item) is { } value)
                    write(writer, value);
                else
                    JsonFormat.WriteUnreadable(writer, item.Path, item.Error!);
                writer.Flush();
            }

            writer.WriteEndArray();
        }

        T? Take(BatchItem<T> item)
        {
            if (item.Value is null)
            {
                _unreadable++;
                session.Error.WriteLine(item.Error);
                return null;
            }

            _read++;
            found |= isFound(item.Value);
            if (json is null)
                show(item.Value);
            each?.Invoke(item.Value);
            return item.Value;
        }
    }

    private IEnumerable<BatchItem<T>> Items()
    {
        using var progress = new Progress(session, inputs.Paths.Count);
        foreach (var items in Work())
        {
            progress.Step();
            foreach (var item in items)
                yield return item;
            if (items.TrueForAll(i => i.Value is not null))
                Done?.Invoke(items[0].Path, [.. items.Select(i => i.Value!)]);
        }
    }

    private IEnumerable<List<BatchItem<T>>> Work()
    {
        if (jobs == 1 || inputs.Paths.Count == 1)
            return inputs.Paths.Select(One);
        // What is read once is read before the threads start, so that its mistakes are told as they are.
        session.LoadData();
        return InOrder.Run(inputs.Paths, jobs, One);
    }

    private List<BatchItem<T>> One(string path)
    {
        if (Known?.Invoke(path) is { } known)
            return [.. known.Select(k => new BatchItem<T>(path, k, null))];
        var read = DisclosureInput.Read(session, path);
        return read.IsRead ? [.. read.Value.Select(d => new BatchItem<T>(path, work(d), null))] : [new BatchItem<T>(path, null, read.Error)];
    }
}
