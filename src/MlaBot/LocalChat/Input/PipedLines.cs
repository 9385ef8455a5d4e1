using System.Text;

namespace MlaBot.LocalChat.Input;

/// <summary>Lines of a pipe or file. However long a line is, no more than its beginning is held in memory.</summary>
internal sealed class PipedLines(TextReader reader) : ILineSource
{
    private bool _hasBegun;

    public string? Read(string person)
    {
        var line = new StringBuilder();
        var any = false;
        for (var next = reader.Read(); next >= 0; next = reader.Read())
        {
            any = true;
            if (next == '\n')
            {
                break;
            }

            if (line.Length <= LocalInput.MaxLength)
            {
                line.Append((char)next);
            }
        }

        return any ? Trim(line.ToString()) : null;
    }

    // A file from another system may begin with a byte order mark and end its lines with a carriage return.
    private string Trim(string line)
    {
        var text = !_hasBegun && line.StartsWith('\uFEFF') ? line[1..] : line;
        _hasBegun = true;
        return text.EndsWith('\r') ? text[..^1] : text;
    }
}
