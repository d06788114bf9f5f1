using System.Globalization;
using System.Security.Claims;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Access;

/// <summary>
/// Who asks (当前操作人), read from the database once a request: a role that was taken, an account out of use and a changed password
/// count from the next request on.
/// </summary>
internal sealed class CurrentActor(IHttpContextAccessor accessor, OfficeDesk desk)
{
    /// <summary>Claim with the stamp of the password that was signed in with.</summary>
    public const string Stamp = "stamp";

    private Actor? _actor;
    private bool _isAsked;

    /// <summary>The actor of a page that requires one.</summary>
    public Actor Actor => _actor ?? throw new InvalidOperationException("This page does not require anybody.");

    /// <summary>The actor; null when nobody is signed in.</summary>
    public async Task<Actor?> GetAsync(CancellationToken cancellation)
    {
        if (_isAsked)
            return _actor;
        _isAsked = true;
        var user = accessor.HttpContext?.User;
        if (user?.Identity?.IsAuthenticated != true || !int.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var found = await desk.Register.ActorAsync(id, cancellation).ConfigureAwait(false);
        _actor = found?.Stamp == user.FindFirstValue(Stamp) ? found : null;
        return _actor;
    }
}
