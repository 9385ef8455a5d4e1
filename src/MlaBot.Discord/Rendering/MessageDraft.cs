using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rendering;

/// <summary>What stands in the box of one message so far, and how much room is left.</summary>
/// <param name="outside">Characters of text outside the box, in one component; 0 for none.</param>
internal sealed class MessageDraft(int outside)
{
    private readonly List<Component> _components = [];
    private readonly List<NewFile> _files = [];
    private readonly List<Attachment> _attachments = [];
    private int _text = outside;
    private int _count = outside > 0 ? 2 : 1;

    public bool IsEmpty => _components.Count == 0;

    public int TextLeft => DiscordLimits.Text - _text;

    public IReadOnlyList<Component> Components => _components;

    public IReadOnlyList<NewFile> Files => _files;

    public IReadOnlyList<Attachment> Attachments => _attachments;

    /// <summary>How many components one counts for: itself and what is inside.</summary>
    public static int Count(Component component) => component switch
    {
        ActionRow row => 1 + row.Components.Count,
        Container container => 1 + container.Components.Sum(Count),
        _ => 1,
    };

    public bool HasRoom(int text, int components) => text <= TextLeft && _count + components <= DiscordLimits.Components;

    public bool HasRoomFor(int fileBytes) =>
        _files.Count < DiscordLimits.Files && _files.Sum(file => (long)file.Bytes.Length) + fileBytes <= DiscordLimits.AllFileBytes;

    public void Add(Component component)
    {
        _components.Add(component);
        _count += Count(component);
        _text += component is TextDisplay text ? text.Content.Length : 0;
    }

    public void Add(NewFile file, string description)
    {
        _attachments.Add(new Attachment(_files.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), file.Name, description));
        _files.Add(file);
    }
}
