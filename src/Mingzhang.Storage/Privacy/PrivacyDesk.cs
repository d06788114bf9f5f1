using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Privacy;

/// <summary>A key that texts of the database were sealed by, by its name; the key itself is never here.</summary>
internal sealed class PrivacyKeyRow
{
    public required string Id { get; set; }

    public required string MadeAt { get; set; }
}

/// <summary>A sealed text that somebody wants to see.</summary>
/// <param name="Label">What it is, for the log and the page, e.g. 证件号码.</param>
/// <param name="Field">Name of the field it was sealed for.</param>
/// <param name="Sealed">The sealed text.</param>
public sealed record SealedText(string Label, string Field, string Sealed);

/// <summary>What a person may see in full, once and logged (查看结果).</summary>
/// <param name="Texts">The texts by label; empty when refused.</param>
/// <param name="Refusal">In Chinese why not; null when they are shown.</param>
public sealed record Revealed(IReadOnlyDictionary<string, string> Texts, string? Refusal);

/// <summary>
/// Particulars of persons (个人信息保护): the vault that seals them, and the one way to see them in full, which writes into the trail
/// who saw whose, when and why, before anything is shown, and ends at a number a day.
/// </summary>
public sealed class PrivacyDesk
{
    /// <summary>How many times a person may look in a day (of Beijing), over all departments.</summary>
    public const int DailyViews = 50;

    private const string View = "查看完整信息";

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private readonly OfficeWriter _writer;
    private readonly string _file;
    private Vault? _vault;

    internal PrivacyDesk(OfficeWriter writer, string file) => (_writer, _file) = (writer, file);

    /// <summary>The vault; the first call of a new database makes its key.</summary>
    /// <returns>The vault, or in Chinese why there is none: the key is lost or unreadable.</returns>
    public async Task<(Vault? Vault, string? Problem)> OpenAsync(CancellationToken cancellation)
    {
        var known = await KnownAsync(cancellation).ConfigureAwait(false);
        if (_vault is { } open && known.Count > 0 && !known.Except(open.KeyIds, StringComparer.Ordinal).Any())
            return (open, null);
        var (keys, problem) = KeyFile.Read(_file);
        if (problem is not null)
            return (null, problem);
        // Before anything else: a new key beside a lost one would hide the loss.
        if (known.Except(keys.Select(k => k.Id), StringComparer.Ordinal).FirstOrDefault() is { } lost)
            return (null, $"找不到密钥 {lost}：它应在密钥文件 {_file} 里。数据库里的证件号码、银行账号和举报人是用它加密的，没有它谁也看不到。请把备份的密钥文件放回原处，或用环境变量 {StoreAddress.KeyVariable} 指明它在哪里；不会自动另建。");
        if (keys.Count == 0 || !known.Contains(keys[0].Id))
        {
            problem = await BeginAsync(cancellation).ConfigureAwait(false);
            (keys, problem) = problem is null ? KeyFile.Read(_file) : ([], problem);
            if (problem is not null)
                return (null, problem);
        }

        return (_vault = new Vault(keys), null);
    }

    /// <summary>Adds a key: new texts are sealed by it, old ones stay readable by theirs (更换密钥).</summary>
    /// <returns>In Chinese why not; null when it was added.</returns>
    public async Task<string?> RenewAsync(Actor actor, CancellationToken cancellation)
    {
        var (vault, problem) = await OpenAsync(cancellation).ConfigureAwait(false);
        return vault is null ? problem : await _writer.WriteAsync(actor, (db, trail) => Task.FromResult(Add(db, trail, "更换密钥")), cancellation).ConfigureAwait(false);
    }

    /// <summary>Shows sealed texts in full to a person who may see them and says why; the view is logged first.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Department whose record it is.</param>
    /// <param name="whose">Whose, by number and never by the particulars themselves, e.g. 救助对象 P0001.</param>
    /// <param name="reason">Why, in the person's words; must be said.</param>
    /// <param name="wanted">What.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Revealed> RevealAsync(Actor actor, int department, string whose, string reason, IReadOnlyList<SealedText> wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(wanted);
        if (!Access.May(actor.Assignments, Act.Reveal, department))
            return Refused("您没有查看完整信息的权限。");
        if (string.IsNullOrWhiteSpace(reason))
            return Refused("请写明为什么要看：查看会记入日志。");
        var (vault, problem) = await OpenAsync(cancellation).ConfigureAwait(false);
        if (vault is null)
            return Refused(problem!);
        var refusal = await _writer.WriteAsync(actor, async (db, trail) =>
        {
            var start = DayStart(trail.At);
            var seen = await db.Trail.CountAsync(r => r.Act == View && r.Account == trail.Account && r.At.CompareTo(start) >= 0, cancellation).ConfigureAwait(false);
            if (seen >= DailyViews)
                return $"您今天已查看 {seen} 次，到了每人每天 {DailyViews} 次的上限；请明天再看，或请同事查看。";
            trail.Note(department, (int?)null, View, whose, new TrailChange(null, string.Join('、', wanted.Select(w => w.Label)), null, reason.Trim()));
            return null;
        }, cancellation).ConfigureAwait(false);
        if (refusal is not null)
            return Refused(refusal);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var each in wanted)
        {
            if (vault.Open(each.Field, each.Sealed) is not { Text: { } text } unread)
                return Refused(vault.Open(each.Field, each.Sealed).Problem!);
            texts[each.Label] = text;
        }

        return new Revealed(texts, null);
    }

    /// <summary>Who saw what of a department in full, the newest first.</summary>
    public async Task<IReadOnlyList<TrailEntry>> ViewsAsync(int department, int most, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Trail.AsNoTracking().Where(r => r.DepartmentId == department && r.Act == View).OrderByDescending(r => r.Sequence).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(OfficeWriter.Entry)];
    }

    private Task<string?> BeginAsync(CancellationToken cancellation) => _writer.WriteAsync(null, async (db, trail) =>
    {
        var (keys, problem) = KeyFile.Read(_file);
        if (problem is not null)
            return problem;
        var known = await db.PrivacyKeys.AsNoTracking().Select(k => k.Id).ToListAsync(cancellation).ConfigureAwait(false);
        if (keys.Count == 0)
            return known.Count == 0 ? Add(db, trail, "启用密钥") : null;
        // The file may have been put there by a person, or be shared with another database.
        if (!known.Contains(keys[0].Id))
            Note(db, trail, "启用密钥", keys[0]);
        return null;
    }, cancellation);

    private string? Add(OfficeContext db, TrailBook trail, string act)
    {
        var key = PrivacyKey.New();
        if (KeyFile.Add(_file, key) is { } refusal)
            return refusal;
        Note(db, trail, act, key);
        return null;
    }

    private static void Note(OfficeContext db, TrailBook trail, string act, PrivacyKey key)
    {
        db.PrivacyKeys.Add(new PrivacyKeyRow { Id = key.Id, MadeAt = trail.At });
        trail.Note(null, (int?)null, act, "个人信息", new TrailChange(null, "密钥", null, key.Id));
    }

    private async Task<List<string>> KnownAsync(CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.PrivacyKeys.AsNoTracking().Select(k => k.Id).ToListAsync(cancellation).ConfigureAwait(false);
    }

    private static string DayStart(string at)
    {
        var local = RowTime.Parse(at).ToOffset(Beijing);
        return RowTime.Format(new DateTimeOffset(local.Date, Beijing));
    }

    private static Revealed Refused(string why) => new(new Dictionary<string, string>(StringComparer.Ordinal), why);
}
