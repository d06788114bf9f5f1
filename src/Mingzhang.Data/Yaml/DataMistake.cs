namespace Mingzhang.Data.Yaml;

/// <summary>A mistake in a data file (数据文件的错误), with its place.</summary>
/// <param name="File">File name.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
/// <param name="Message">What is wrong and what to do, in Chinese.</param>
public sealed record DataMistake(string File, int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File} 第 {Line} 行第 {Column} 列：{Message}";
}
