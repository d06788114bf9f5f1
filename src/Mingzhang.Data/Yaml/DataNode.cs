namespace Mingzhang.Data.Yaml;

/// <summary>A node of a data file that remembers where it stands, so that mistakes can be named by file, line and column.</summary>
/// <param name="File">File it was written in.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
public abstract record DataNode(string File, int Line, int Column);

/// <summary>A scalar; null for an empty one (<c>~</c>).</summary>
public sealed record DataScalar(string? Value, string File, int Line, int Column) : DataNode(File, Line, Column);

/// <summary>A list.</summary>
public sealed record DataList(IReadOnlyList<DataNode> Items, string File, int Line, int Column) : DataNode(File, Line, Column);

/// <summary>A mapping whose keys keep their order.</summary>
public sealed record DataMap(IReadOnlyList<DataEntry> Entries, string File, int Line, int Column) : DataNode(File, Line, Column)
{
    /// <summary>The value under the key; null when there is none.</summary>
    public DataNode? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key == key)
                    return entry.Value;
            }

            return null;
        }
    }

    /// <summary>
    /// This mapping changed by a patch: mappings merge, anything else replaces, an empty value removes,
    /// and a key that ends in “!” replaces a mapping as a whole. The result stands where the patch does, for messages.
    /// </summary>
    /// <param name="patch">What differs.</param>
    /// <param name="mistakes">Where mistakes go: a removal of what is not there.</param>
    public DataMap PatchedBy(DataMap patch, ICollection<DataMistake> mistakes)
    {
        var result = Entries.ToList();
        foreach (var change in patch.Entries)
        {
            var whole = change.Key.EndsWith('!');
            var key = whole ? change.Key[..^1] : change.Key;
            var at = result.FindIndex(e => e.Key == key);
            if (change.Value is DataScalar { Value: null })
            {
                if (at >= 0)
                    result.RemoveAt(at);
                else
                    mistakes.Add(new DataMistake(change.Value.File, change.Line, change.Column, $"底本里没有“{key}”，无从删去；有：{string.Join('、', result.Select(e => e.Key))}。"));
                continue;
            }

            var value = !whole && at >= 0 && result[at].Value is DataMap old && change.Value is DataMap inner ? old.PatchedBy(inner, mistakes) : change.Value;
            if (at >= 0)
                result[at] = result[at] with { Value = value };
            else
                result.Add(change with { Key = key, Value = value });
        }

        return patch with { Entries = result };
    }
}

/// <summary>An entry of a mapping.</summary>
/// <param name="Key">Key.</param>
/// <param name="Line">Line of the key, from 1.</param>
/// <param name="Column">Column of the key, from 1.</param>
/// <param name="Value">Value.</param>
public sealed record DataEntry(string Key, int Line, int Column, DataNode Value);
