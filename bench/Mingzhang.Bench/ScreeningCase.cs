using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Screening;

namespace Mingzhang.Bench;

/// <summary>./mz bench screening: a million made-up lines of details, as CSV files of a month each, read and screened by all rules of the product.</summary>
internal static class ScreeningCase
{
    private const int Lines = 1_000_000, PerFile = 100_000, LinesPerSettlement = 20, Persons = 40_000;

    private static readonly string[] Items =
    [
        "普通病房床位费", "二级护理", "住院诊查费", "静脉输液", "注射用青霉素", "静脉采血", "全血细胞分析", "葡萄糖血糖测定", "胸部CT平扫", "心脏彩超", "持续吸氧", "心电监护", "换药",
        "普通针刺", "红外线治疗", "血液透析", "门冬胰岛素注射液", "阑尾切除术", "全身麻醉", "子宫附件彩超", "前列腺彩超", "小儿推拿", "糖类抗原测定", "阿托伐他汀钙片", "氨氯地平片", "肝功能检查",
    ];

    private static readonly string[] Diagnoses = ["I63.9", "E11.9", "J18.9", "N18.5", "K29.7", "M51.2", ""];

    public static Measured Run(World world)
    {
        // Files are made beforehand: making them is no part of what is measured.
        var files = Enumerable.Range(0, Lines / PerFile).Select(File).ToList();
        var details = new JsonObject { ["rules"] = world.Data.Screening.Rules.Count, ["fileMiB"] = files.Sum(f => (long)f.Length) / (1024 * 1024) };
        var hits = 0L;
        long lines = 0;
        foreach (var part in (int[])[files.Count / 2, files.Count])
        {
            GC.Collect();
            var (processor, start) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());
            (lines, hits, var top) = Screen(world, files.Take(part));
            var name = part == files.Count ? "all" : "half";
            details[name + "Lines"] = lines;
            details[name + "Hits"] = hits;
            details[name + "Seconds"] = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 2);
            details[name + "ProcessorSeconds"] = Math.Round((Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds, 2);
            details[name + "ManagedTopMiB"] = top / (1024 * 1024);
        }

        return new Measured("screening", lines, details["allSeconds"]!.GetValue<double>(), details);
    }

    private static (long Lines, long Hits, long Top) Screen(World world, IEnumerable<byte[]> files)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var run = new ScreeningRun(world.Data.Screening.Rules, world.Data.ClaimExports);
        var top = 0L;
        foreach (var file in files)
        {
            var malformed = new HashSet<int>();
            run.Take("明细.csv", "明细", CsvSheets.Stream("明细.csv", file, malformed).Rows!, malformed);
            top = Math.Max(top, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        if (run.Mistakes.Count > 0)
            throw new InvalidOperationException(run.Mistakes[0].Message);
        var hits = 0L;
        foreach (var _ in run.Hits())
        {
            if (++hits % 20_000 == 0)
                top = Math.Max(top, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        return (run.Lines, hits, top);
    }

    // A month of its own: settlements of one file do not go on in another.
    private static byte[] File(int month)
    {
        var random = new DeterministicRandom((ulong)(month + 1));
        var text = new StringBuilder("结算编号,明细编号,人员编号,性别,出生日期,机构代码,医疗类别,入院日期,出院日期,费用日期,项目编码,项目名称,数量,单价,金额,诊断\n");
        for (var i = 0; i < PerFile / LinesPerSettlement; i++)
        {
            var person = random.Next(Persons);
            var isStay = random.Next(4) == 0;
            var from = new DateOnly(2024, (month % 12) + 1, 1 + random.Next(20));
            var to = isStay ? from.AddDays(1 + random.Next(8)) : from;
            var head = string.Create(CultureInfo.InvariantCulture, $"P{person:000000},{(person % 2 == 0 ? '男' : '女')},{1930 + (person % 90)}-05-0{1 + (person % 9)},H{random.Next(600):0000},{(isStay ? "普通住院" : "门诊")},{from:yyyy-MM-dd},{to:yyyy-MM-dd}");
            for (var line = 0; line < LinesPerSettlement; line++)
            {
                var day = from.AddDays(isStay ? random.Next(to.DayNumber - from.DayNumber + 1) : 0);
                var (quantity, price) = (1 + random.Next(3), 1 + random.Next(300));
                text.Append(CultureInfo.InvariantCulture, $"S{month:00}{i:000000},{line},{head},{day:yyyy-MM-dd},{random.Next(2000):00000},{Items[random.Next(Items.Length)]},{quantity},{price}.50,{(quantity * price) + (quantity * 0.5m)},{Diagnoses[random.Next(Diagnoses.Length)]}\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
