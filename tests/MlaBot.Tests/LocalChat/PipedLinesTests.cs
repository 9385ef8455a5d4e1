using MlaBot.LocalChat.Input;

namespace MlaBot.Tests.LocalChat;

public sealed class PipedLinesTests
{
    [Theory]
    [InlineData("a\nb\n", "a|b")]
    [InlineData("a\r\nb", "a|b")]
    [InlineData("\uFEFFa\n\nb", "a||b")]
    [InlineData("", "")]
    [InlineData("\n", "")]
    public void Lines_come_without_their_ends(string text, string lines) => string.Join('|', ReadAll(text)).ShouldBe(lines);

    [Fact]
    public void Of_an_endless_line_only_the_beginning_is_kept()
    {
        var lines = ReadAll(new string('a', 3 * LocalInput.MaxLength) + "\nb");

        lines.Select(line => line.Length).ShouldBe([LocalInput.MaxLength + 1, 1]);
    }

    private static List<string> ReadAll(string text)
    {
        var source = new PipedLines(new StringReader(text));
        var lines = new List<string>();
        while (source.Read("you") is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
