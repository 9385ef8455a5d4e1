using MlaBot.Chat.Cards;
using MlaBot.LocalChat.Input;
using NodaTime;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlaBot.LocalChat.Rendering;

/// <summary>The chat on a terminal. What is posted appears above the line that is being typed, which stays whole.</summary>
internal sealed class TerminalScreen(IAnsiConsole console) : ILocalScreen
{
    private const string EraseLine = "\r\u001b[2K";
    private readonly Lock _gate = new();
    private (string Person, LineEditor Editor)? _prompt;

    public void Show(string heading, Card card, Func<Instant, string> time) =>
        Write(() => Panel(heading, look => CardText.Render(card, look, time), card.Tone));

    public void Show(string heading, IEnumerable<string> text, Func<Instant, string> time) =>
        Write(() => Panel(heading, look => CardText.Render(text, look, time), CardTone.Neutral));

    public void Note(string text) => Write(() => new Rows(
        Wrapping.Wrap(TextLine.Of($"* {CardText.Clean(text)}"), Width()).Select(line => new Spectre.Console.Text(line.Text, new Style(decoration: Decoration.Dim)))));

    public void Echo(string person, string typed)
    {
        // The terminal shows what was typed.
    }

    public void Close() => EndPrompt();

    /// <summary>Shows the line that is being typed, and keeps it below everything until <see cref="EndPrompt"/>.</summary>
    public void Prompt(string person, LineEditor editor)
    {
        lock (_gate)
        {
            _prompt = (person, editor);
            Draw();
        }
    }

    /// <summary>Changes the line that is being typed.</summary>
    public T Edit<T>(Func<T> edit)
    {
        lock (_gate)
        {
            var result = edit();
            Draw();
            return result;
        }
    }

    /// <summary>Leaves the typed line where it is and goes on below it.</summary>
    public void EndPrompt()
    {
        lock (_gate)
        {
            if (_prompt is not null)
            {
                _prompt = null;
                console.Write(new ControlCode("\n"));
            }
        }
    }

    private int Width() => Math.Max(24, console.Profile.Width - 1);

    private Rows Panel(string heading, Func<CardLook, IReadOnlyList<TextLine>> lines, CardTone tone)
    {
        var width = Math.Min(Width(), CardPanel.Widest);
        return new Rows(CardPanel.Of(heading, lines(new CardLook(width - CardPanel.Frame, IsPlain: false)), tone, width));
    }

    private void Write(Func<IRenderable> what)
    {
        lock (_gate)
        {
            if (_prompt is not null)
            {
                console.Write(new ControlCode(EraseLine));
            }

            console.Write(what());
            Draw();
        }
    }

    private void Draw()
    {
        if (_prompt is not var (person, editor))
        {
            return;
        }

        var prompt = $"{CardText.Clean(person)}> ";
        var (shown, cursor) = editor.Window(Math.Max(8, console.Profile.Width - Wrapping.Width(prompt) - 1));
        console.Write(new ControlCode(EraseLine));
        console.Write(new Spectre.Console.Text(prompt, new Style(Color.Aqua)));
        console.Write(new ControlCode($"{CardText.Clean(shown)}\r\u001b[{Wrapping.Width(prompt) + cursor}C"));
    }
}
