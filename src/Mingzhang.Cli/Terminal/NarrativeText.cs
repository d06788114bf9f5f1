using Mingzhang.Core.Disclosures;

namespace Mingzhang.Cli.Terminal;

/// <summary>Shows the narrative (情况说明) on a terminal: headings, and paragraphs below them.</summary>
internal static class NarrativeText
{
    /// <summary>Writes the paragraphs.</summary>
    public static void Write(Session session, IReadOnlyList<Paragraph> paragraphs)
    {
        string[] open = [];
        foreach (var paragraph in paragraphs)
        {
            var path = paragraph.Section.Split('/');
            for (var level = path.Zip(open).TakeWhile(p => p.First == p.Second).Count(); level < path.Length; level++)
                session.Output.WriteLine(new string(' ', 2 * level) + path[level]);
            open = path;
            TextWrap.Write(session.Output, new string(' ', 2 * path.Length), paragraph.Text);
        }

        session.Output.WriteLine();
    }
}
