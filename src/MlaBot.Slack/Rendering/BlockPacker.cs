using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Fills messages with blocks from top to bottom and opens the next one where a limit would be passed.</summary>
/// <param name="mostBlocks">Blocks of a message.</param>
/// <param name="mostText">Characters of all its blocks.</param>
/// <param name="first">A block that the first message begins with; null for none.</param>
internal sealed class BlockPacker(int mostBlocks, int mostText, Block? first)
{
    private readonly List<IReadOnlyList<Block>> _full = [];
    private List<Block> _blocks = first is null ? [] : [first];
    private int _text = first is null ? 0 : BlockText.Length(first);
    private bool _wantsLine;

    /// <summary>True when the message that is being filled has a table, of which Slack takes one.</summary>
    public bool HasTable => _blocks.Any(block => block is TableBlock);

    /// <summary>Adds a block, to the next message when this one has no room.</summary>
    public void Add(Block block)
    {
        if (!HasRoom([block]))
        {
            Open();
        }

        if (_wantsLine && _blocks.Count > 0)
        {
            _blocks.Add(new DividerBlock());
        }

        _wantsLine = false;
        if (_blocks is [.., RichTextBlock above] && above != first && block is RichTextBlock below && RichTextBlocks.Joined(above, below) is { } joined)
        {
            _blocks[^1] = joined;
            _text += BlockText.Length(joined) - BlockText.Length(above);
        }
        else
        {
            _blocks.Add(block);
            _text += BlockText.Length(block);
        }
    }

    /// <summary>Adds blocks on one message where that is possible at all.</summary>
    public void AddTogether(IReadOnlyList<Block> blocks)
    {
        if (!HasRoom(blocks))
        {
            Open();
        }

        foreach (var block in blocks)
        {
            Add(block);
        }
    }

    /// <summary>Asks for a line before what comes next; a message neither begins nor ends with one.</summary>
    public void AddLine() => _wantsLine = true;

    /// <summary>The messages; none when nothing was added.</summary>
    public IReadOnlyList<IReadOnlyList<Block>> Finish() => _blocks.Count == 0 ? _full : [.. _full, _blocks];

    private bool HasRoom(IReadOnlyList<Block> blocks) =>
        _blocks.Count + blocks.Count + (_wantsLine ? 1 : 0) <= mostBlocks && _text + blocks.Sum(BlockText.Length) <= mostText;

    private void Open()
    {
        if (_blocks.Count > 0)
        {
            _full.Add(_blocks);
            _blocks = [];
            _text = 0;
        }
    }
}
