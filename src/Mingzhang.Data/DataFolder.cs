using Mingzhang.Core.Assistance.Applications;
using Mingzhang.Core.Assistance.Enrolment;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Calendar;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Compiling.Narrative;
using Mingzhang.Core.Complaints;
using Mingzhang.Core.Credit;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Execution.Monitoring;
using Mingzhang.Core.Letters;
using Mingzhang.Core.Narrative;
using Mingzhang.Core.Performance;
using Mingzhang.Core.Registers;
using Mingzhang.Core.Subsidies;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Data.Calendar;
using Mingzhang.Data.Classifications;
using Mingzhang.Data.Complaints;
using Mingzhang.Data.CreditSchemes;
using Mingzhang.Data.Editions;
using Mingzhang.Data.Letters;
using Mingzhang.Data.Narrative;
using Mingzhang.Data.Performance;
using Mingzhang.Data.Policies;
using Mingzhang.Data.Registers;
using Mingzhang.Data.Rules;
using Mingzhang.Data.Screening;
using Mingzhang.Data.Supervision;
using Mingzhang.Data.Workbench;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data;

/// <summary>
/// The product's data/ folder (基础数据): classifications, editions and rules. Each part is read when it is first asked for,
/// once, and may be asked for by several threads.
/// </summary>
public sealed class DataFolder
{
    private readonly string _folder;
    private readonly Lazy<ClassificationCatalogue> _catalogue;
    private readonly Lazy<EditionLibrary> _editions;
    private readonly Lazy<IReadOnlyList<Formula>> _rules;
    private readonly Lazy<IReadOnlyList<Formula>> _calculations;
    private readonly Lazy<IReadOnlyList<Wording>> _wordings;
    private readonly Lazy<OutlineLibrary> _outlines;
    private readonly Lazy<IReadOnlyList<SheetDescription>> _sheets;
    private readonly Lazy<ExportColumns> _exports;
    private readonly Lazy<ExportColumns> _entryExports;
    private readonly Lazy<ScoringSchemes> _schemes;
    private readonly Lazy<MonitoringThresholds> _monitoring;
    private readonly Lazy<AssistancePolicies> _assistance;
    private readonly Lazy<IReadOnlyList<EnrolmentPolicy>> _enrolment;
    private readonly Lazy<IReadOnlyList<SubsidyPolicy>> _subsidies;
    private readonly Lazy<ExportColumns> _identityLists;
    private readonly Lazy<ExportColumns> _settlementExports;
    private readonly Lazy<ExportColumns> _bankReturns;
    private readonly Lazy<ApplicationPapers> _papers;
    private readonly Lazy<ExportColumns> _claimExports;
    private readonly Lazy<ScreeningBook> _screening;
    private readonly Lazy<Edition> _monitoringForms;
    private readonly Lazy<IReadOnlyList<KeyValuePair<string, string>>> _pairs;
    private readonly Lazy<ReasonWords> _reasons;
    private readonly Lazy<ExportColumns> _institutions;
    private readonly Lazy<SupervisionRules> _supervision;
    private readonly Lazy<IReadOnlyList<LetterTemplate>> _letters;
    private readonly Lazy<PracticeGuide> _practice;
    private readonly Lazy<IReadOnlyList<LibraryIndicator>> _indicators;
    private readonly Lazy<WorkCalendar> _calendar;
    private readonly Lazy<IReadOnlyList<CreditScheme>> _credit;
    private readonly Lazy<ComplaintRules> _complaints;
    private readonly Lazy<IReadOnlyList<RegisterDefinition>> _registers;

