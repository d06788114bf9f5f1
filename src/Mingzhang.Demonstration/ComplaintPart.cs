using System.Globalization;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Complaints;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Storage.Supervision;

namespace Mingzhang.Demonstration;

/// <summary>Two years and the months since of complaints and reports with their rewards, the last of them still open (投诉举报), all made up.</summary>
internal sealed class ComplaintPart : IDemonstrationPart
{
    private const int AYear = 240, DaysOfYear = 360, Proven = 4, Rewarded = 3, Largest = 400_000;

    /// <inheritdoc/>
    public string Name => "投诉举报";

    /// <inheritdoc/>
    public async Task<string> MakeAsync(DemonstrationDistrict district, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(district);
        var random = DemonstrationDistrict.Random(Name);
        var places = (await district.Desk.Supervision.Institutions.AllAsync(district.Department.Id, cancellation).ConfigureAwait(false)).ToList();
        var (received, rewards) = (0, 0);
        for (var year = district.Year - 1; year <= district.Today.Year; year++)
        {
            for (var i = 0; i < district.Scale(AYear); i++)
            {
                var day = new DateOnly(year, 1, 2).AddDays(random.Next(DaysOfYear));
                if (day > district.Today)
                    continue;
                rewards += await OneAsync(district, day, places, random, cancellation).ConfigureAwait(false) ? 1 : 0;
                received++;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{received} 件，奖励 {rewards} 件");
    }

    // One that the clerk handles, the reviewer reviews, the head rewards; whether there was a reward.
    private static async Task<bool> OneAsync(DemonstrationDistrict d, DateOnly day, IReadOnlyList<InstitutionInfo> places, DeterministicRandom random, CancellationToken cancellation)
    {
        var (rules, calendar, desk, department) = (d.Data.Complaints, d.Data.Calendar, d.Desk.Complaints, d.Department.Id);
        var channel = rules.Channels[random.Next(rules.Channels.Count)];
        var topic = rules.Topics[random.Next(rules.Topics.Count)];
        // One in five names nobody.
        var place = random.Next(5) == 0 ? null : places[random.Next(places.Count)];
        var complaint = new Complaint("", channel.Name, day, topic, place?.Facts.Name ?? "", $"编造的示范内容：反映{topic}");
        var isNamed = random.Next(2) == 0;
        var (id, problem) = await desk.ReceiveAsync(d.Clerk, department, complaint, isNamed ? $"示范人{random.Next(900) + 100}" : "", isNamed ? $"1990000{random.Next(9000) + 1000}" : "", rules, calendar, cancellation).ConfigureAwait(false);
        Expect(problem);
        var accepted = calendar.After(day, random.Next(2)).Day;
        if (accepted > d.Today)
            return false;
        if (random.Next(20) == 0)
        {
            Expect(await desk.AcceptAsync(d.Clerk, department, id, 1, false, accepted, "编造：不属于受理范围", rules, calendar, cancellation).ConfigureAwait(false));
            return false;
        }

        Expect(await desk.AcceptAsync(d.Clerk, department, id, 1, true, accepted, "", rules, calendar, cancellation).ConfigureAwait(false));
        var isProven = random.Next(Proven) == 0;
        var fen = isProven ? (random.Next(Largest) + 100) * 100L : 0;
        // Most are answered in time, a few late.
        var took = random.Next(channel.Finish.Days) + (random.Next(15) == 0 ? channel.Finish.Days * 2 : 0);
        var done = channel.Finish.IsWorkdays ? calendar.After(accepted, took).Day : accepted.AddDays(took);
        var seen = 2;
        if (done > d.Today)
            return false;
        if (isProven && place is not null)
        {
            var inspection = new NewInspection(place.Id, InspectionKind.Special, "示范检查员甲、示范检查员乙", null, accepted, "由投诉举报发起（虚构）", [new NewFinding(d.Data.Supervision.Violations[random.Next(10)].Name, false, "虚构的问题，用于示范", fen, null)]);
            Expect((await desk.InspectAsync(d.Clerk, department, id, seen++, inspection, done, cancellation).ConfigureAwait(false)).Refusal);
        }

        Expect(await desk.SubmitAsync(d.Clerk, department, id, seen, done, isProven ? "查实" : rules.Results[2 + random.Next(rules.Results.Count - 2)], "编造的办理情况", fen, rules, cancellation).ConfigureAwait(false));
        Expect(await desk.ReviewAsync(d.Reviewer, department, id, seen + 1, done, true, "", cancellation).ConfigureAwait(false));
        Expect(await desk.AnswerAsync(d.Clerk, department, id, seen + 2, done, "电话答复", cancellation).ConfigureAwait(false));
        Expect(await desk.JudgeAsync(d.Clerk, department, id, seen + 3, done, rules.Satisfactions[random.Next(10) < 7 ? 0 : random.Next(rules.Satisfactions.Count)], "", rules, cancellation).ConfigureAwait(false));
        if (!isProven || !isNamed || channel.Name != "举报" || day < rules.Reward.From || random.Next(Rewarded) == 0)
            return false;
        Expect(await desk.Rewards.ProposeAsync(d.Clerk, department, id, rules.Reward.Levels[random.Next(rules.Reward.Levels.Count)].Name, rules.Reward, cancellation).ConfigureAwait(false));
        var reward = (await desk.FindAsync(department, id, cancellation).ConfigureAwait(false))!.Rewards[^1];
        Expect(await desk.Rewards.DecideAsync(d.Head, department, reward.Id, true, done, "", cancellation).ConfigureAwait(false));
        var paid = done.AddDays(random.Next(40));
        if (paid > d.Today)
            return true;
        Expect(await desk.Rewards.PayAsync(d.Clerk, department, reward.Id, paid, "示范凭证-" + id.ToString(CultureInfo.InvariantCulture), null, cancellation).ConfigureAwait(false));
        return true;
    }

    // What an office could not have recorded is a defect of this part.
    private static void Expect(string? problem)
    {
        if (problem is not null)
            throw new InvalidOperationException(problem);
    }
}
