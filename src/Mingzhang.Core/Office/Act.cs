namespace Mingzhang.Core.Office;

/// <summary>What a person may be allowed to do (操作). Every page and every address of the workbench asks for exactly one of these.</summary>
public enum Act
{
    /// <summary>Change one's own password, sign out: the only acts open to whoever holds a one-time password.</summary>
    OwnAccount,

    /// <summary>Be signed in: the list of one's departments.</summary>
    SignedIn,

    /// <summary>Keep departments, units and accounts (办公室设置).</summary>
    Manage,

    /// <summary>See drafts, versions, remarks and findings of a department (查看编报).</summary>
    See,

    /// <summary>Change records of a draft (编报录入). A 项目负责人 may change the sheets about projects only.</summary>
    Edit,

    /// <summary>Begin a draft, bring in files (建立编报、导入).</summary>
    Compile,

    /// <summary>Take a step of the process; which one is decided by <see cref="DraftProcess"/> (流程).</summary>
    Step,

    /// <summary>Write remarks and answer them (批注).</summary>
    Remark,

    /// <summary>Publish an approved version (公开).</summary>
    Publish,

    /// <summary>Book entries of the execution, bring in exports, correct what was refused (记账).</summary>
    Book,

    /// <summary>Decide that a line may be overdrawn, close a year and open it again (超支决定、关账).</summary>
    Decide,

    /// <summary>Answer warnings, set plans of projects (答复预警).</summary>
    Answer,

    /// <summary>See the records of the office's businesses, persons masked: assistance, supervision, complaints, ledgers of its own (查看业务).</summary>
    SeeWork,

    /// <summary>Record and handle cases of the office's businesses (经办业务).</summary>
    Work,

    /// <summary>Review what another has handled (复核业务): nobody reviews what is their own.</summary>
    Review,

    /// <summary>Approve payments, penalties and what else the head answers for (批准业务).</summary>
    Approve,

    /// <summary>See a person's sealed particulars in full; every view is logged (查看完整证件信息).</summary>
    Reveal,

    /// <summary>Upload published documents and have them audited, correct what was read, judge findings, keep rules of one's own (审核文件).</summary>
    Audit,

    /// <summary>Read and export the audit trail (审计日志).</summary>
    ReadTrail,
}
