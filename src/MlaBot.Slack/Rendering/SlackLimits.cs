namespace MlaBot.Slack.Rendering;

/// <summary>How much a message, a view and their parts may hold. Lengths in UTF-16 units, which never undercount.</summary>
/// <remarks>Source: Slack developer documentation, "Block Kit: Blocks", "Block elements", "Composition objects", "Views", "chat.postMessage".</remarks>
internal static class SlackLimits
{
    /// <summary>Blocks of a message.</summary>
    public const int MessageBlocks = 50;

    /// <summary>Blocks of a modal or Home.</summary>
    public const int ViewBlocks = 100;

    /// <summary>Bytes of a view as JSON.</summary>
    public const int ViewBytes = 250_000;

    /// <summary>Characters of all blocks of a message. Slack refuses longer ones (<c>msg_blocks_too_long</c>) without a documented number;
    /// this is the one documented for all markdown of a message.</summary>
    public const int MessageBlockText = 12_000;

    /// <summary>Characters of a message's own text, so that <c>chat.update</c> takes it too.</summary>
    public const int MessageText = 4000;

    /// <summary>Characters of a text object, and of a rich text, which has no documented limit.</summary>
    public const int Text = 3000;

    /// <summary>Characters of a header.</summary>
    public const int Header = 150;

    /// <summary>Texts of a context.</summary>
    public const int ContextElements = 10;

    /// <summary>Elements of an actions block.</summary>
    public const int ActionElements = 25;

    /// <summary>Characters of a block id or action id.</summary>
    public const int Id = 255;

    /// <summary>Characters of a button's text, and of a menu entry's text or description.</summary>
    public const int Label = 75;

    /// <summary>Characters of a menu entry's value.</summary>
    public const int OptionValue = 150;

    /// <summary>Entries of a menu.</summary>
    public const int MenuOptions = 100;

    /// <summary>Boxes to tick, or buttons to choose from.</summary>
    public const int Boxes = 10;

    /// <summary>Characters of what stands in an empty menu or field.</summary>
    public const int Placeholder = 150;

    /// <summary>Characters of an input's label or hint.</summary>
    public const int InputLabel = 2000;

    /// <summary>Characters of a text field.</summary>
    public const int FieldText = 3000;

    /// <summary>Characters of a picture's text alternative.</summary>
    public const int AltText = 2000;

    /// <summary>Rows of a table, its heading counted.</summary>
    public const int TableRows = 100;

    /// <summary>Cells of a table's row.</summary>
    public const int TableColumns = 20;

    /// <summary>Characters of all cells of a table.</summary>
    public const int TableText = 10_000;

    /// <summary>Characters of a modal's title and of its buttons.</summary>
    public const int ViewTitle = 24;

    /// <summary>Characters of a view's private metadata.</summary>
    public const int PrivateMetadata = 3000;

    /// <summary>Characters of an address.</summary>
    public const int Url = 3000;
}
