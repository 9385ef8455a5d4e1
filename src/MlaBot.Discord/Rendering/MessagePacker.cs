using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rendering;

/// <summary>Fills messages with components from top to bottom and opens the next one where a limit would be passed.</summary>
/// <param name="firstText">Characters of text that the first message has already, outside the box.</param>
internal sealed class MessagePacker(int firstText)
{
    private readonly List<MessageDraft> _full = [];
    private MessageDraft _draft = new(firstText);
    private bool _wantsLine;
    private int _pictures;

    /// <summary>Adds a paragraph; one that does not fit goes to the next message, or is spread over several at its lines.</summary>
    public void AddText(IReadOnlyList<string> lines)
    {
        var rest = lines.ToList();
        while (Trim(rest) is { Length: > 0 } text)
        {
            if (_draft.HasRoom(text.Length, components: 1 + Line()))
            {
                Add(new TextDisplay(text));
                return;
            }

            if (_draft.IsEmpty || (_draft.TextLeft > DiscordLimits.Text / 2 && _draft.HasRoom(0, components: 2)))
            {
                AddStart(rest);
            }

            Open();
        }
    }

    /// <summary>Adds controls with the small print around them, on one message where that is possible at all.</summary>
    public void AddControls(IReadOnlyList<string> above, IReadOnlyList<Component> rows, IReadOnlyList<string> below)
    {
        var text = Length(above) + Length(below);
        var components = rows.Sum(MessageDraft.Count) + 3;
        if (!_draft.HasRoom(text, components) && !_draft.IsEmpty)
        {
            Open();
        }

        AddText(above);
        foreach (var row in rows)
        {
            if (!_draft.HasRoom(0, MessageDraft.Count(row) + Line()))
            {
                Open();
            }

            Add(row);
        }

        AddText(below);
    }

    /// <summary>Asks for a line before what comes next; a message neither begins nor ends with one.</summary>
    public void AddLine() => _wantsLine = true;

    /// <summary>Adds a picture; a text alternative that is too long for Discord stands in full below it.</summary>
    public void AddPicture(Picture picture)
    {
        if (!_draft.HasRoom(0, 1 + Line()) || !_draft.HasRoomFor(picture.Png.Length))
        {
            Open();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"picture-{++_pictures}.png");
        var altText = ControlRows.Shown(picture.AltText, DiscordLimits.AltText);
        Add(new MediaGallery([new MediaItem(new MediaUrl($"attachment://{name}"), altText)]));
        _draft.Add(new NewFile(name, picture.Png, "image/png"), altText);
        if (altText.Length < picture.AltText.Length)
        {
            AddText(CardLines.Small(picture.AltText));
        }
    }

    /// <summary>The messages; none when nothing was added.</summary>
    public IReadOnlyList<MessageDraft> Finish() => _draft.IsEmpty ? _full : [.. _full, _draft];

    private void AddStart(List<string> lines)
    {
        var taken = 0;
        var length = 0;
        while (taken < lines.Count && length + lines[taken].Length + (taken > 0 ? 1 : 0) <= _draft.TextLeft)
        {
            length += lines[taken].Length + (taken > 0 ? 1 : 0);
            taken++;
        }

        if (taken > 0 && Trim([.. lines.Take(taken)]) is { Length: > 0 } text)
        {
            Add(new TextDisplay(text));
            lines.RemoveRange(0, taken);
        }
    }

    private void Add(Component component)
    {
        if (_wantsLine && !_draft.IsEmpty)
        {
            _draft.Add(new Separator { Divider = true, Spacing = 1 });
        }

        _wantsLine = false;
        _draft.Add(component);
    }

    private void Open()
    {
        if (!_draft.IsEmpty)
        {
            _full.Add(_draft);
            _draft = new MessageDraft(0);
        }
    }

    private int Line() => _wantsLine ? 1 : 0;

    private static int Length(IReadOnlyList<string> lines) => lines.Sum(line => line.Length + 1);

    // Discord refuses a text of blanks only, and an empty line at an edge is no paragraph.
    private static string Trim(List<string> lines)
    {
        var first = lines.FindIndex(line => !string.IsNullOrWhiteSpace(line));
        lines.RemoveRange(0, first < 0 ? lines.Count : first);
        return string.Join('\n', lines).TrimEnd();
    }
}
