using Mingzhang.Core.Classifications;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers;

/// <summary>Whether a ledger folder holds the files it must, and none with a mistyped name, which would be passed over in silence.</summary>
internal static class FolderCheck
{
    private static readonly string[] Expected = [LedgerForm.SettingsFile, .. LedgerForm.All.Select(form => form.File)];

    private static readonly string[] Required = [LedgerForm.SettingsFile, LedgerForm.Units.File];

    // Other files, such as a README.md, are the office's own business.
    private static readonly string[] Judged = [".csv", ".yaml", ".yml", ".xlsx", ".xls", ".et"];

    public static void Check(LedgerFiles files, MistakeList mistakes)
    {
        var present = files.Names;
        foreach (var file in present.Except(Expected).Where(file => Judged.Contains(Path.GetExtension(file).ToLowerInvariant())))
        {
            // Office programs leave ~$… beside a file that is open.
            if (!file.StartsWith('~'))
                mistakes.Add(file, null, null, null, WhyNot(file));
        }

        foreach (var file in Required.Except(present))
            mistakes.Add(file, null, null, null, "缺少这个文件：台账文件夹必须有它，写法见 docs/ledger-format.md。");
        if (!LedgerForm.Expenditures.Any(form => present.Contains(form.File)))
        {
            var names = string.Join(" 和 ", LedgerForm.Expenditures.Select(form => form.File));
            mistakes.Add(LedgerForm.Expenditures[0].File, null, null, null, $"缺少这个文件：{names} 至少要有一个。");
        }
    }

    private static string WhyNot(string file)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        if (LedgerForm.All.FirstOrDefault(form => Path.GetFileNameWithoutExtension(form.File) == stem) is { } form)
            return $"台账文件夹只读 CSV 文件：请在表格软件中另存为“{form.File}”（CSV UTF-8），再把这个文件移走。";
        var near = Nearest.Word(Expected, file) is { } word ? $"，是否应为“{word}”" : "";
        return $"不认识这个文件{near}：台账文件夹里可以有的文件见 docs/ledger-format.md，其他文件请移走。";
    }
}
