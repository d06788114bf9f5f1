namespace Mingzhang.Core.Ledgers.Records;

/// <summary>What a document states and lines cannot give (情况说明所需的记录). A list without records is empty.</summary>
public sealed record NarrativeRecords
{
    /// <summary>No records at all.</summary>
    public static NarrativeRecords None { get; } = new();

    /// <summary>主要职责.</summary>
    public IReadOnlyList<Duty> Duties { get; init; } = [];

    /// <summary>内设机构.</summary>
    public IReadOnlyList<Office> Offices { get; init; } = [];

    /// <summary>人员情况.</summary>
    public IReadOnlyList<Headcount> Headcounts { get; init; } = [];

    /// <summary>上年数和增减原因.</summary>
    public IReadOnlyList<Comparative> Comparatives { get; init; } = [];

    /// <summary>年初预算.</summary>
    public IReadOnlyList<CodeBudget> CodeBudgets { get; init; } = [];

    /// <summary>项目用途.</summary>
    public IReadOnlyList<ProjectUse> Uses { get; init; } = [];

    /// <summary>公务接待.</summary>
    public IReadOnlyList<Reception> Receptions { get; init; } = [];

    /// <summary>出国团组.</summary>
    public IReadOnlyList<TripGroup> Trips { get; init; } = [];

    /// <summary>公务用车.</summary>
    public IReadOnlyList<VehicleCount> Vehicles { get; init; } = [];

    /// <summary>国有资产.</summary>
    public IReadOnlyList<AssetCount> Assets { get; init; } = [];

    /// <summary>政府购买服务.</summary>
    public IReadOnlyList<ServicePurchase> Services { get; init; } = [];

    /// <summary>新增资产配置.</summary>
    public IReadOnlyList<AssetPurchase> NewAssets { get; init; } = [];

    /// <summary>重点工作.</summary>
    public IReadOnlyList<KeyWork> Works { get; init; } = [];

    /// <summary>补充说明.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];
}
