using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Cases;

namespace Mingzhang.Core.Tests.Supervision;

public class CaseProcessTests
{
    [Fact]
    public void Who_handles_a_case_neither_reviews_nor_approves_nor_closes_it_whatever_they_may_do()
    {
        foreach (var move in CaseProcess.Moves.Where(m => m.To is CaseStep.Reviewed or CaseStep.Decided or CaseStep.Closed || m.To < m.From))
        {
            Assert.Contains("经办人", CaseProcess.Refusal(move.From, move.To, isHandler: true, _ => true, "意见"), StringComparison.Ordinal);
            Assert.Null(CaseProcess.Refusal(move.From, move.To, isHandler: false, _ => true, "意见"));
        }
    }

    [Fact]
    public void Every_step_follows_the_one_before_and_none_is_skipped()
    {
        for (var from = CaseStep.Opened; from <= CaseStep.Closed; from++)
        {
            for (var to = CaseStep.Opened; to <= CaseStep.Closed; to++)
            {
                var isForward = to == from + 1;
                var isBack = to == CaseStep.Opened && from is CaseStep.Notified or CaseStep.Reviewed && to == CaseStep.Opened;
                Assert.Equal(isForward || isBack, CaseProcess.Refusal(from, to, false, _ => true, "意见") is null);
            }
        }
    }

    [Fact]
    public void The_rights_of_each_step_are_those_of_its_act()
    {
        Assert.NotNull(CaseProcess.Refusal(CaseStep.Reviewed, CaseStep.Decided, false, a => a != Act.Approve, "意见"));
        Assert.NotNull(CaseProcess.Refusal(CaseStep.Notified, CaseStep.Reviewed, false, a => a == Act.Work, "意见"));
        Assert.Empty(CaseProcess.Open(CaseStep.Reviewed, true, _ => true));
        Assert.Contains("要写意见", CaseProcess.Refusal(CaseStep.Notified, CaseStep.Reviewed, false, _ => true, " "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_that_was_sent_back_is_as_old_as_it_was()
    {
        CaseDeadline[] deadlines = [new(CaseStep.Opened, CaseStep.Decided, 90, "", true), new(CaseStep.Decided, CaseStep.Enforced, 15, "", true)];
        var opened = new DateOnly(2024, 1, 10);
        var due = CaseProcess.Due([(CaseStep.Opened, opened), (CaseStep.Investigated, opened.AddDays(20)), (CaseStep.Opened, opened.AddDays(30))], deadlines);
        Assert.Equal([(CaseStep.Decided, opened.AddDays(90))], due.Select(d => (d.Deadline.To, d.Due)));
        var decided = CaseProcess.Due([(CaseStep.Opened, opened), (CaseStep.Decided, opened.AddDays(60))], deadlines);
        Assert.Equal([(CaseStep.Enforced, opened.AddDays(75))], decided.Select(d => (d.Deadline.To, d.Due)));
    }
}
