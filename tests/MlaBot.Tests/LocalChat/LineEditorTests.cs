using FsCheck;
using FsCheck.Fluent;
using MlaBot.LocalChat.Input;
using MlaBot.LocalChat.Rendering;

namespace MlaBot.Tests.LocalChat;

public sealed class LineEditorTests
{
    private static readonly ConsoleKeyInfo[] Keys =
    [
        Key(ConsoleKey.LeftArrow), Key(ConsoleKey.RightArrow), Key(ConsoleKey.Home), Key(ConsoleKey.End), Key(ConsoleKey.Backspace), Key(ConsoleKey.Delete),
        Key(ConsoleKey.UpArrow), Key(ConsoleKey.DownArrow), Key(ConsoleKey.Tab, '\t'), Key(ConsoleKey.Escape, '\u001b'), Key(ConsoleKey.F1),
        Control(ConsoleKey.A), Control(ConsoleKey.E), Control(ConsoleKey.U), Control(ConsoleKey.K), Control(ConsoleKey.W), Control(ConsoleKey.H),
        Char('a'), Char(' '), Char('é'), Char('日'), Char('\ud83d'), Char('\udc4d'),
    ];

    [Fact]
    public void Typing_and_moving_edits_the_line()
    {
        var editor = Typed("helo");
        editor.Apply(Key(ConsoleKey.LeftArrow));
        editor.Apply(Char('l'));
        editor.Apply(Key(ConsoleKey.End));
        editor.Apply(Char('!'));
        editor.Apply(Key(ConsoleKey.Home));
        editor.Apply(Key(ConsoleKey.Delete));
        editor.Apply(Char('H'));

        editor.Text.ShouldBe("Hello!");
    }

    [Theory]
    [InlineData(ConsoleKey.U, "")]
    [InlineData(ConsoleKey.W, "/schedule add ")]
    [InlineData(ConsoleKey.H, "/schedule add 1")]
    [InlineData(ConsoleKey.K, "/schedule add 12")]
    public void Control_keys_cut_as_in_a_shell(ConsoleKey key, string left)
    {
        var editor = Typed("/schedule add 12");
        editor.Apply(Control(key));

        editor.Text.ShouldBe(left);
    }

    [Fact]
    public void Arrows_bring_earlier_lines_back()
    {
        var editor = new LineEditor(["first", "second"], 100);
        editor.Apply(Key(ConsoleKey.UpArrow));
        editor.Text.ShouldBe("second");
        editor.Apply(Key(ConsoleKey.UpArrow));
        editor.Apply(Key(ConsoleKey.UpArrow));
        editor.Text.ShouldBe("first");
        editor.Apply(Key(ConsoleKey.DownArrow));
        editor.Apply(Key(ConsoleKey.DownArrow));
        editor.Text.ShouldBeEmpty();
    }

    [Fact]
    public void Enter_finishes_and_control_D_ends_an_empty_line_only()
    {
        new LineEditor([], 100).Apply(Key(ConsoleKey.Enter, '\r')).ShouldBe(KeyResult.Entered);
        new LineEditor([], 100).Apply(Control(ConsoleKey.D)).ShouldBe(KeyResult.Ended);
        Typed("a").Apply(Control(ConsoleKey.D)).ShouldBe(KeyResult.Editing);
    }

    [Fact]
    public void A_character_of_two_halves_is_deleted_whole()
    {
        var editor = Typed("a👍");
        editor.Apply(Key(ConsoleKey.Backspace));

        editor.Text.ShouldBe("a");
    }

    [Fact]
    public void The_window_follows_the_cursor()
    {
        var editor = Typed("0123456789");

        editor.Window(5).ShouldBe(("6789", 4));
        editor.Apply(Key(ConsoleKey.Home));
        editor.Window(5).ShouldBe(("01234", 0));
    }

    [Fact]
    public void Any_keys_leave_a_line_without_control_characters_and_a_window_that_fits()
    {
        Prop.ForAll(Gen.Elements(Keys).ArrayOf().ToArbitrary(), Gen.Choose(8, 40).ToArbitrary(), (keys, width) =>
        {
            var editor = new LineEditor(["earlier", "later"], 20);
            foreach (var key in keys)
            {
                editor.Apply(key);
            }

            var (shown, cursor) = editor.Window(width);
            return editor.Text.Length <= 20 && !editor.Text.Any(char.IsControl) && cursor < width && Wrapping.Width(shown) <= width && cursor <= Wrapping.Width(shown);
        }).QuickCheckThrowOnFailure();
    }

    private static LineEditor Typed(string text)
    {
        var editor = new LineEditor([], 100);
        foreach (var character in text)
        {
            editor.Apply(Char(character));
        }

        return editor;
    }

    private static ConsoleKeyInfo Char(char character) => new(character, default, shift: false, alt: false, control: false);

    private static ConsoleKeyInfo Key(ConsoleKey key, char character = '\0') => new(character, key, shift: false, alt: false, control: false);

    private static ConsoleKeyInfo Control(ConsoleKey key) => new((char)(key - ConsoleKey.A + 1), key, shift: false, alt: false, control: true);
}
