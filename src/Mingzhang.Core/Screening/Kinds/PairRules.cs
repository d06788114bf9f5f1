namespace Mingzhang.Core.Screening.Kinds;

/// <summary>缺前提: an item without the item or the diagnosis that it presupposes. Where only a diagnosis would do and none is told, nothing is judged.</summary>
/// <param name="Head">What every rule has.</param>
/// <param name="Per">期间 in which the condition has to be met.</param>
/// <param name="Items">须有项目, one of them; null for none.</param>
/// <param name="Diagnoses">须有诊断, one of them; null for none.</param>
public sealed record MissingCondition(RuleHead Head, Period Per, NamePatterns? Items, NamePatterns? Diagnoses) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        Dictionary<string, List<Claim>>? others = null;
        foreach (var (name, claims) in Per.Split(own))
        {
            if (claims.Sum(c => c.Quantity) <= 0m || claims.Exists(HasDiagnosis))
                continue;
            if (Items is null && claims.TrueForAll(c => c.Diagnoses.Length == 0))
                continue;
            others ??= Per.Split(all).ToDictionary(p => p.Name, p => p.Claims, StringComparer.Ordinal);
            if (Items is not null && others[name].Exists(c => c.Quantity > 0m && Items.Fits(c.Item)))
                continue;
            string[] wanted = [.. new[] { Items is null ? "" : $"项目“{Items}”", Diagnoses is null ? "" : $"诊断“{Diagnoses}”" }.Where(w => w.Length > 0)];
            yield return Hit(claims, claims.Sum(c => c.Amount), $"{name}收了{Words.Items(claims)}，却没有它应有的{string.Join("或", wanted)}，请核对。");
        }
    }

    private bool HasDiagnosis(Claim claim) =>
        Diagnoses is not null && claim.Diagnoses.Split(['、', '，', '；', ',', ';', ' ', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(Diagnoses.Fits);
}

/// <summary>互斥: items that must not be charged together, because one contains the other.</summary>
/// <param name="Head">What every rule has.</param>
/// <param name="Per">期间 in which they must not meet.</param>
/// <param name="Others">不得同收.</param>
public sealed record ExclusiveItems(RuleHead Head, Period Per, NamePatterns Others) : PersonRule(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all)
    {
        if (!all.Any(c => Others.Fits(c.Item)))
            yield break;
        var others = Per.Split([.. all.Where(c => Others.Fits(c.Item) && Head.ConcernsCare(c.Care))]).ToDictionary(p => p.Name, p => p.Claims, StringComparer.Ordinal);
        foreach (var (name, claims) in Per.Split(own))
        {
            if (claims.Sum(c => c.Quantity) <= 0m || !others.TryGetValue(name, out var met) || met.Sum(c => c.Quantity) <= 0m)
                continue;
            yield return Hit(
                claims.Concat(met), Math.Min(claims.Sum(c => c.Amount), met.Sum(c => c.Amount)),
                $"{name}同时收了{Words.Items(claims)}和{Words.Items(met)}，两者不得同收，请核对是否分解项目收费。");
        }
    }
}
