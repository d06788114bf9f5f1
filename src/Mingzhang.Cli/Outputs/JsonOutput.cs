using System.Text;
using System.Text.Json;
using Mingzhang.Documents.Json;

namespace Mingzhang.Cli.Outputs;

/// <summary>Where <c>--json OUT</c> writes: a file, or standard output for “-”.</summary>
internal static class JsonOutput
{
    /// <summary>The name that stands for standard output; what a person reads is then left out.</summary>
    public const string Standard = "-";

    /// <summary>Writes; a file that cannot be written is told in one line.</summary>
    /// <returns>Whether it was written.</returns>
    public static bool Write(Session session, string path, Action<Utf8JsonWriter> write)
    {
        if (path == Standard)
        {
            using var memory = new MemoryStream();
            using (var json = JsonFormat.Writer(memory))
                write(json);
            session.Output.WriteLine(Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length));
            return true;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Create);
            using (var json = JsonFormat.Writer(file))
                write(json);
            file.Write("\n"u8);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            session.Refuse($"写不了 {path}（{e.Message}）：请检查文件夹是否存在、是否有写权限", $"cannot write {path} ({e.Message}): check the folder and its permissions");
            return false;
        }
    }

    /// <summary>Writes one object for one item, an array for several.</summary>
    public static bool Write<T>(Session session, string path, IReadOnlyList<T> items, bool isMany, Action<Utf8JsonWriter, T> write) =>
        Write(session, path, json =>
        {
            if (isMany)
                json.WriteStartArray();
            foreach (var item in items)
                write(json, item);
            if (isMany)
                json.WriteEndArray();
        });

    /// <summary>Tells where the result went, unless it went to standard output.</summary>
    public static void Tell(Session session, string path)
    {
        if (path != Standard)
            session.Output.WriteLine(session.Say($"已写入 {path}", $"written to {path}"));
    }
}
