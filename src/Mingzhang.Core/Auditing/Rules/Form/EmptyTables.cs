namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>空表有说明：没有数字的报表，表下注明或文中说明没有此项收支。</summary>
public sealed class EmptyTables : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0104", "没有数字的报表，表下注明或文中说明没有此项收支", "《地方预决算公开操作规程》财预〔2016〕143号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var bound in context.Document.Figures.Statements)
        {
            var statement = bound.Statement;
            if (!statement.IsEmpty || statement.Rows.Any(r => r.Cells.Any(c => c.Text is null)) || NothingOfTheKind.IsNote(statement.Note) || NothingOfTheKind.IsSaid(context.Disclosure, bound.Form?.Title ?? statement.Title))
                continue;
            // A note right below the title that the reader took for a row says it too.
            if (statement.Rows.Any(r => NothingOfTheKind.IsNote(r.Name) && r.Name.Length > 6))
                continue;
            // A note that leaves the reader in the dark is there all the same.
            // A title alone may stand above a picture that the text does not hold.
            var finding = statement is { Note: null, Columns.Count: 0, Rows.Count: 0 }
                ? this.Warning(FindingKind.Missing, $"《{statement.Title}》只有表名，下面没有内容；如果表是图片，请改为文字或附上可读的文件。")
                : statement.Note is null
                ? this.Error(FindingKind.Missing, $"《{statement.Title}》没有任何数字，表下没有注明、文中也没有说明没有此项收支。")
                : this.Warning(FindingKind.Missing, $"《{statement.Title}》没有任何数字，表下的注没有说清是否没有此项收支。");
            yield return finding with
            {
                Statement = statement.Title,
                Quote = statement.Note ?? statement.Title,
                Printed = "（空表）",
                At = statement.Note is { } note ? PrintedWords.PlaceOf(context.Disclosure, note, statement.At) : statement.At,
            };
        }
    }
}
