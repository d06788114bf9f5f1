using System.Buffers;
using Mingzhang.Core.Auditing.Related;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing.Formulas;

/// <summary>A mistake in a formula, with its place (公式的错误).</summary>
/// <param name="File">File.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
/// <param name="Message">What is wrong and what to write, in Chinese.</param>
public sealed record FormulaMistake(string File, int Line, int Column, string Message);

/// <summary>
/// Reads the formula language: <c>编号 [提示] 范围 左边 = 右边</c>, for example
/// <c>BG-0501 每行 合计 = 基本支出/小计 + 项目支出</c>. Operators stand between spaces; “A … B” is everything from A to B;
/// the grammar is described in docs/formula-language.md.
/// </summary>
public static class FormulaParser
{
    private static readonly (string Word, FormulaScope Scope)[] Scopes =
    [
        ("每行", FormulaScope.EachRow), ("每列", FormulaScope.EachColumn), ("逐级", FormulaScope.Levels),
        ("本表", FormulaScope.Cells), ("表间", FormulaScope.Cells), ("文件间", FormulaScope.Documents),
    ];

    private static readonly SearchValues<char> Signs = SearchValues.Create("=＝≤≥+＋…");

    /// <summary>Parses one formula; null, with a mistake noted, when it is not well formed.</summary>
    public static Formula? Parse(FormulaText source, string? formId, ICollection<FormulaMistake> mistakes)
    {
        var cursor = new Cursor(source, mistakes);
        var id = cursor.Word();
        if (!IsId(id))
            return cursor.Fail("公式应以编号开头，如 BG-0501（两个大写字母、短横、四位数字）。", id.Length);
        var soft = cursor.TryWord("提示");
        var scopeWord = cursor.Word();
        var scope = Scopes.FirstOrDefault(s => s.Word == scopeWord);
        if (scope.Word is null)
            return cursor.Fail($"编号之后应写范围：{string.Join('、', Scopes.Select(s => s.Word))}，而不是“{scopeWord}”。", scopeWord.Length);
        var body = cursor.Rest;
        if (scope.Scope == FormulaScope.Levels)
        {
            var only = body.Length == 0 ? [] : Side(cursor, scope, stop: false);
            return only is null ? null : new Formula(id, scope.Scope, only, Comparison.Equal, [], soft, source, formId) { Body = ("逐级 " + body).Trim() };
        }

        var left = Side(cursor, scope, stop: true);
        if (left is null)
            return null;
        var comparison = cursor.Operator() switch
        {
            "=" or "＝" => Comparison.Equal,
            "≤" or "<=" => Comparison.AtMost,
            "≥" or ">=" => Comparison.AtLeast,
            _ => (Comparison?)null,
        };
        if (comparison is null)
            return cursor.Fail("这里应是“=”“≤”或“≥”，前后各空一格。", 1);
        var right = Side(cursor, scope, stop: false);
        if (right is null)
            return null;
        var documents = left.Concat(right).Select(t => t.Reference.Document).Distinct().ToList();
        if (scope.Scope == FormulaScope.Documents && (documents.Count != 2 || !documents.Contains(null)))
            return cursor.Fail($"“文件间”公式应把本文件与另一份文件相比：一边写本文件的“表名[行].栏”，另一边在表名前写 {RelatedRoles.Words} 之一，如“上年决算·表名[行].栏”。", body.Length);
        if (scope.Scope == FormulaScope.Cells && documents.Exists(d => d is not null))
            return cursor.Fail("要与另一份文件相比，范围应写“文件间”。", body.Length);
        return new Formula(id, scope.Scope, left, comparison.Value, right, soft, source, formId) { Body = body };
    }

    /// <summary>Whether the word is a rule id such as BG-0501.</summary>
    public static bool IsId(string word) =>
        word.Length == 7 && char.IsAsciiLetterUpper(word[0]) && char.IsAsciiLetterUpper(word[1]) && word[2] == '-'
        && word.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0;

