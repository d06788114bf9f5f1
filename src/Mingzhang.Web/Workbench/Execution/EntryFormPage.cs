using System.Globalization;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Intake;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Workbench.Execution;

/// <summary>A page with the form of one entry: a new one, or one that is corrected.</summary>
internal abstract class EntryFormPage(CurrentActor current, OfficeDesk desk, ExecutionContexts contexts) : ExecutionPage(current, desk, contexts)
{
    // A list beyond this is no list; the codes are typed.
    private const int MostChoices = 400;

    private IReadOnlyDictionary<string, string> _cells = new Dictionary<string, string>();

    /// <summary>The columns that make a line which is not in the list.</summary>
    public static IReadOnlyList<string> LineColumns { get; } = [EntryCells.Project, EntryCells.Category, EntryCells.Function, EntryCells.Economic, EntryCells.Fund, EntryCells.Year];

    /// <summary>Lines to choose from.</summary>
    public IReadOnlyList<LineBalance> Lines { get; private set; } = [];

    /// <summary>The chosen line.</summary>
    public int? Chosen { get; private set; }

    /// <summary>Number of the row that is corrected; null for a new entry.</summary>
    public int? Corrected { get; protected set; }

    /// <summary>Units that keep accounts and are the person's.</summary>
    public IReadOnlyList<BudgetUnit> BookingUnits => [.. Facts.Units.Where(u => Facts.Units.All(x => x.ParentCode != u.Code) && (Units is not { } mine || mine.Contains(u.Code)))];

    /// <summary>What stands in a field.</summary>
    public string Cell(string column) => _cells.GetValueOrDefault(column, "");

    /// <summary>The list that helps to fill a column; null for none.</summary>
    public static string? ListOf(string column) => column switch { EntryCells.Fund => "funds", EntryCells.Category => "categories", EntryCells.Project => "projects", _ => null };

    /// <summary>Fills the form.</summary>
    protected async Task FillAsync(IReadOnlyDictionary<string, string> cells, int? chosen, CancellationToken cancellation)
    {
        (_cells, Chosen) = (cells, chosen);
        var all = await Desk.Execution.LinesAsync(Books.Id, Units, cancellation).ConfigureAwait(false);
        Lines = [.. all.OrderBy(l => l.Key.Flow != Flow.Expenditure).Take(MostChoices)];
    }

    /// <summary>Books what the form says.</summary>
    /// <returns>In Chinese why it was not booked; null when it was. A row that a decision could allow waits from then on.</returns>
    protected async Task<(IReadOnlyList<string> Problems, bool Waits)> BookAsync(IReadOnlyDictionary<string, string?> form, int? line, int? into, int? pending, CancellationToken cancellation)
    {
        var cells = EntryCells.Shown.Where(c => !string.IsNullOrWhiteSpace(form.GetValueOrDefault(c))).ToDictionary(c => c, c => form[c]!.Trim(), StringComparer.Ordinal);
        var all = await Desk.Execution.LinesAsync(Books.Id, Units, cancellation).ConfigureAwait(false);
        var context = await ContextAsync(cancellation).ConfigureAwait(false);
        var rows = new List<IncomingRow>();
        var isTransfer = cells.GetValueOrDefault(EntryCells.Kind) == EntryKind.Transfer.ChineseName();
        if (isTransfer && (line is null || into is null || line == into))
            return (["调剂要选从哪条指标调出、调入哪条。"], false);
        Add(line is { } id ? all.FirstOrDefault(l => l.Id == id)?.Key : null, isTransfer);
        if (isTransfer)
            Add(all.FirstOrDefault(l => l.Id == into)?.Key, isOut: false);
        // An overdraft is kept for the decision; anything else is corrected at once.
        var outcome = await Desk.Execution.Posting.PostAsync(Actor, DepartmentId, Year, "登记", rows, keepsBad: false, pending, null, cancellation).ConfigureAwait(false);
        if (outcome.Refused.Count == 0)
            return outcome.Known > 0 ? (["这笔凭证已经在账上，没有重复记。"], false) : ([], false);
        if (pending is null && outcome.Refused.All(r => r.OverFen is not null))
        {
            await Desk.Execution.Posting.PostAsync(Actor, DepartmentId, Year, "登记", rows, keepsBad: true, null, null, cancellation).ConfigureAwait(false);
            return ([.. outcome.Refused.Select(r => r.Reason)], true);
        }

        return ([.. outcome.Refused.Select(r => r.Reason).Distinct(StringComparer.Ordinal)], false);

        void Add(LineKey? key, bool isOut)
        {
            var own = new Dictionary<string, string>(cells, StringComparer.Ordinal);
            if (key is not null)
            {
                foreach (var (column, text) in new[] { (EntryCells.Unit, key.UnitCode), (EntryCells.Project, key.ProjectCode), (EntryCells.Category, key.Category), (EntryCells.Function, key.FunctionCode), (EntryCells.Economic, key.EconomicCode), (EntryCells.Fund, key.Fund), (EntryCells.Year, key.Year.ChineseName()) })
                    own[column] = text;
            }

            if (isOut && own.TryGetValue(EntryCells.Amount, out var amount) && !amount.StartsWith('-'))
                own[EntryCells.Amount] = "-" + amount;
            var (entry, problem) = EntryIntake.Read(own, context);
            rows.Add(new IncomingRow(rows.Count + 1, () => own, entry, problem));
        }
    }

    /// <summary>The day in a field of dates, within the year.</summary>
    protected string DefaultDay(DateOnly today) => (today.Year == Year ? today : new DateOnly(Year, 12, 31)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
