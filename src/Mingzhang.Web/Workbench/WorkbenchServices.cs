using System.Xml.Linq;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Mingzhang.Storage;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Attachments;
using Mingzhang.Web.Workbench.Drafting;
using Mingzhang.Web.Workbench.Execution;
using Mingzhang.Web.Workbench.Reviewing;
using Mingzhang.Web.Workbench.Supervision;

namespace Mingzhang.Web.Workbench;

/// <summary>The parts of the workbench (编报工作台的组成). A demonstration has none of them.</summary>
internal static class WorkbenchServices
{
    /// <summary>How long a person may do nothing before signing in again.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Locked = TimeSpan.FromMinutes(10);

    private const int WrongPasswords = 5, ShortestPassword = 10;

    /// <summary>Adds them.</summary>
    public static void AddWorkbench(this IServiceCollection services, Store store)
    {
        var desk = new OfficeDesk(store, TimeProvider.System);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(desk);
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddScoped<AccountService>();
        services.AddSingleton<DraftWorks>();
        services.AddSingleton<LastYear>();
        services.AddSingleton<Performance.PerformanceYears>();
        services.AddSingleton<Library.EarlierVersions>();
        services.AddSingleton<ExecutionContexts>();
        services.AddSingleton<ImportJobs>();
        services.AddSingleton<Assistance.AssistanceUploads>();
        services.AddSingleton<FinalSources>();
        services.AddSingleton<FinalDraft>();
        services.AddSingleton<Attachments.IAttachmentKind, Registers.RegisterAttachments>();
        services.AddSingleton<IAttachmentKind, InspectionFiles>();
        services.AddSingleton<IAttachmentKind, FindingFiles>();
        services.AddSingleton<IAttachmentKind, CaseFiles>();
        services.AddSingleton<IAttachmentKind, Assistance.ApplicationFiles>();
        services.AddSingleton<IReminderSource, Assistance.AssistanceReminders>();
        services.AddSingleton<IReminderSource, Complaints.ComplaintReminders>();
        services.AddSingleton<CompanionReader>();
        services.AddSingleton<ReviewWorks>();
        services.AddSingleton<ReviewPictures>();
        services.AddSingleton<ReviewQueue>();
        services.AddHostedService(s => s.GetRequiredService<ReviewQueue>());
        services.AddSingleton<Attachments.IAttachmentKind, Complaints.ComplaintAttachments>();
        services.AddScoped<IAuthorizationHandler, RequiresHandler>();
        services.AddScoped<IAuthorizationMiddlewareResultHandler, RefusalAnswers>();
        services.AddAuthorization();
        services.AddIdentityCore<Account>(o =>
        {
            o.Password.RequiredLength = ShortestPassword;
            o.Password.RequireNonAlphanumeric = false;
            o.Password.RequiredUniqueChars = 5;
            o.Lockout.MaxFailedAccessAttempts = WrongPasswords;
            o.Lockout.DefaultLockoutTimeSpan = Locked;
        }).AddOfficeStores().AddSignInManager().AddErrorDescriber<ChinesePasswordWords>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, o =>
        {
            o.Cookie.Name = "mingzhang";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = Idle;
            o.SlidingExpiration = true;
            // A page that refuses says so; it sends nobody elsewhere.
            o.Events.OnRedirectToAccessDenied = c => Refuse(c.HttpContext, StatusCodes.Status403Forbidden);
            o.Events.OnRedirectToLogin = c => Refuse(c.HttpContext, StatusCodes.Status401Unauthorized);
        });
        services.AddAntiforgery(o =>
        {
            o.HeaderName = "X-CSRF";
            o.Cookie.Name = "mingzhang-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName("mingzhang");
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = new DatabaseKeys(desk.Keys));
    }

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private sealed class DatabaseKeys(KeyStore keys) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse)];

        public void StoreElement(XElement element, string friendlyName) => keys.Add(element.ToString(SaveOptions.DisableFormatting));
    }
}
