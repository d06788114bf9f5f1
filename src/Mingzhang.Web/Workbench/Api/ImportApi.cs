using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Execution;

namespace Mingzhang.Web.Workbench.Api;

/// <summary>How far an import is (导入进度).</summary>
internal static class ImportApi
{
    /// <summary>Says it.</summary>
    public static IResult Get(int department, int year, string job, CurrentActor current, ImportJobs jobs) =>
        jobs.Find(job, department, year, current.Actor.UserName) is { } found
            ? Results.Json(new { done = found.IsDone, step = found.Progress.Step, count = found.Progress.Done, whole = found.Progress.Whole })
            : Results.NotFound();
}
