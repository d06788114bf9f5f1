namespace Mingzhang.Core;

/// <summary>Marks this assembly.</summary>
public static class AssemblyMarker;
