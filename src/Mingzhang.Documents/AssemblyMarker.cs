namespace Mingzhang.Documents;

/// <summary>Marks this assembly.</summary>
public static class AssemblyMarker;
