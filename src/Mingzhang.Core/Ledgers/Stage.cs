namespace Mingzhang.Core.Ledgers;

/// <summary>Stage of a line (阶段).</summary>
public enum Stage
{
    /// <summary>年初预算.</summary>
    Budget,

    /// <summary>决算（实际执行）.</summary>
    Final,
}
