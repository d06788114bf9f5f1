namespace Mingzhang.Core.Assistance.Policies;

/// <summary>Kind of care that a settlement is for (医疗类别).</summary>
public enum CareKind
{
    /// <summary>住院.</summary>
    Inpatient,

    /// <summary>门诊慢特病: long-term illness treated without a stay.</summary>
    LongTermOutpatient,

    /// <summary>普通门诊.</summary>
    Outpatient,
}

/// <summary>The words of kinds of care, as files and forms write them.</summary>
public static class CareKinds
{
    /// <summary>The kind that each word means.</summary>
    public static IReadOnlyDictionary<string, CareKind> Words { get; } = new Dictionary<string, CareKind>(StringComparer.Ordinal)
    {
        ["住院"] = CareKind.Inpatient,
        ["门诊慢特病"] = CareKind.LongTermOutpatient,
        ["普通门诊"] = CareKind.Outpatient,
    };

    /// <summary>Its word.</summary>
    public static string ChineseName(this CareKind care) => Words.First(w => w.Value == care).Key;
}