    /// <summary>Names the folder; nothing is read yet.</summary>
    /// <param name="folder">Folder that holds classifications/, editions/ and rules/.</param>
    public DataFolder(string folder)
    {
        _folder = folder;
        _catalogue = new(LoadCatalogue);
        _editions = new(LoadEditions);
        _rules = new(() => LoadRules(Part("rules")));
        _calculations = new(AllCalculations);
        _wordings = new(LoadWordings);
        _outlines = new(LoadOutlines);
        _sheets = new(() => LoadWorkbench(SheetDescriptions.File, SheetDescriptions.Read));
        _exports = new(() => LoadWorkbench(ExportColumns.File, ExportColumns.Read));
        _monitoring = new(() => LoadWorkbench(MonitoringFile.File, MonitoringFile.Read, MonitoringFile.Folder));
        _entryExports = new(() => LoadWorkbench(ExportColumns.EntriesFile, ExportColumns.ReadEntries));
        _schemes = new(() => LoadPart(Path.Combine("performance", "评分办法"), ScoringSchemeFiles.Load));
        _indicators = new(() => LoadPart("performance", (folder, mistakes) => IndicatorLibraryFile.Read(File.ReadAllText(Path.Combine(folder, IndicatorLibraryFile.File)), mistakes)));
        _assistance = new(() => LoadPart(Path.Combine("policies", "医疗救助"), AssistancePolicies.Load)!);
        _enrolment = new(() => LoadPart(Path.Combine("policies", "资助参保"), EnrolmentPolicies.Load));
        _subsidies = new(() => LoadPart(Path.Combine("policies", "财政补助"), SubsidyPolicies.Load));
        _identityLists = new(() => LoadWorkbench(ExportColumns.IdentitiesFile, ExportColumns.ReadIdentities));
        _settlementExports = new(() => LoadWorkbench(ExportColumns.SettlementsFile, ExportColumns.ReadSettlements));
        _bankReturns = new(() => LoadWorkbench(ExportColumns.BankReturnsFile, ExportColumns.ReadBankReturns));
        _papers = new(() => LoadWorkbench(ApplicationPaperFile.File, ApplicationPaperFile.Read, "policies"));
        _claimExports = new(() => LoadWorkbench(ExportColumns.ClaimsFile, ExportColumns.ReadClaims));
        _screening = new(() => LoadPart("screening", ScreeningBook.Load));
        _monitoringForms = new(() => LoadPart("performance", (folder, mistakes) => MonitoringFormFile.Read(File.ReadAllText(Path.Combine(folder, MonitoringFormFile.File)), Catalogue, mistakes)));
        _institutions = new(() => LoadWorkbench(ExportColumns.InstitutionsFile, ExportColumns.ReadInstitutions));
        _supervision = new(() => LoadPart("supervision", SupervisionFiles.Load));
        _letters = new(() => LoadPart("letters", LetterFiles.Load));
        _registers = new(() => LoadPart("registers", RegisterFiles.Load));
        _complaints = new(() => LoadWorkbench(ComplaintRuleFile.File, ComplaintRuleFile.Read, "complaints"));
        _credit = new(() => LoadPart("credit", CreditSchemeFiles.Load));
        _calendar = new(() => LoadPart("calendar", HolidayFiles.Load));
        _practice = new(() => LoadWorkbench(PracticeFile.File, PracticeFile.Read));
        _reasons = new(() => LoadWorkbench(ReasonWordFile.File, ReasonWordFile.Read));
        _pairs = new(() => LoadWorkbench(CodePairs.File, (text, mistakes) => CodePairs.Read(text, Catalogue, mistakes)));
    }

    /// <summary>分类目录.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public ClassificationCatalogue Catalogue => _catalogue.Value;

    /// <summary>表样库.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public EditionLibrary Editions => _editions.Value;

    /// <summary>表间公式 of the rule files, in the order of the files.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public IReadOnlyList<Formula> Rules => _rules.Value;

    /// <summary>表内公式 of all editions, checked against their forms, in the order of the forms; one that editions share comes once.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public IReadOnlyList<Formula> Calculations => _calculations.Value;

    /// <summary>文字与表格的对应.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public IReadOnlyList<Wording> Wordings => _wordings.Value;

    /// <summary>提纲库, by which narratives are compiled.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public OutlineLibrary Outlines => _outlines.Value;

    /// <summary>录入表 of the workbench.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public IReadOnlyList<SheetDescription> Sheets => _sheets.Value;

    /// <summary>How exports of the integrated budget system head their columns.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public ExportColumns Exports => _exports.Value;

    /// <summary>How exports of accounting and treasury systems head their columns.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public ExportColumns EntryExports => _entryExports.Value;

    /// <summary>评分办法.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public ScoringSchemes Schemes => _schemes.Value;

    /// <summary>指标库.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public IReadOnlyList<LibraryIndicator> Indicators => _indicators.Value;

    /// <summary>Ready-made definitions of registers (现成的台账).</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public IReadOnlyList<RegisterDefinition> Registers => _registers.Value;

    /// <summary>Deadlines and rewards of complaints (投诉举报规则).</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public ComplaintRules Complaints => _complaints.Value;

    /// <summary>信用评价办法; the first is used.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public IReadOnlyList<CreditScheme> Credit => _credit.Value;

    /// <summary>工作日历 with the public holidays of all years that are known.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public WorkCalendar Calendar => _calendar.Value;

    /// <summary>医疗救助政策 of all places.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public AssistancePolicies Assistance => _assistance.Value;

    /// <summary>医后申请材料清单.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public ApplicationPapers Papers => _papers.Value;

    /// <summary>How banks head the columns of their return files (银行回盘).</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public ExportColumns BankReturns => _bankReturns.Value;

    /// <summary>资助参保政策 of all places and years.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public IReadOnlyList<EnrolmentPolicy> Enrolment => _enrolment.Value;

