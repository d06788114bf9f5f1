using System.Diagnostics.CodeAnalysis;

namespace Mingzhang.Documents.Reading;

/// <summary>What reading gave: a value, or the reason why there is none, in Chinese for the person who gave the file.</summary>
/// <typeparam name="T">What is read.</typeparam>
public sealed class ReadResult<T>
    where T : class
{
    private ReadResult(T? value, string? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsRead => Value is not null;

    /// <summary>What was read; null when it could not be read.</summary>
    public T? Value { get; }

    /// <summary>Where, what and what to do; null when it was read.</summary>
    public string? Error { get; }

    /// <summary>A value.</summary>
    public static ReadResult<T> Of(T value) => new(value, null);

    /// <summary>No value, for this reason.</summary>
    public static ReadResult<T> Failed(string error) => new(null, error);
}
