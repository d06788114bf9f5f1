using Mingzhang.Core.Ledgers.Records;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>All files of records that the narrative needs (情况说明所需的文件).</summary>
internal static class NarrativeFiles
{
    /// <summary>Their forms.</summary>
    public static IReadOnlyList<LedgerForm> Forms { get; } =
    [
        DutyFile.Instance.Form, OfficeFile.Instance.Form, HeadcountFile.Instance.Form, ComparativeFile.Instance.Form, CodeBudgetFile.Instance.Form,
        ProjectUseFile.Instance.Form, ReceptionFile.Instance.Form, TripFile.Instance.Form, VehicleFile.Instance.Form, AssetFile.Instance.Form,
        ServiceFile.Instance.Form, AssetPurchaseFile.Instance.Form, KeyWorkFile.Instance.Form, RemarkFile.Instance.Form,
    ];

    /// <summary>Reads all of a folder.</summary>
    public static NarrativeRecords Load(LedgerFiles files, RecordLookups lookups, MistakeList mistakes) => new()
    {
        Duties = DutyFile.Instance.Load(files, lookups, mistakes),
        Offices = OfficeFile.Instance.Load(files, lookups, mistakes),
        Headcounts = HeadcountFile.Instance.Load(files, lookups, mistakes),
        Comparatives = ComparativeFile.Instance.Load(files, lookups, mistakes),
        CodeBudgets = CodeBudgetFile.Instance.Load(files, lookups, mistakes),
        Uses = ProjectUseFile.Instance.Load(files, lookups, mistakes),
        Receptions = ReceptionFile.Instance.Load(files, lookups, mistakes),
        Trips = TripFile.Instance.Load(files, lookups, mistakes),
        Vehicles = VehicleFile.Instance.Load(files, lookups, mistakes),
        Assets = AssetFile.Instance.Load(files, lookups, mistakes),
        Services = ServiceFile.Instance.Load(files, lookups, mistakes),
        NewAssets = AssetPurchaseFile.Instance.Load(files, lookups, mistakes),
        Works = KeyWorkFile.Instance.Load(files, lookups, mistakes),
        Remarks = RemarkFile.Instance.Load(files, lookups, mistakes),
    };

    /// <summary>The rows of every file, as they are written.</summary>
    public static IEnumerable<(LedgerForm Form, IReadOnlyList<string?[]> Rows)> Rows(NarrativeRecords records) =>
    [
        Of(DutyFile.Instance, records.Duties), Of(OfficeFile.Instance, records.Offices), Of(HeadcountFile.Instance, records.Headcounts),
        Of(ComparativeFile.Instance, records.Comparatives), Of(CodeBudgetFile.Instance, records.CodeBudgets), Of(ProjectUseFile.Instance, records.Uses),
        Of(ReceptionFile.Instance, records.Receptions), Of(TripFile.Instance, records.Trips), Of(VehicleFile.Instance, records.Vehicles),
        Of(AssetFile.Instance, records.Assets), Of(ServiceFile.Instance, records.Services), Of(AssetPurchaseFile.Instance, records.NewAssets),
        Of(KeyWorkFile.Instance, records.Works), Of(RemarkFile.Instance, records.Remarks),
    ];

    private static (LedgerForm Form, IReadOnlyList<string?[]> Rows) Of<T>(RecordFile<T> file, IReadOnlyList<T> records) => (file.Form, [.. records.Select(file.Cells)]);
}