    /// <summary>财政补助算式 of all places and years.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public IReadOnlyList<SubsidyPolicy> Subsidies => _subsidies.Value;

    /// <summary>How lists of subjects of assistance head their columns.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public ExportColumns IdentityLists => _identityLists.Value;

    /// <summary>How exports of settlements head their columns.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public ExportColumns SettlementExports => _settlementExports.Value;

    /// <summary>How exports of settlement details head their columns.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public ExportColumns ClaimExports => _claimExports.Value;

    /// <summary>智能审核规则 with their cases.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public ScreeningBook Screening => _screening.Value;

    /// <summary>绩效运行监控表: the forms of mid-year, an edition of their own.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public Edition MonitoringForms => _monitoringForms.Value;

    /// <summary>Functional codes whose money has one economic code (科目对应), in the order of the file.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs => _pairs.Value;

    /// <summary>Words by which reasons tell growth or decline.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public ReasonWords Reasons => _reasons.Value;

    /// <summary>新手练习.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public PracticeGuide Practice => _practice.Value;

    /// <summary>How lists of designated institutions head their columns.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public ExportColumns InstitutionLists => _institutions.Value;

    /// <summary>违规目录, 处理依据 and deadlines of supervision.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public SupervisionRules Supervision => _supervision.Value;

    /// <summary>文书模板.</summary>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public IReadOnlyList<LetterTemplate> Letters => _letters.Value;

    private T LoadPart<T>(string part, Func<string, ICollection<DataMistake>, T> read)
    {
        var mistakes = new List<DataMistake>();
        var result = read(Part(part), mistakes);
        return mistakes.Count == 0 ? result : throw new DataFolderException([.. mistakes.Select(m => m.ToString())]);
    }

    /// <summary>预警 of monitoring with their usual thresholds.</summary>
    /// <exception cref="DataFolderException">The file has mistakes.</exception>
    public MonitoringThresholds Monitoring => _monitoring.Value;

    private T LoadWorkbench<T>(string file, Func<string, ICollection<DataMistake>, T> read, string folder = "workbench")
    {
        var mistakes = new List<DataMistake>();
        var result = read(File.ReadAllText(Path.Combine(Part(folder), file)), mistakes);
        return mistakes.Count == 0 ? result : throw new DataFolderException([.. mistakes.Select(m => m.ToString())]);
    }

    private ClassificationCatalogue LoadCatalogue()
    {
        var load = ClassificationFiles.Load(Part("classifications"));
        return load.Catalogue ?? throw new DataFolderException([.. load.Mistakes.Select(m => m.ToString())]);
    }

    private EditionLibrary LoadEditions()
    {
        var mistakes = new List<DataMistake>();
        var library = EditionLibrary.Load(Part("editions"), Catalogue, Schemes, mistakes);
        // What a base has wrong, every edition on top of it has too.
        var wrong = mistakes.Concat(library.Editions.SelectMany(FormulaCatalogue.Check).Distinct().Select(Placed)).ToList();
        return wrong.Count == 0 ? library : throw new DataFolderException([.. wrong.Select(m => m.ToString())]);
    }

    private IReadOnlyList<Formula> LoadRules(string folder)
    {
        var mistakes = new List<FormulaMistake>();
        var rules = RuleFolder.Load(folder, mistakes);
        mistakes.AddRange(FormulaCatalogue.CheckBetween(rules, Editions.Editions));
        return mistakes.Count == 0 ? rules : throw new DataFolderException([.. mistakes.Select(m => Placed(m).ToString())]);
    }

    private IReadOnlyList<Wording> LoadWordings()
    {
        var mistakes = new List<DataMistake>();
        var wordings = WordingFiles.Load(Part("narrative"), Editions.Editions, mistakes);
        return mistakes.Count == 0 ? wordings : throw new DataFolderException([.. mistakes.Select(m => m.ToString())]);
    }

    private OutlineLibrary LoadOutlines()
    {
        var mistakes = new List<DataMistake>();
        var outlines = OutlineFiles.Load(Part(Path.Combine("narrative", "编制")), [.. Editions.Editions], mistakes);
        return mistakes.Count == 0 ? outlines : throw new DataFolderException([.. mistakes.Select(m => m.ToString())]);
    }

    private List<Formula> AllCalculations()
    {
        var seen = new HashSet<FormulaText>();
        return [.. Editions.Editions.SelectMany(FormulaCatalogue.Of).Where(f => seen.Add(f.Source))];
    }

    private static DataMistake Placed(FormulaMistake mistake) => new(mistake.File, mistake.Line, mistake.Column, mistake.Message);

    private string Part(string name)
    {
        var path = Path.Combine(_folder, name);
        return Directory.Exists(path) ? path : throw new DataFolderException([$"{path}：找不到这个文件夹，程序不完整，请重新取一份。"]);
    }
}
