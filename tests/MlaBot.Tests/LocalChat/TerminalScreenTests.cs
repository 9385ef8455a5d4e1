using System.Text.RegularExpressions;
using MlaBot.Chat.Cards;
using MlaBot.LocalChat.Input;
using MlaBot.LocalChat.Rendering;
using Spectre.Console;
using Table = MlaBot.Chat.Cards.Table;

namespace MlaBot.Tests.LocalChat;

public sealed partial class TerminalScreenTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly TerminalScreen _screen;

    public TerminalScreenTests() => _screen = new TerminalScreen(Console(60));

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_card_is_a_panel_and_brackets_are_only_text()
    {
        _screen.Show(
            Headings.Reply(isPrivate: true),
            new Card(new Header("[Right]"), new Section("`s3:[a]` and [red]red[/] [link=x]y[/] :smile:")) { Tone = CardTone.Good },
            _ => "");

        Plain().ShouldBe(
            """
            ╭─✓ MlaBot (only you see this)────────────────────────────╮
            │ [Right]                                                 │
            │                                                         │
            │ s3:[a] and [red]red[/] [link=x]y[/] :smile:             │
            ╰─────────────────────────────────────────────────────────╯

            """);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(40)]
    [InlineData(200)]
    public void No_line_is_wider_than_the_terminal_or_than_can_be_read(int width)
    {
        var screen = new TerminalScreen(Console(width));
        screen.Show(
            Headings.Post("21 Nov 09:00", "Question 12 · Domain 1: Data preparation for machine learning"),
            new Card(
                new Header("Question 12 · Domain 1: Data preparation for machine learning"),
                new Section(string.Join(' ', Enumerable.Repeat("words", 60))),
                new Table(["One", "Two", "Three"], [["a", "b", new string('c', 90)]]),
                new Bars("Answers", [new("A", 1, 2, IsMarked: true)])),
            _ => "");

        Plain().Split('\n').Max(Wrapping.Width).ShouldBeLessThanOrEqualTo(Math.Min(width, 100));
    }

    [Fact]
    public void A_post_appears_above_the_line_that_is_being_typed()
    {
        var editor = new LineEditor([], 100);
        _screen.Prompt("ana", editor);
        _screen.Edit(() => editor.Apply(new ConsoleKeyInfo('B', ConsoleKey.B, shift: false, alt: false, control: false)));
        _output.GetStringBuilder().Clear();

        _screen.Note("Question 12: Closed.");

        _output.ToString().ShouldStartWith("\r\u001b[2K");
        Plain().ShouldBe("* Question 12: Closed.\nana> B");
    }

    [Fact]
    public void A_finished_line_is_left_behind()
    {
        var keys = new Queue<ConsoleKeyInfo>(
        [
            new('h', ConsoleKey.H, shift: false, alt: false, control: false),
            new('i', ConsoleKey.I, shift: false, alt: false, control: false),
            new('\r', ConsoleKey.Enter, shift: false, alt: false, control: false),
            new('\u0004', ConsoleKey.D, shift: false, alt: false, control: true),
        ]);
        var lines = new TerminalLines(_screen, keys.Dequeue);

        lines.Read("ana").ShouldBe("hi");
        _screen.Note("done");
        lines.Read("ana").ShouldBeNull();

        Plain().ShouldEndWith("ana> hi\n* done\nana> \n");
    }

    [Fact]
    public void What_is_typed_cannot_steer_the_terminal()
    {
        var editor = new LineEditor(["\u001b[31mred"], 100);
        _screen.Prompt("ana", editor);
        _output.GetStringBuilder().Clear();

        _screen.Edit(() => editor.Apply(new ConsoleKeyInfo('\0', ConsoleKey.UpArrow, shift: false, alt: false, control: false)));

        _output.ToString().ShouldNotContain("\u001b[31m");
    }

    private IAnsiConsole Console(int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(_output),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>The output as a screen shows it: an erased line is gone, styles and cursor moves are not seen.</summary>
    private string Plain() => Styles().Replace(Erased().Replace(_output.ToString().Replace("\r\n", "\n", StringComparison.Ordinal), ""), "").Replace("\r", "", StringComparison.Ordinal);

    [GeneratedRegex("[^\n]*\r\u001b\\[2K", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Erased();

    [GeneratedRegex("\u001b\\[[0-9;]*[A-Za-z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Styles();
}
