using MlaBot.LocalChat.Rendering;

namespace MlaBot.LocalChat.Input;

/// <summary>What a key did to the line.</summary>
internal enum KeyResult
{
    /// <summary>The line goes on.</summary>
    Editing,

    /// <summary>The line is finished.</summary>
    Entered,

    /// <summary>Nothing more will be typed: Ctrl+D on an empty line.</summary>
    Ended,
}

/// <summary>The line that is being typed. State without a terminal.</summary>
/// <param name="history">Lines that were typed before, oldest first.</param>
/// <param name="limit">Characters after which more are not taken.</param>
internal sealed class LineEditor(IReadOnlyList<string> history, int limit)
{
    private string _text = "";
    private int _cursor;
    private int _back;

    /// <summary>What was typed.</summary>
    public string Text => _text;

    /// <summary>Takes a key.</summary>
    public KeyResult Apply(ConsoleKeyInfo key) => key switch
    {
        { Key: ConsoleKey.Enter } or { KeyChar: '\r' or '\n' } => KeyResult.Entered,
        { Modifiers: ConsoleModifiers.Control, Key: ConsoleKey.D } when _text.Length == 0 => KeyResult.Ended,
        { Modifiers: ConsoleModifiers.Control } => Control(key.Key),
        _ => Plain(key),
    };

    /// <summary>The part of the line around the cursor that fits a width, and the cursor's column in it.</summary>
    public (string Shown, int Cursor) Window(int width)
    {
        var from = 0;
        while (from < _cursor && Wrapping.Width(_text[from.._cursor]) >= width)
        {
            from = After(from);
        }

        var to = _cursor;
        while (to < _text.Length && Wrapping.Width(_text[from..After(to)]) <= width)
        {
            to = After(to);
        }

        return (_text[from..to], Wrapping.Width(_text[from.._cursor]));
    }

    private KeyResult Plain(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Backspace:
                Replace(Before(_cursor), _cursor, "");
                break;
            case ConsoleKey.Delete:
                Replace(_cursor, After(_cursor), "");
                break;
            case ConsoleKey.LeftArrow:
                _cursor = Before(_cursor);
                break;
            case ConsoleKey.RightArrow:
                _cursor = After(_cursor);
                break;
            case ConsoleKey.Home:
                _cursor = 0;
                break;
            case ConsoleKey.End:
                _cursor = _text.Length;
                break;
            case ConsoleKey.UpArrow:
                Recall(_back + 1);
                break;
            case ConsoleKey.DownArrow:
                Recall(_back - 1);
                break;
            default:
                Type(key.KeyChar);
                break;
        }

        return KeyResult.Editing;
    }

    private KeyResult Control(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.A:
                _cursor = 0;
                break;
            case ConsoleKey.E:
                _cursor = _text.Length;
                break;
            case ConsoleKey.U:
                Replace(0, _cursor, "");
                break;
            case ConsoleKey.K:
                Replace(_cursor, _text.Length, "");
                break;
            case ConsoleKey.W or ConsoleKey.Backspace:
                Replace(_text.AsSpan(0, _cursor).TrimEnd().LastIndexOf(' ') + 1, _cursor, "");
                break;
            case ConsoleKey.H:
                Replace(Before(_cursor), _cursor, "");
                break;
        }

        return KeyResult.Editing;
    }

    private void Type(char character)
    {
        // Keys without a character, Tab and Escape among them, leave the line as it is.
        if (!char.IsControl(character) && _text.Length < limit)
        {
            Replace(_cursor, _cursor, character.ToString());
        }
    }

    private void Replace(int from, int to, string by)
    {
        _text = string.Concat(_text.AsSpan(0, from), by, _text.AsSpan(to));
        _cursor = from + by.Length;
    }

    private void Recall(int back)
    {
        if (back < 0 || back > history.Count)
        {
            return;
        }

        _back = back;
        _text = back == 0 ? "" : history[^back];
        _cursor = _text.Length;
    }

    private int Before(int index) =>
        index == 0 ? 0 : index >= 2 && char.IsSurrogatePair(_text[index - 2], _text[index - 1]) ? index - 2 : index - 1;

    private int After(int index) =>
        index >= _text.Length ? _text.Length : index + 1 < _text.Length && char.IsSurrogatePair(_text[index], _text[index + 1]) ? index + 2 : index + 1;
}
