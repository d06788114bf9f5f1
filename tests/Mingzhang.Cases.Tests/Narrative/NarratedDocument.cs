using System.Text;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Cases.Tests.Narrative;

/// <summary>A made-up agency's documents, tables and all, to which a test adds sentences.</summary>
internal static class NarratedDocument
{
    private const string Budget = """
        云岭县水利局2026年部门预算公开

        第二部分 云岭县水利局2026年部门预算表

        表1 收支总表
        单位：万元

        | 收入                     | 收入   | 支出               | 支出   |
        | 项目                     | 预算数 | 项目               | 预算数 |
        | ------------------------ | ------ | ------------------ | ------ |
        | 一、一般公共预算拨款收入 | 980.00 | 一、一般公共服务支出 |      |
        | 九、其他收入             | 20.00  | 十一、农林水支出   | 1000.00 |
        | 本年收入合计             | 1000.00 | 本年支出合计      | 1000.00 |
        | 上年结转结余             |        | 年终结转结余       |        |
        | 收入总计                 | 1000.00 | 支出总计          | 1000.00 |

        表3 支出总表
        单位：万元

        | 科目编码 | 科目名称   | 合计 | 基本支出 | 项目支出 | 事业单位经营支出 | 上缴上级支出 | 对附属单位补助支出 |
        | -------- | ---------- | ---- | -------- | -------- | ---------------- | ------------ | ------------------ |
        |          | 合计       | 1000.00 | 600.00 | 400.00 | | | |
        | 213      | 农林水支出 | 1000.00 | 600.00 | 400.00 | | | |
        | 21303    | 水利       | 1000.00 | 600.00 | 400.00 | | | |
        | 2130301  | 行政运行   | 600.00  | 600.00 |        | | | |
        | 2130314  | 防汛       | 400.00  |        | 400.00 | | | |

        表5 一般公共预算支出表
        单位：万元

        | 科目编码 | 科目名称   | 合计   | 基本支出 | 基本支出 | 基本支出 | 项目支出 |
        | 科目编码 | 科目名称   | 合计   | 小计     | 人员经费 | 公用经费 | 项目支出 |
        | -------- | ---------- | ------ | -------- | -------- | -------- | -------- |
        |          | 合计       | 980.00 | 600.00   | 570.00   | 30.00    | 380.00   |
        | 213      | 农林水支出 | 980.00 | 600.00   | 570.00   | 30.00    | 380.00   |
        | 21303    | 水利       | 980.00 | 600.00   | 570.00   | 30.00    | 380.00   |
        | 2130301  | 行政运行   | 600.00 | 600.00   | 570.00   | 30.00    |          |
        | 2130314  | 防汛       | 380.00 |          |          |          | 380.00   |

        表6 一般公共预算基本支出表
        单位：万元

        | 部门预算支出经济分类科目 | 部门预算支出经济分类科目 | 本年一般公共预算基本支出 | 本年一般公共预算基本支出 | 本年一般公共预算基本支出 |
        | 科目编码 | 科目名称       | 合计   | 人员经费 | 公用经费 |
        | -------- | -------------- | ------ | -------- | -------- |
        |          | 合计           | 600.00 | 570.00   | 30.00    |
        | 301      | 工资福利支出   | 570.00 | 570.00   |          |
        | 30101    | 基本工资       | 370.00 | 370.00   |          |
        | 30102    | 津贴补贴       | 200.00 | 200.00   |          |
        | 30103    | 奖金           | 0.00   | 0.00     |          |
        | 302      | 商品和服务支出 | 30.00  |          | 30.00    |
        | 30201    | 办公费         | 12.00  |          | 12.00    |
        | 30205    | 水费           | 4.00   |          | 4.00     |
        | 30206    | 电费           | 4.00   |          | 4.00     |
        | 30207    | 邮电费         | 4.00   |          | 4.00     |
        | 30211    | 差旅费         | 3.00   |          | 3.00     |
        | 30228    | 工会经费       | 3.00   |          | 3.00     |

        第三部分 云岭县水利局2026年部门预算情况说明


        """;

    private const string Final = """
        云岭县水利局2026年度部门决算公开

        第二部分 云岭县水利局2026年度部门决算表

        公开03表 支出决算表
        单位：万元

        | 项目 | 项目 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
        | 功能分类科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
        | ---- | ---- | ---- | ---- | ---- | ---- | ---- | ---- |
        |      | 合计 | 900.00 | 510.00 | 390.00 | | | |
        | 213  | 农林水支出 | 900.00 | 510.00 | 390.00 | | | |
        | 21303 | 水利 | 900.00 | 510.00 | 390.00 | | | |
        | 2130301 | 行政运行 | 520.00 | 510.00 | 10.00 | | | |
        | 2130314 | 防汛 | 380.00 | | 380.00 | | | |

        公开05表 一般公共预算财政拨款支出决算表
        单位：万元

        | 项目 | 项目 | 本年支出 | 本年支出 | 本年支出 |
        | 功能分类科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
        | ---- | ---- | ---- | ---- | ---- |
        |      | 合计 | 890.00 | 500.00 | 390.00 |
        | 213  | 农林水支出 | 890.00 | 500.00 | 390.00 |
        | 21303 | 水利 | 890.00 | 500.00 | 390.00 |
        | 2130301 | 行政运行 | 510.00 | 500.00 | 10.00 |
        | 2130314 | 防汛 | 380.00 | | 380.00 |

        第三部分 云岭县水利局2026年度部门决算情况说明


        """;

    /// <summary>Findings of sentences in a budget, as “规则 程度 应为”.</summary>
    public static IReadOnlyList<string> OfBudget(string heading, params string[] sentences) => Audit("national-budget", heading, sentences);

    /// <summary>Findings of sentences in final accounts.</summary>
    public static IReadOnlyList<string> OfFinal(string heading, params string[] sentences) => Audit("national-final", heading, sentences);

    /// <summary>The document with sentences under a heading.</summary>
    public static Disclosure Read(string edition, string heading, params string[] sentences)
    {
        var known = Product.Data.Editions.Find(edition)!;
        var text = (known.Kind == DisclosureKind.Final ? Final : Budget) + heading + "\n\n" + string.Join("\n\n", sentences) + "\n";
        var read = DisclosureReader.Read("说明.txt", Encoding.UTF8.GetBytes(text), [known], Product.Data.Catalogue);
        Assert.True(read.IsRead, read.Error);
        Assert.True(read.Value.Statements.Count >= 2, "the tables were not read");
        return read.Value;
    }

    private static IReadOnlyList<string> Audit(string edition, string heading, string[] sentences)
    {
        var report = Auditor.Audit(Read(edition, heading, sentences), [Product.Data.Editions.Find(edition)!], Product.Data.Rules, Product.Data.Catalogue, Product.Data.Wordings);
        Assert.Empty(report.FailedRules);
        return
        [
            .. report.Findings.Where(f => f.Rule.StartsWith("NA-", StringComparison.Ordinal) && f.Severity != Severity.Hint)
                .Select(f => $"{f.Rule} {(f.Severity == Severity.Error ? "错误" : "疑点")} {f.Expected}".TrimEnd()),
        ];
    }
}
