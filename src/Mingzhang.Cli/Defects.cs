using Mingzhang.Data;

namespace Mingzhang.Cli;

/// <summary>Shows a defect of Mingzhang as ours (程序缺陷): one line for the person, the trace in a file for us.</summary>
internal static class Defects
{
    /// <summary>Reports the defect.</summary>
    /// <returns><see cref="ExitStatus.Defect"/>.</returns>
    public static int Report(Exception defect, Session session)
    {
        var what = $"{defect.GetType().Name}: {defect.Message}".ReplaceLineEndings(" ");
        var where = WriteDetails(defect, session);
        session.Error.WriteLine(session.Say(
            $"这是明账自身的缺陷，不是您的数据有误：{what}；{where}",
            $"This is a defect of Mingzhang, not of your data: {what}; {where}"));
        return ExitStatus.Defect;
    }

    /// <summary>Names the mistakes in the product's data files, each in a line with file, line and column.</summary>
    /// <returns><see cref="ExitStatus.Defect"/>.</returns>
    public static int Report(DataFolderException broken, Session session)
    {
        session.Error.WriteLine(session.Say(
            $"基础数据（data/ 文件夹）有 {broken.Mistakes.Count} 处错误，不是您的数据有误；改正后再试：",
            $"the product's own files in data/ have {broken.Mistakes.Count} mistakes, not your data:"));
        foreach (var mistake in broken.Mistakes)
            session.Error.WriteLine("  " + mistake);
        return ExitStatus.Defect;
    }

    private static string WriteDetails(Exception defect, Session session)
    {
        // A random name, and never over a file that is there: the folder is shared with other users.
        var path = Path.Combine(Path.GetTempPath(), "mingzhang-defect-" + Path.GetRandomFileName() + ".txt");
        try
        {
            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew));
            file.WriteLine(defect);
            return session.Say($"详情见 {path}，请随问题一并反馈", $"details are in {path}, please report them");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return session.Say("详情文件写不下：" + e.Message, "the details could not be written: " + e.Message);
        }
    }
}
