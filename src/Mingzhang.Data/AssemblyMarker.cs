namespace Mingzhang.Data;

/// <summary>Marks this assembly.</summary>
public static class AssemblyMarker;
