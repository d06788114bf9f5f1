using FsCheck;
using FsCheck.Fluent;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Tests.Ledgers;

/// <summary>Makes the records of the narrative at random.</summary>
internal static class RecordGenerator
{
    /// <summary>Records of every kind.</summary>
    public static Gen<NarrativeRecords> Records(Gen<string> word, Gen<string> unit, IReadOnlyList<Project> projects, string[] functions)
    {
        // A row whose first cell begins with # is a comment.
        var first = word.Where(w => w[0] != '#');
        var fen = Gen.Choose(0, 99_999_999).Select(f => (long)f);
        var count = Gen.Choose(0, 9_999);
        var stage = Gen.Elements(Stage.Budget, Stage.Final);
        var headcount = from u in unit from kind in Gen.Elements(Headcount.Kinds.ToArray()) from staff in count select new Headcount(u, kind, kind.EndsWith("编制", StringComparison.Ordinal) ? staff : null, staff);
        var comparative = from s in stage from item in Gen.Elements(Comparative.Items.ToArray()) from f in fen.Select(f => f % 3 == 0 ? (long?)null : f) from reason in word.OrNull() select new Comparative(s, item, f, reason);
        var budget = from code in Gen.Elements(functions) from f in fen from reason in word.OrNull() select new CodeBudget(code, f, reason);
        var vehicle = from s in stage from use in word from n in count from bought in count.Select(c => c % 2 == 0 ? (int?)null : c) select new VehicleCount(s, use, n, bought);
        var asset = from s in stage from kind in word from n in count from measure in word from f in fen select new AssetCount(s, kind, n % 2 == 0 ? null : n, n % 2 == 0 ? null : measure, f);
        var service = from u in unit from project in word from content in word from f in fen from levels in word.ListOf() select new ServicePurchase(u, f % 2 == 0, project, content, f % 5, f, null, null, functions[0], null, [.. levels.Take(3)]);
        var priced = from n in count from f in fen select new PricedQuantity(n / 4m, f);
        var purchase = from u in unit
                       from project in word
                       from name in word
                       from asked in priced
                       from granted in priced.OrNull()
                       from held in count
                       from kind in word.OrNull()
                       select new AssetPurchase(u, project, held % 2 == 0 ? functions[0] : null, kind, name, held % 3 == 0 ? null : held, held % 5 == 0 ? null : held, asked, null, kind, granted, null, null, kind);
        return
            from duties in first.ListOf()
            from offices in (from u in unit from name in word select new Office(u, name)).ListOf()
            from headcounts in headcount.ListOf()
            from comparatives in comparative.ListOf()
            from budgets in budget.ListOf()
            from use in word
            from receptions in (from kind in Gen.Elements(Reception.Kinds.ToArray()) from n in count from f in fen from purpose in word select new Reception(kind, n, n, f, purpose)).ListOf()
            from trips in (from n in count from f in fen from purpose in word select new TripGroup(n, n, f, purpose)).ListOf()
            from vehicles in vehicle.ListOf()
            from assets in asset.ListOf()
            from services in service.ListOf()
            from purchases in purchase.ListOf()
            from works in (from name in first from result in word select new KeyWork(name, result)).ListOf()
            from remarks in (from topic in Gen.Elements(Remark.Topics.ToArray()) from text in word select new Remark(topic, text)).ListOf()
            select new NarrativeRecords
            {
                Duties = [.. duties.Distinct().Select(d => new Duty(d))],
                Offices = [.. offices.Distinct()],
                Headcounts = [.. headcounts.DistinctBy(h => (h.UnitCode, h.Kind))],
                Comparatives = [.. comparatives.DistinctBy(c => (c.Stage, c.Item))],
                CodeBudgets = [.. budgets.DistinctBy(b => b.FunctionCode)],
                Uses = [.. projects.Select(p => new ProjectUse(p.Code, use))],
                Receptions = [.. receptions.DistinctBy(r => r.Kind)],
                Trips = [.. trips],
                Vehicles = [.. vehicles.DistinctBy(v => (v.Stage, v.Use))],
                Assets = [.. assets.DistinctBy(a => (a.Stage, a.Kind))],
                Services = [.. services],
                NewAssets = [.. purchases],
                Works = [.. works.DistinctBy(w => w.Name)],
                Remarks = [.. remarks.DistinctBy(r => r.Topic)],
            };
    }
}