    private static List<FormulaTerm>? Side(Cursor cursor, (string Word, FormulaScope Scope) scope, bool stop)
    {
        var terms = new List<FormulaTerm>();
        var sign = 1;
        while (true)
        {
            var term = Term(cursor, scope, sign);
            if (term is null)
                return null;
            terms.Add(term);
            var next = cursor.PeekOperator();
            switch (next)
            {
                case "+" or "＋" or "-" or "－":
                    sign = next is "+" or "＋" ? 1 : -1;
                    cursor.Operator();
                    continue;
                case null when stop:
                    cursor.Fail("公式没有右边：请写“左边 = 右边”。", 1);
                    return null;
                case null:
                    return terms;
                case "…":
                    cursor.Fail("“…”只能用在两项之间，如“事业收入 … 其他收入”。", 1);
                    return null;
                default:
                    if (stop)
                        return terms;
                    cursor.Operator();
                    cursor.Fail(scope.Scope == FormulaScope.Levels ? "“逐级”公式没有等号：只写“逐级”，或写出栏“逐级 甲 … 乙”。" : "一个公式只能有一个等号或不等号。", next.Length);
                    return null;
            }
        }
    }

    private static FormulaTerm? Term(Cursor cursor, (string Word, FormulaScope Scope) scope, int sign)
    {
        var text = cursor.Operand();
        if (text.Length == 0)
        {
            cursor.Fail("这里缺少一项。", 1);
            return null;
        }

        // Names hold no such signs, so that one without spaces around it was meant as an operator.
        var glued = text.AsSpan().IndexOfAny(Signs);
        if (glued >= 0)
        {
            cursor.Fail($"“{text}”中的“{text[glued]}”前后要各空一格。", text.Length - glued);
            return null;
        }

        if (text.StartsWith("合计(", StringComparison.Ordinal) && text.EndsWith(')'))
        {
            if (scope.Scope == FormulaScope.EachColumn)
                return new FormulaTerm(sign, new(null, false, text[3..^1], null), null, true);
            cursor.Fail("“合计(类)”只能用在“每列”公式里。", text.Length);
            return null;
        }

        var first = Reference(cursor, text, scope);
        if (first is null)
            return null;
        if (cursor.PeekOperator() != "…")
            return new FormulaTerm(sign, first, null, false);
        cursor.Operator();
        if (scope.Scope is FormulaScope.Cells or FormulaScope.Documents)
        {
            cursor.Fail($"“…”不能用在“{scope.Word}”公式里，请逐项写出。", 1);
            return null;
        }

        var last = Reference(cursor, cursor.Operand(), scope);
        return last is null ? null : new FormulaTerm(sign, first, last, false);
    }

    private static FormulaReference? Reference(Cursor cursor, string text, (string Word, FormulaScope Scope) scope)
    {
        if (scope.Scope is FormulaScope.EachRow or FormulaScope.Levels)
            return new FormulaReference(null, false, null, text);
        if (scope.Scope == FormulaScope.EachColumn)
            return new FormulaReference(null, false, text, null);
        if (FormulaReference.Parse(text) is not { } reference)
        {
            cursor.Fail($"“{text}”应写成“表名[行].栏”。", text.Length);
            return null;
        }

        if (scope.Word == "本表" || reference.Table is not null)
            return reference;
        cursor.Fail($"“{text}”缺少表名，应写成“表名[行].栏”。", text.Length);
        return null;
    }

    // Walks over the text; operators are words of their own.
    private sealed class Cursor(FormulaText source, ICollection<FormulaMistake> mistakes)
    {
        private static readonly string[] Operators = ["=", "＝", "≤", "≥", "<=", ">=", "+", "＋", "-", "－", "…"];
        private int _at;

        public string Rest => source.Text[_at..].Trim();

        public string Word()
        {
            Skip();
            var start = _at;
            while (_at < source.Text.Length && !char.IsWhiteSpace(source.Text[_at]))
                _at++;
            return source.Text[start.._at];
        }

        public bool TryWord(string word)
        {
            var start = _at;
            if (Word() == word)
                return true;
            _at = start;
            return false;
        }

        public string? PeekOperator()
        {
            var start = _at;
            var word = Word();
            _at = start;
            return word.Length == 0 ? null : Operators.Contains(word) ? word : "";
        }

        public string Operator() => Word();

        // Everything up to the next operator: names may hold spaces.
        public string Operand()
        {
            Skip();
            var start = _at;
            var end = _at;
            while (true)
            {
                var before = _at;
                var word = Word();
                if (word.Length == 0)
                    break;
                if (Operators.Contains(word))
                {
                    _at = before;
                    break;
                }

                end = _at;
            }

            return source.Text[start..end].Trim();
        }

        public Formula? Fail(string message, int back)
        {
            mistakes.Add(new FormulaMistake(source.File, source.Line, source.Column + Math.Max(0, _at - back), message));
            return null;
        }

        private void Skip()
        {
            while (_at < source.Text.Length && char.IsWhiteSpace(source.Text[_at]))
                _at++;
        }
    }
}
