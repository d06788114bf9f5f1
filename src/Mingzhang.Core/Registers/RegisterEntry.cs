namespace Mingzhang.Core.Registers;

/// <summary>What is wrong with a cell of a register.</summary>
/// <param name="Row">Row of the sheet; null for a form.</param>
/// <param name="Field">栏; null for the whole row.</param>
/// <param name="Message">What, and what to do.</param>
public sealed record RegisterMistake(int? Row, string? Field, string Message);

/// <summary>A record as it is kept: texts by the numbers of their fields; empty ones are left out (台账记录).</summary>
/// <param name="Row">Row of the sheet it came from; null for a form.</param>
/// <param name="Cells">Texts by number of field.</param>
public sealed record RegisterEntry(int? Row, IReadOnlyDictionary<string, string> Cells)
{
    private const char Between = '\u001f';

    /// <summary>The text of a field; empty for none.</summary>
    public string this[RegisterField field] => Cells.GetValueOrDefault(field?.Slot ?? "", "");

    /// <summary>The key by which the same record is recognised: the values of the key fields, or of all.</summary>
    public string KeyOf(RegisterDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return string.Join(Between, (definition.Key.Count > 0 ? definition.Key : definition.Active).Select(f => this[f]));
    }

    /// <summary>Its key for people.</summary>
    public string KeyWords(RegisterDefinition definition) => KeyOf(definition).Trim(Between).Replace(Between, ' ');

    /// <summary>Reads a record from what was written, by names of fields.</summary>
    /// <param name="definition">The register.</param>
    /// <param name="row">Row; null for a form.</param>
    /// <param name="written">Texts by name of field.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static RegisterEntry Read(RegisterDefinition definition, int? row, Func<string, string?> written, ICollection<RegisterMistake> mistakes)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(mistakes);
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in definition.Active)
        {
            var (text, fault) = RegisterCell.Read(field, written(field.Name));
            if (fault is not null)
                mistakes.Add(new RegisterMistake(row, field.Name, fault));
            else if (text.Length > 0)
                cells[field.Slot] = text;
        }

        return new RegisterEntry(row, cells);
    }

    /// <summary>What of a kept record does not meet the definition as it is now: the record stays readable.</summary>
    public IReadOnlyList<RegisterMistake> Strangers(RegisterDefinition definition)
    {
        var mistakes = new List<RegisterMistake>();
        Read(definition, Row, name => this[definition.Active.First(f => f.Name == name)], mistakes);
        return mistakes;
    }
}
