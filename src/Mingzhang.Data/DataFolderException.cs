namespace Mingzhang.Data;

/// <summary>The product's own data files have mistakes (基础数据有误): nothing that rests on them can be done.</summary>
public sealed class DataFolderException : Exception
{
    /// <summary>No mistakes named.</summary>
    public DataFolderException()
        : this([])
    {
    }

    /// <summary>One mistake.</summary>
    public DataFolderException(string message)
        : this([message])
    {
    }

    /// <summary>One mistake with what led to it.</summary>
    public DataFolderException(string message, Exception inner)
        : base(message, inner) => Mistakes = [message];

    /// <summary>These mistakes, each with file, line and column.</summary>
    public DataFolderException(IReadOnlyList<string> mistakes)
        : base(string.Join(Environment.NewLine, mistakes)) => Mistakes = mistakes;

    /// <summary>Each mistake with file, line and column, in Chinese.</summary>
    public IReadOnlyList<string> Mistakes { get; }
}
