namespace Mingzhang.Core.Supervision.Institutions;

/// <summary>A field of an institution that differs.</summary>
/// <param name="Field">Its official name.</param>
/// <param name="Old">In the register.</param>
/// <param name="New">In the list.</param>
public sealed record FieldChange(string Field, string Old, string New);

/// <summary>An institution that a list words differently.</summary>
/// <param name="Institution">As the list has it.</param>
/// <param name="Changes">What differs.</param>
public sealed record ChangedInstitution(Institution Institution, IReadOnlyList<FieldChange> Changes);

/// <summary>What a list would do to the register (导入差异), shown before anything is stored.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Changed">Known ones with other particulars.</param>
/// <param name="Unchanged">How many are the same.</param>
/// <param name="Absent">In the register and not in the list: nothing happens to them, whoever reads it decides.</param>
public sealed record RegisterComparison(IReadOnlyList<Institution> Added, IReadOnlyList<ChangedInstitution> Changed, int Unchanged, IReadOnlyList<Institution> Absent)
{
    /// <summary>Compares by 机构编码. What a list leaves blank stays as it is.</summary>
    /// <param name="register">The register.</param>
    /// <param name="list">The list; each code once.</param>
    public static RegisterComparison Of(IReadOnlyList<Institution> register, IReadOnlyList<Institution> list)
    {
        var known = register.ToDictionary(i => i.Code, StringComparer.Ordinal);
        var (added, changed, same) = (new List<Institution>(), new List<ChangedInstitution>(), 0);
        foreach (var each in list)
        {
            if (!known.TryGetValue(each.Code, out var old))
            {
                added.Add(each);
                continue;
            }

            var merged = Merge(old, each);
            var changes = old.Fields().Zip(merged.Fields()).Where(p => p.First.Value != p.Second.Value).Select(p => new FieldChange(p.First.Field, p.First.Value, p.Second.Value)).ToList();
            if (changes.Count == 0)
                same++;
            else
                changed.Add(new ChangedInstitution(merged, changes));
        }

        var listed = list.Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        return new RegisterComparison(added, changed, same, [.. register.Where(i => !listed.Contains(i.Code))]);
    }

    private static Institution Merge(Institution old, Institution list) => list with
    {
        Level = Or(list.Level, old.Level),
        Address = Or(list.Address, old.Address),
        Agreement = Or(list.Agreement, old.Agreement),
        From = list.From ?? old.From,
        To = list.To ?? old.To,
    };

    private static string Or(string text, string other) => text.Length > 0 ? text : other;
}
