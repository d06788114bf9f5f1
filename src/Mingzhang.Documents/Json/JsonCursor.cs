using System.Text;
using System.Text.Json;

namespace Mingzhang.Documents.Json;

/// <summary>Walks over a JSON text and says with its place what is not of the expected shape. Unknown keys are passed over.</summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> content)
{
    private Utf8JsonReader _reader = new(content);
    private long _key = -1;
    private int _keyLength;
    private readonly ReadOnlySpan<byte> _content = content;

    /// <summary>Kind of the value at hand.</summary>
    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Goes to the first or next value.</summary>
    public void Next()
    {
        if (!_reader.Read())
            throw new JsonFault(_content.Length, "内容到这里就断了，文件不完整。");
    }

    /// <summary>Goes to the value of the next key of the object at hand; false at its end.</summary>
    public bool NextKey()
    {
        Next();
        if (_reader.TokenType == JsonTokenType.EndObject)
            return false;
        _key = _reader.TokenStartIndex;
        _keyLength = _reader.ValueSpan.Length;
        return true;
    }

    /// <summary>Whether the key at hand is this one; then its value is at hand.</summary>
    public bool Is(ReadOnlySpan<byte> key)
    {
        if (!_reader.ValueTextEquals(key))
            return false;
        Next();
        return true;
    }

    /// <summary>The key at hand; its value is then at hand.</summary>
    public string Key()
    {
        var key = StringAt();
        Next();
        return key;
    }

    /// <summary>Passes over the key at hand and its value.</summary>
    public void Skip() => _reader.Skip();

    /// <summary>Goes to the next item of the array at hand; false at its end.</summary>
    public bool NextItem()
    {
        Next();
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Enters an object; false for null.</summary>
    public readonly bool Object() => Enter(JsonTokenType.StartObject, "{…}");

    /// <summary>Enters an array; false for null.</summary>
    public readonly bool Array() => Enter(JsonTokenType.StartArray, "[…]");

    /// <summary>A text or null.</summary>
    public string? Text() => _reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => StringAt(),
        _ => throw Expected("文字（用双引号括起）"),
    };

    /// <summary>A text; null counts as empty.</summary>
    public string Words() => Text() ?? "";

    /// <summary>true or false; null counts as the given value.</summary>
    public readonly bool Flag(bool otherwise) => _reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => otherwise,
        _ => throw Expected("true 或 false"),
    };

    /// <summary>A whole number or null.</summary>
    public readonly int? Whole()
    {
        if (_reader.TokenType == JsonTokenType.Null)
            return null;
        return _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt32(out var value) ? value : throw Expected("整数");
    }

    /// <summary>An amount or null, with its printed decimals.</summary>
    public readonly decimal? Amount()
    {
        if (_reader.TokenType == JsonTokenType.Null)
            return null;
        return _reader.TokenType == JsonTokenType.Number && _reader.TryGetDecimal(out var value) ? value : throw Expected("数（不加引号，最多 28 位）");
    }

    /// <summary>A number as it is written.</summary>
    public readonly ReadOnlySpan<byte> Digits() => _reader.TokenType == JsonTokenType.Number ? _reader.ValueSpan : throw Expected("数");

    /// <summary>Makes sure that nothing follows the whole value.</summary>
    public void End()
    {
        if (_reader.Read())
            throw new JsonFault(_reader.TokenStartIndex, "后面还有多余的内容，请删去。");
    }

    /// <summary>The fault that a key is missing in the object that ends here.</summary>
    public readonly JsonFault Missing(string key) => new(_reader.TokenStartIndex, $"到这里为止的一项缺少“{key}”。");

    /// <summary>The fault that something else is wanted here.</summary>
    public readonly JsonFault Expected(string what)
    {
        var key = _key < 0 ? "" : $"“{Encoding.UTF8.GetString(_content.Slice((int)_key + 1, _keyLength))}”";
        return new JsonFault(_reader.TokenStartIndex, $"{key}应是{what}。");
    }

    private readonly bool Enter(JsonTokenType token, string what)
    {
        if (_reader.TokenType == JsonTokenType.Null)
            return false;
        return _reader.TokenType == token ? true : throw Expected(what);
    }

    private readonly string StringAt()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            throw new JsonFault(_reader.TokenStartIndex, "含有不成字的 \\u 转义。");
        }
    }
}
