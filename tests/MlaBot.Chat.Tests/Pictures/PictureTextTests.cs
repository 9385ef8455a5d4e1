using FsCheck;
using FsCheck.Fluent;
using MlaBot.Chat.Pictures;

namespace MlaBot.Chat.Tests.Pictures;

public sealed class PictureTextTests
{
    private static readonly PictureText Text = new(12);

    [Fact]
    public void Every_letter_of_plain_English_can_be_written() =>
        (string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except(['$', '@', '\\', '^', '`', '{', '|', '}', '~'])) + "–—·×≤≥…’")
            .Where(letter => !PictureText.Knows(letter)).ShouldBeEmpty();

    [Fact]
    public void What_is_written_stays_within_the_width_that_was_measured() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var canvas = new Canvas((int)Math.Ceiling(Text.Width(text)) + 60, 40, Ink.White);
            Text.Write(canvas, 30, 10, text, Ink.Black);
            var last = 30 + (int)Math.Ceiling(Text.Width(text)) + 3;
            return Enumerable.Range(0, 40).All(y => IsBlank(canvas, y, 0, 26) && IsBlank(canvas, y, last, canvas.Width - last));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_fit_and_lose_no_word_but_behind_an_ellipsis() =>
        Prop.ForAll(Texts.ToArbitrary(), Gen.Choose(60, 300).ToArbitrary(), (text, width) =>
        {
            var lines = Text.Lines(text, width, 2);
            var joined = string.Join(' ', lines);
            var words = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            return lines.Count <= 2 && lines.All(line => Text.Width(line) <= width) && (joined.Contains('…', StringComparison.Ordinal) || joined == words);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_letter_that_nobody_drew_is_a_box_and_no_fault()
    {
        var canvas = new Canvas(60, 30, Ink.White);

        Text.Write(canvas, 5, 8, "語€", Ink.Black);

        IsBlank(canvas, 8, 0, 60).ShouldBeFalse();
    }

    [Fact]
    public void Drawing_over_the_edge_is_left_out()
    {
        var canvas = new Canvas(8, 8, Ink.White);

        Text.Write(canvas, -20, -3, "over the edge", Ink.Black);
        canvas.FillRound(-5, -5, 40, 40, 6, Ink.Grey);

        canvas.Row(7)[0].ShouldBe(Ink.Grey.Red);
    }

    private static Gen<string> Texts { get; } =
        from length in Gen.Choose(0, 40)
        from letters in Gen.ArrayOf(Gen.Elements("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 %&().,-–語".ToCharArray()), length)
        select new string(letters);

    private static bool IsBlank(Canvas canvas, int y, int x, int width) => canvas.Row(y).Slice(x * 3, width * 3).IndexOfAnyExcept((byte)255) < 0;
}
