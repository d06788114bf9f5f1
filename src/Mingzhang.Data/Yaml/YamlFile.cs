using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mingzhang.Data.Yaml;

/// <summary>Reads a YAML file into nodes that know their place.</summary>
public static class YamlFile
{
    /// <summary>Parses the text; a mistake of form is added to the list and null returned.</summary>
    /// <param name="text">Content.</param>
    /// <param name="file">Name for messages.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static DataMap? Parse(string text, string file, ICollection<DataMistake> mistakes)
    {
        var lines = text.Split('\n');
        var tab = Array.FindIndex(lines, l => l.TrimStart(' ').StartsWith('\t') && l.Trim().Length > 0);
        if (tab >= 0)
        {
            mistakes.Add(new DataMistake(file, tab + 1, lines[tab].IndexOf('\t', StringComparison.Ordinal) + 1, "缩进里有制表符，请改用空格。"));
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                mistakes.Add(new DataMistake(file, 1, 1, "文件是空的。"));
                return null;
            }

            var root = Node(parser, file, mistakes);
            if (root is DataMap map)
                return map;
            mistakes.Add(new DataMistake(file, root.Line, root.Column, "应当由“名称: 内容”组成。"));
            return null;
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
            // The library's scanner throws the second kind for some brackets left open; it words its messages in English,
            // and the line itself says more to the person who wrote it.
            var at = (exception as YamlException)?.Start ?? parser.Current?.End ?? Mark.Empty;
            mistakes.Add(new DataMistake(
                file, (int)at.Line, (int)at.Column,
                $"这里或上一行的格式不对：“{lines.ElementAtOrDefault((int)at.Line - 1)?.Trim()}”。请检查缩进、冒号后的空格，以及括号和引号是否成对；不能用 & 和 * 引用。"));
            return null;
        }
    }

    private static DataNode Node(IParser parser, string file, ICollection<DataMistake> mistakes)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            var empty = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";
            return new DataScalar(empty && scalar.Style == ScalarStyle.Plain ? null : scalar.Value, file, (int)scalar.Start.Line, (int)scalar.Start.Column);
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<DataNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Node(parser, file, mistakes));
            return new DataList(items, file, (int)sequence.Start.Line, (int)sequence.Start.Column);
        }

        if (parser.TryConsume<MappingStart>(out var mapping))
            return Map(parser, mapping, file, mistakes);

        var other = parser.Consume<ParsingEvent>();
        throw new YamlException(other.Start, other.End, "不支持引用（& 和 *）。");
    }

    private static DataMap Map(IParser parser, MappingStart start, string file, ICollection<DataMistake> mistakes)
    {
        var entries = new List<DataEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (!seen.Add(key.Value))
                mistakes.Add(new DataMistake(file, (int)key.Start.Line, (int)key.Start.Column, $"“{key.Value}”写了两次，请删去一个。"));
            entries.Add(new DataEntry(key.Value, (int)key.Start.Line, (int)key.Start.Column, Node(parser, file, mistakes)));
        }

        return new DataMap(entries, file, (int)start.Start.Line, (int)start.Start.Column);
    }
}
