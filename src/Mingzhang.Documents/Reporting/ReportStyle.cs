namespace Mingzhang.Documents.Reporting;

/// <summary>Style of the audit report (报告样式): readable on a screen and on paper, without anything from elsewhere.</summary>
internal static class ReportStyle
{
    public const string Css = """
        body{margin:0;background:#f4f5f7;color:#1d2430;font:16px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif}
        main{max-width:1180px;margin:0 auto;padding:24px 20px 60px;background:#fff}
        h1{font-size:24px;margin:0 0 4px}h2{font-size:19px;margin:36px 0 10px;padding-bottom:4px;border-bottom:2px solid #1d2430}h3{font-size:16px;margin:0 0 4px}
        .facts{color:#566;margin:0}.counts span{display:inline-block;padding:1px 12px;border-radius:12px;font-weight:bold;color:#fff;margin-right:6px}
        .counts .error{background:#b3261e}.counts .warning{background:#9a5b00}.counts .hint{background:#4a6078}.notread{background:#fff3d6;padding:6px 12px}
        article{border-left:5px solid;padding:8px 14px;margin:10px 0;background:#fafafa;break-inside:avoid}article.error{border-color:#b3261e}article.warning{border-color:#d98a00}article.hint{border-color:#7f95ac}
        article p{margin:2px 0}article:target{box-shadow:0 0 0 3px #ffd54a}
        .number{display:inline-block}h3 .number,.ref,.box span{min-width:1.5em;text-align:center;border-radius:9px;background:#1d2430;color:#fff;font-size:12px;padding:0 4px;text-decoration:none}
        .ref{display:inline-block;margin-left:3px;vertical-align:super;line-height:1.4}
        dl{display:grid;grid-template-columns:5em 1fr;gap:1px 8px;margin:4px 0}dt{color:#566}dd{margin:0;overflow-wrap:anywhere}
        .scroll{overflow:auto;max-height:640px;margin:12px 0;border:1px solid #c4cad3}
        table{border-collapse:collapse;font-size:14px;min-width:100%}caption{text-align:left;padding:6px 8px;font-weight:bold}
        th,td{border:1px solid #c4cad3;padding:2px 7px}thead th{background:#e9edf2;position:sticky;top:0}tbody th{font-weight:normal;text-align:left}
        td.number{display:table-cell;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}td.gap{text-align:center;color:#788}
        td.error{background:#fbd9d6;outline:2px solid #b3261e}td.warning{background:#ffe9c2;outline:2px solid #d98a00}td.hint{background:#e4ebf3}td.maybe{background:#fff7d9;outline:1px dashed #d98a00}
        ins{display:block;color:#0a6b2d;text-decoration:none;font-weight:bold}ins::before{content:"应为 "}
        .page{position:relative;display:inline-block;border:1px solid #999}.page img{display:block;max-width:100%}figure{margin:18px 0}figcaption{font-weight:bold}
        .box{position:absolute;border:2px solid;box-sizing:border-box}.box.error{border-color:#b3261e;background:rgba(227,60,50,.18)}.box.warning{border-color:#d98a00;background:rgba(255,180,0,.2)}.box.hint{border-color:#4a6078}
        .box span{position:absolute;left:100%;top:-2px;line-height:16px}
        @media print{body{background:#fff}main{padding:0;max-width:none}.scroll{max-height:none;overflow:visible}details>*{display:block}}
        """;
}
