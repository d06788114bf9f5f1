namespace Mingzhang.Documents.Publishing.Html;

/// <summary>The style of the page (版式): GB/T 9704 on paper, quiet and wide enough on screens.</summary>
internal static class HtmlStyle
{
    /// <summary>The whole style sheet.</summary>
    public const string Sheet = """
        :root {
          --ink: #1d2430; --quiet: #5c6675; --line: #c6ccd6; --hair: #e3e7ed; --paper: #fff; --tint: #f4f6f9; --accent: #9b1c1c; --link: #1f4e8c;
          --title: "方正小标宋简体", "FZXiaoBiaoSong-B05S", "Noto Serif CJK SC", "Source Han Serif SC", "STSong", "SimSun", serif;
          --text: "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC", serif;
          --heading: "黑体", "SimHei", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif;
          --sub: "楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "Noto Serif CJK SC", "Source Han Serif SC", serif;
          --table: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "宋体", "SimSun", sans-serif;
          --size: 1.0625rem; --small: .875rem; --gap: 1.5rem;
        }
        @font-face { font-family: "Digits"; src: local("Times New Roman"), local("Liberation Serif"); unicode-range: U+20-7E; }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; color: var(--ink); background: var(--paper); font: var(--size)/1.8 var(--text); overflow-wrap: anywhere; }
        h1, h2, h3, h4, h5, p, ol { margin: 0; padding: 0; font-weight: normal; }
        a { color: var(--link); text-decoration: none; }
        a:hover { text-decoration: underline; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }

        .cover, .contents, main { width: min(100% - 2 * var(--gap), 74rem); margin-inline: auto; }
        .cover { padding: 4rem 0 2rem; text-align: center; border-bottom: 2px solid var(--accent); }
        .cover h1 { font: 2rem/1.4 var(--title); }
        .agency { font: 1.375rem/1.6 var(--heading); color: var(--accent); margin-bottom: .5rem; }
        .contents { padding: 2rem 0; font-family: var(--table); font-size: .9375rem; }
        .contents h2 { font: 1.25rem/1.6 var(--heading); margin-bottom: .75rem; }
        .contents ol { list-style: none; }
        .contents ol { columns: 24rem; column-gap: 3rem; }
        .contents li { break-inside: avoid; padding-left: 1rem; }
        .contents .part-line { padding-left: 0; font-family: var(--heading); break-after: avoid; }
        .contents li + .part-line { margin-top: .5rem; }
        .contents a { display: flex; gap: .75rem; padding: .125rem 0; }
        .contents .name { flex: 1; }
        .contents .number { display: inline-block; min-width: 4.5em; color: var(--quiet); }
        .contents .page { display: none; }

        .part { padding-top: 2rem; border-top: 1px solid var(--line); }
        .part h2 { font: 1.625rem/1.5 var(--title); text-align: center; margin-bottom: 1.5rem; }
        .part + .part { margin-top: 3rem; }
        .text { max-width: 46rem; margin: 0 auto 2.5rem; }
        .text p { text-indent: 2em; text-align: justify; }
        .text h3 { font: 1.1875rem/1.7 var(--heading); margin: 1.5rem 0 .5rem; }
        .text h4, .text h5 { font: 1.125rem/1.7 var(--sub); margin: 1rem 0 .25rem; }

        mark { background: #fff1c2; color: inherit; outline: 1px solid #d9a400; }
        .draft { width: min(100% - 2 * var(--gap), 74rem); margin: 1.5rem auto 0; padding: 1rem 1.25rem; border: 1px solid #d9a400; border-left-width: 4px; background: #fffaf0; font: .9375rem/1.7 var(--table); }
        .draft strong { font-family: var(--heading); color: var(--accent); margin-right: .5em; }
        .draft ul { margin: .5rem 0 0; padding-left: 1.25rem; columns: 24rem; column-gap: 3rem; }
        .draft li { break-inside: avoid; }
        .draft span { color: var(--quiet); }

        .sheet { margin-bottom: 3rem; }
        .scroll { overflow-x: auto; container-type: inline-size; margin-bottom: .75rem; }
        table { border-collapse: collapse; width: 100%; font: var(--small)/1.5 var(--table); }
        caption { padding: 0; text-align: left; }
        .caption { position: sticky; left: 0; width: 100%; max-width: 100cqi; display: grid; grid-template: "title title" auto "number unit" auto / 1fr 1fr; padding-bottom: .375rem; }
        .caption h3 { grid-area: title; font: 1.25rem/1.5 var(--heading); text-align: center; }
        .caption .number { grid-area: number; color: var(--quiet); }
        .caption .unit { grid-area: unit; text-align: right; color: var(--quiet); }
        th, td { border: 1px solid var(--line); padding: .3125rem .5rem; text-align: left; font-weight: normal; vertical-align: middle; }
        thead th { text-align: center; background: var(--tint); color: var(--ink); }
        .figures { border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
        .figures td { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .figures .words { text-align: left; white-space: normal; }
        .figures .code { text-align: left; color: var(--quiet); }
        .figures tbody th { min-width: 9em; }
        .figures tbody tr:hover > * { background: var(--tint); }
        .total > * { font-weight: 600; }
        .in2 { padding-left: 1.75em; } .in3 { padding-left: 2.75em; } .in4 { padding-left: 3.75em; } .in5 { padding-left: 4.75em; }
        .many { min-width: 64rem; } .most { min-width: 84rem; }
        .form { min-width: 44rem; }
        .form th { background: var(--tint); text-align: center; min-width: 4.5em; } .form .short { text-align: center; }
        .chart { margin: 1.5rem 0; break-inside: avoid; }
        .chart caption { font: 1.0625rem/1.6 var(--heading); text-align: center; padding-bottom: .375rem; }
        .chart th, .chart td { border: 0; border-bottom: 1px solid var(--hair); background: none; }
        .chart td { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .chart .words { text-align: left; } .chart .bar { width: 40%; } .chart thead th { text-align: right; color: var(--quiet); } .chart thead th:first-child { text-align: left; }
        .chart svg { display: block; width: 100%; height: .75rem; } .s1 { fill: var(--link); } .s2 { fill: var(--accent); }
        .note { font: var(--small)/1.7 var(--table); color: var(--quiet); }

        @media screen and (max-width: 40rem) {
          :root { --gap: 1rem; --size: 1rem; --small: .8125rem; }
          .cover { padding: 2.5rem 0 1.5rem; }
          .cover h1 { font-size: 1.5rem; }
          .agency { font-size: 1.125rem; }
          .part h2 { font-size: 1.3125rem; }
          .caption h3 { font-size: 1.0625rem; }
          .contents a { padding: .3125rem 0; }
          .figures.few { min-width: 0; } .figures.some { min-width: 40rem; }
        }

        @page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt "宋体", "SimSun", "Noto Serif CJK SC", serif; } }
        @page cover { @bottom-center { content: none; } }
        @page wide { size: A4 landscape; margin: 25mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt "宋体", "SimSun", "Noto Serif CJK SC", serif; } }
        @media print {
          body { font: 16pt/28.9pt var(--text); overflow-wrap: normal; }
          a { color: inherit; text-decoration: none; }
          .cover, .contents, main { width: auto; margin: 0; padding: 0; }
          .cover { page: cover; break-after: page; border: 0; padding-top: 62mm; }
          .agency { font: 26pt/1.6 var(--title); color: var(--ink); margin-bottom: 10mm; }
          .cover h1 { font: 32pt/1.5 var(--title); }
          .contents { break-after: page; font: 12pt/1.7 var(--text); }
          .contents h2 { font: 22pt/1.6 var(--title); text-align: center; margin-bottom: 8mm; }
          .contents ol { columns: auto; }
          .contents li { padding-left: 2em; }
          .contents li + .part-line { margin-top: 2mm; }
          .contents a { padding: 0; gap: 1em; }
          .contents .number { min-width: 5em; color: inherit; }
          .contents .page { display: block; min-width: 2em; text-align: right; }
          .part { padding: 0; border: 0; break-before: page; }
          .part + .part { margin: 0; }
          .contents + main > .part:first-child { break-before: auto; }
          .part h2 { font: 22pt/1.5 var(--title); margin-bottom: 5mm; }
          .text { max-width: none; margin: 0; }
          .text h3 { font: 16pt/28.9pt var(--heading); margin: 0; text-indent: 2em; }
          .text h4, .text h5 { font: 16pt/28.9pt var(--sub); margin: 0; text-indent: 2em; }
          .part h2, .text h3, .text h4, .text h5 { break-after: avoid; }
          .sheet { margin: 0; break-after: page; }
          .sheet:last-child { break-after: auto; }
          .sheet.wide { page: wide; }
          .caption h3 { font: 16pt/1.6 var(--title); }
          .scroll { overflow: visible; container-type: normal; margin-bottom: 2mm; }
          table { font: 10.5pt/1.45 var(--table); }
          table.many { font-size: 9pt; } table.most { font-size: 7.5pt; } .form { font-size: 9pt; }
          table, .many, .most, .form, .form th, .figures tbody th { min-width: 0; }
          .caption { position: static; max-width: none; font-size: 10.5pt; padding-bottom: 1.5mm; }
          .caption .number, .caption .unit, .figures .code, .note { color: inherit; }
          th, td { border: .5pt solid var(--ink); padding: .6mm 1.2mm; }
          table.long { font-size: 9pt; line-height: 1.3; } table.long th, table.long td { padding-block: .3mm; }
          table.most th, table.most td { padding: .6mm .7mm; }
          table.fit { table-layout: fixed; line-height: 1.3; font-family: "Digits", var(--table); }
          table.fit th, table.fit td { padding: 0 1mm; overflow-wrap: anywhere; }
          .fit tbody th.in2 { padding-left: calc(1mm + 1em); } .fit tbody th.in3 { padding-left: calc(1mm + 2em); } .fit tbody th.in4 { padding-left: calc(1mm + 3em); } .fit tbody th.in5 { padding-left: calc(1mm + 4em); }
          .p21 { font-size: 10.5pt; } table.p18 { font-size: 9pt; } table.p15 { font-size: 7.5pt; } table.p13 { font-size: 6.5pt; } table.p11 { font-size: 5.5pt; }
          .h397 tr { height: 19.85pt; } .h361 tr { height: 18.05pt; } .h325 tr { height: 16.25pt; } .h289 tr { height: 14.45pt; } .h253 tr { height: 12.65pt; } .h217 tr { height: 10.85pt; }
          thead { display: table-header-group; }
          thead th, .form th { background: none; }
          tr, .together { break-inside: avoid; }
          .figures { border-top: 1pt solid var(--ink); border-bottom: 1pt solid var(--ink); }
          .note { font: 10.5pt/1.5 var(--table); }
        }

        """;
}
