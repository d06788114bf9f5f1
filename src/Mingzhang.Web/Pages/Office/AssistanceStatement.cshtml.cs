using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Statements;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;
using Mingzhang.Web.Workbench.Letters;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The statement of a decision, from what was known when it was made (计算书).</summary>
[Requires(Act.SeeWork)]
internal sealed class AssistanceStatementModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    [BindProperty(SupportsGet = true, Name = "decision")]
    public int DecisionId { get; set; }

    public StoredDecision Decision { get; private set; } = null!;

    public CalculationStatement? Statement { get; private set; }

    public LetterOffer Letters { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(null, cancellation);

    public Task<IActionResult> OnGetLetterAsync(string? name, CancellationToken cancellation) => ShowAsync(name, cancellation);

    private async Task<IActionResult> ShowAsync(string? letter, CancellationToken cancellation)
    {
        if (!await FindAsync("计算书", "/persons", cancellation).ConfigureAwait(false) || Policies is null
            || await Desk.Assistance.Decisions.StatementAsync(DepartmentId, DecisionId, Policies, cancellation).ConfigureAwait(false) is not { } found)
            return NotFound();
        (Decision, Statement) = found;
        var values = Statement is { } statement ? AssistanceLetters.Of(Department, Decision, statement) : [];
        if (letter is not null)
        {
            Problems = await AssistanceLetters.NameAsync(this, Desk, values, "姓名", Decision.PersonCode, FormattableString.Invariant($"出文书：{letter}，核定 {DecisionId}"), cancellation).ConfigureAwait(false);
            values["医疗类别"] = (await Desk.Assistance.PersonAsync(DepartmentId, Decision.PersonCode, Today, cancellation).ConfigureAwait(false))?.File.Settlements.FirstOrDefault(s => s.Id == Decision.Settlement)?.Care.ChineseName() ?? "";
        }

        (Letters, var document) = LetterOffer.Of(
            Data.Letters, AssistanceLetters.Decision, FormattableString.Invariant($"{Root}/statements/{DecisionId}"), letter, Request.Query, values, AssistanceLetters.Tables(Statement), cancellation);
        return document is null || Problems.Count > 0 ? Page() : File(document.Content, document.MediaType, FormattableString.Invariant($"{letter}-{Decision.Settlement}{document.Extension}"));
    }
}
