using MlaBot.LocalChat.Rendering;

namespace MlaBot.LocalChat.Input;

/// <summary>Lines typed at a terminal, key by key, so that the line survives what is posted meanwhile.</summary>
/// <param name="screen">Shows the line.</param>
/// <param name="nextKey">Waits for a key.</param>
internal sealed class TerminalLines(TerminalScreen screen, Func<ConsoleKeyInfo> nextKey) : ILineSource
{
    private const int Kept = 50;
    private readonly List<string> _history = [];

    public string? Read(string person)
    {
        var editor = new LineEditor([.. _history], LocalInput.MaxLength + 1);
        screen.Prompt(person, editor);
        KeyResult result;
        do
        {
            var key = nextKey();
            result = screen.Edit(() => editor.Apply(key));
        }
        while (result == KeyResult.Editing);
        screen.EndPrompt();
        Remember(editor.Text);
        return result == KeyResult.Ended ? null : editor.Text;
    }

    private void Remember(string line)
    {
        if (line.Length == 0 || (_history.Count > 0 && _history[^1] == line))
        {
            return;
        }

        _history.Add(line);
        if (_history.Count > Kept)
        {
            _history.RemoveAt(0);
        }
    }
}
