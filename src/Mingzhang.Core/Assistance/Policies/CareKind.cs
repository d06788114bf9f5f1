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
