using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Workbench;

/// <summary>A step of the practice (练习的一步).</summary>
/// <param name="Name">What to do.</param>
/// <param name="Help">How.</param>
/// <param name="To">Page of the draft, behind its root.</param>
/// <param name="Done">How it is told that it was done: one of <see cref="PracticeFile.States"/>, or a step of the process.</param>
public sealed record PracticeStep(string Name, string Help, string To, string Done);

/// <summary>The practice of a newcomer (新手练习).</summary>
/// <param name="Sample">Folder of the sample it begins with.</param>
/// <param name="Steps">Its steps.</param>
public sealed record PracticeGuide(string Sample, IReadOnlyList<PracticeStep> Steps);

/// <summary>Reads data/workbench/练习.yaml.</summary>
public static class PracticeFile
{
    /// <summary>Name of the file.</summary>
    public const string File = "练习.yaml";

    /// <summary>What a draft may have come to.</summary>
    public static IReadOnlyList<string> States { get; } = ["没有填错的格", "没有勾稽错误", "没有待填"];

    /// <summary>Reads it.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static PracticeGuide Read(string text, ICollection<DataMistake> mistakes)
    {
        var root = YamlFile.Parse(text, File, mistakes);
        var steps = new List<PracticeStep>();
        foreach (var item in (root?["步骤"] as DataList)?.Items ?? [])
        {
            var step = item is DataMap map ? new PracticeStep(Text(map["名称"]), Text(map["说明"]), Text(map["去"]), Text(map["完成"])) : new PracticeStep("", "", "", "");
            if (step.Name.Length == 0 || step.Done.Length == 0)
                mistakes.Add(new DataMistake(File, item.Line, item.Column, "一步要有名称、说明、去、完成。"));
            else if (!States.Contains(step.Done) && Core.Office.DraftProcess.Steps.All(s => s.Name != step.Done))
                mistakes.Add(new DataMistake(File, item.Line, item.Column, $"“完成”应是{string.Join('、', States)}，或流程里的操作名，现为“{step.Done}”。"));
            else
                steps.Add(step);
        }

        return new PracticeGuide(Text(root?["样例"]), steps);
    }

    private static string Text(DataNode? node) => (node as DataScalar)?.Value ?? "";
}
