using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mingzhang.Bench;

// ./mz bench [NAME] [--json OUT]
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var home = Environment.GetEnvironmentVariable("MINGZHANG_HOME");
if (string.IsNullOrEmpty(home) || !Directory.Exists(Path.Combine(home, "data")))
    return Refuse("请用 ./mz bench 运行：没有 MINGZHANG_HOME，找不到 data 文件夹");
home = Path.GetFullPath(home);
// How right, rather than how fast: ./mz bench accuracy [FOLDER] [--write], ./mz bench reading FOLDER
if (args is ["accuracy", ..] || (args is ["reading", var first, ..] && !first.StartsWith('-')))
{
    var folder = args.Skip(1).FirstOrDefault(a => !a.StartsWith('-')) ?? Path.Combine(home, "..", "shared", "gold");
    return Mingzhang.Bench.Accuracy.AccuracyRun.Run(new World(home), home, folder, readsOnly: args[0] == "reading", writes: args.Contains("--write"));
}

string? name = null;
string? json = null;
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--json" && i + 1 < args.Length)
        json = args[++i];
    else if (name is null && Cases.All.ContainsKey(args[i]))
        name = args[i];
    else
        return Refuse($"不认识“{args[i]}”；用法: ./mz bench [{string.Join('|', Cases.All.Keys)}] [--json OUT]，或 ./mz bench accuracy [FOLDER] [--write]，或 ./mz bench reading FOLDER");
}

var world = new World(home);
var results = new JsonArray();
foreach (var each in name is null ? Cases.All.Keys : [name])
{
    var measured = Cases.All[each](world);
    results.Add(measured.ToJson());
    if (json != "-")
        Console.WriteLine($"{measured.Name}: {measured.Items} 项，{measured.Seconds:F4} 秒，每秒 {measured.Items / measured.Seconds:F0} 项；{measured.Details.ToJsonString(Output.Compact)}");
}

if (json is null)
    return 0;
var text = (name is null ? results : results[0]!).ToJsonString(Output.Indented);
if (json == "-")
    Console.WriteLine(text);
else
    File.WriteAllText(json, text);
return 0;

static int Refuse(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}

/// <summary>How results are written.</summary>
internal static class Output
{
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonSerializerOptions Indented { get; } = new(Compact) { WriteIndented = true };
}
