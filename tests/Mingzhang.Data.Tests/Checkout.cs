namespace Mingzhang.Data.Tests;

/// <summary>Where the tests find the files of this checkout, and a folder of their own.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Classifications => Path.Combine(Root, "data", "classifications");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Mingzhang.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the checkout.");
    }
}
