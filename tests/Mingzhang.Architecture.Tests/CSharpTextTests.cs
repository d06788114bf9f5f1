namespace Mingzhang.Architecture.Tests;

public class CSharpTextTests
{
    [Theory]
    [InlineData("a // double\nb", "a          \nb")]
    [InlineData("a /* x\ny */ b", "a     \n     b")]
    [InlineData("f(\"a\\\"b\") c", "f(      ) c")]
    [InlineData("f(@\"a\"\"b\\\") c", "f(        ) c")]
    [InlineData("f('\"') c", "f(   ) c")]
    [InlineData("f(\"\"\"a \" b\"\"\") c", "f(           ) c")]
    public void Comments_and_strings_are_blanked_and_code_is_kept(string text, string code) =>
        Assert.Equal(code, CSharpText.CodeOf(text));
}
