using FsCheck;
using FsCheck.Fluent;
using MlaBot.LocalChat.Rendering;

namespace MlaBot.Tests.LocalChat;

public sealed class WrappingTests
{
    private static readonly Gen<string> Texts = Gen.Elements("word ", "a", "longwordwithoutspace", "- ", "  ", "日本", "é", "👍", "1. ", " ").ArrayOf().Select(string.Concat);

    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 8, "one two|three")]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("日本語文", 5, "日本|語文")]
    [InlineData("", 5, "")]
    public void Lines_break_at_spaces(string text, int width, string lines) => string.Join('|', Wrap(text, width)).ShouldBe(lines);

    [Fact]
    public void No_line_is_wider_than_asked() =>
        Prop.ForAll(Texts.ToArbitrary(), Gen.Choose(2, 60).ToArbitrary(), (text, width) => Wrap(text, width).All(line => Wrapping.Width(line) <= width))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_but_spaces_is_lost() =>
        Prop.ForAll(Texts.ToArbitrary(), Gen.Choose(2, 60).ToArbitrary(), (text, width) => Squeeze(string.Concat(Wrap(text, width))) == Squeeze(text))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_style_stays_with_its_words()
    {
        var lines = Wrapping.Wrap(new TextLine([new("one "), new("two three", SpanStyle.Bold)]), 7).ToArray();

        lines[0].Spans.ShouldBe([new TextSpan("one "), new TextSpan("two", SpanStyle.Bold)]);
        lines[1].Spans.ShouldBe([new TextSpan("three", SpanStyle.Bold)]);
    }

    private static string[] Wrap(string text, int width) => [.. Wrapping.Wrap(TextLine.Of(text), width).Select(line => line.Text)];

    private static string Squeeze(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
