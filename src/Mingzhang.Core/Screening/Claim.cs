namespace Mingzhang.Core.Screening;

/// <summary>性别 of a patient.</summary>
public enum Sex
{
    /// <summary>男.</summary>
    Male,

    /// <summary>女.</summary>
    Female,
}

/// <summary>What is charged (收费项目): by its code, by its name, or by both.</summary>
/// <param name="Code">项目编码 (<c>med_list_codg</c>); empty when the export has none.</param>
/// <param name="Name">项目名称.</param>
public sealed record ClaimItem(string Code, string Name)
{
    /// <summary>As a sentence names it.</summary>
    public override string ToString() => Name.Length > 0 ? Name : Code;
}

/// <summary>One line of a settlement's detail (费用明细): an item that an institution charged a person; what the settlement says is on each of its lines. Amounts in 元.</summary>
public sealed record Claim
{
    /// <summary>Word for in-patient care.</summary>
    public const string Inpatient = "住院";

    /// <summary>医疗类别 that a line may have.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Inpatient, "普通门诊", "门诊慢特病", "药店购药"];

    /// <summary>File it stands in.</summary>
    public required string File { get; init; }

    /// <summary>Row of the file, as a spreadsheet counts.</summary>
    public required int Row { get; init; }

    /// <summary>费用明细流水号 (<c>feedetl_sn</c>); null when the export has none. Lines of one settlement with one number are one line.</summary>
    public string? Detail { get; init; }

    /// <summary>结算编号 (<c>setl_id</c>).</summary>
    public required string SettlementId { get; init; }

    /// <summary>人员编号 (<c>psn_no</c>).</summary>
    public required string Person { get; init; }

    /// <summary>性别 (<c>gend</c>); null when it is not told.</summary>
    public Sex? Sex { get; init; }

    /// <summary>出生日期 (<c>brdy</c>); null when it is not told.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>机构代码 (<c>fixmedins_code</c>).</summary>
    public required string Institution { get; init; }

    /// <summary>医疗类别, one of <see cref="Kinds"/>.</summary>
    public required string Care { get; init; }

    /// <summary>Day the care began (<c>begndate</c>).</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day the care ended (<c>enddate</c>).</summary>
    public required DateOnly To { get; init; }

    /// <summary>Day of the charge (<c>fee_ocur_time</c>).</summary>
    public required DateOnly Day { get; init; }

    /// <summary>收费项目.</summary>
    public required ClaimItem Item { get; init; }

    /// <summary>数量 (<c>cnt</c>); below zero for what was taken back (退费).</summary>
    public required decimal Quantity { get; init; }

    /// <summary>单价 (<c>pric</c>).</summary>
    public required decimal Price { get; init; }

    /// <summary>金额 (<c>det_item_fee_sumamt</c>).</summary>
    public required decimal Amount { get; init; }

    /// <summary>诊断, codes or names, several divided by 、，； or blanks; empty when it is not told.</summary>
    public string Diagnoses { get; init; } = "";

    /// <summary>Whether it is a line of a stay in hospital.</summary>
    public bool IsStay => Care == Inpatient;

    /// <summary>Whole years of age on the day of the charge; null without a day of birth.</summary>
    public int? Age => BornOn is { } born ? Day.Year - born.Year - (Day < born.AddYears(Day.Year - born.Year) ? 1 : 0) : null;
}
