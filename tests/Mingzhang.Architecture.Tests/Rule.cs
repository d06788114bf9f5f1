using System.Text.RegularExpressions;

namespace Mingzhang.Architecture.Tests;

/// <summary>Something no text may hold. Each use of it is tried on planted text too, so that a green test means something.</summary>
/// <param name="Pattern">What is looked for.</param>
/// <param name="InCodeOnly">True to look past comments and strings of C#.</param>
public sealed record Rule(string Pattern, bool InCodeOnly = true)
{
    /// <summary>Where the text holds it, as “path:line: the line”.</summary>
    public IEnumerable<string> Breaches(SourceFile file)
    {
        var searched = InCodeOnly ? CSharpText.CodeOf(file.Text) : file.Text;
        foreach (Match match in Regex.Matches(searched, Pattern, RegexOptions.CultureInvariant))
        {
            var line = searched.AsSpan(0, match.Index).Count('\n');
            yield return $"{file.Path}:{line + 1}: {file.Text.Split('\n')[line].Trim()}";
        }
    }

    /// <summary>Fails with the list of all breaches when there is one.</summary>
    public void HoldsIn(IEnumerable<SourceFile> files)
    {
        var all = files.ToList();
        Assert.NotEmpty(all);
        var breaches = all.SelectMany(Breaches).ToList();
        Assert.True(breaches.Count == 0, string.Join('\n', breaches));
    }

    /// <summary>Whether a planted text breaks the rule.</summary>
    public bool Finds(string planted) => Breaches(new SourceFile("planted.cs", planted)).Any();
}
