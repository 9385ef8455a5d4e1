namespace MlaBot.Discord.Rendering;

/// <summary>How much a message, a modal and their parts may hold. Lengths in UTF-16 units, which never undercount.</summary>
/// <remarks>Source: Discord developer documentation, "Component Reference", "Create Message", "Modal"; the total of the text of a
/// message is that of the documentation's open change 8562.</remarks>
internal static class DiscordLimits
{
    /// <summary>Components of a message, those inside others counted.</summary>
    public const int Components = 40;

    /// <summary>Characters of all text displays of a message together.</summary>
    public const int Text = 4000;

    /// <summary>Buttons in a row.</summary>
    public const int RowButtons = 5;

    /// <summary>Characters of a button's label.</summary>
    public const int ButtonLabel = 80;

    /// <summary>Characters of a custom id.</summary>
    public const int CustomId = 100;

    /// <summary>Entries of a menu.</summary>
    public const int MenuOptions = 25;

    /// <summary>Characters of an entry's label, value or description.</summary>
    public const int MenuOption = 100;

    /// <summary>Characters of what stands in an empty menu.</summary>
    public const int MenuPlaceholder = 150;

    /// <summary>Pictures of a gallery, and files of a message.</summary>
    public const int Files = 10;

    /// <summary>Bytes of a file.</summary>
    public const int FileBytes = 10 * 1024 * 1024;

    /// <summary>Bytes of all files of a message.</summary>
    public const int AllFileBytes = 25 * 1024 * 1024;

    /// <summary>Characters of a picture's description.</summary>
    public const int AltText = 1024;

    /// <summary>Characters of a nonce.</summary>
    public const int Nonce = 25;

    /// <summary>Characters of a modal's title, and of the name of a field.</summary>
    public const int ModalTitle = 45;

    /// <summary>Fields of a modal.</summary>
    public const int ModalFields = 5;

    /// <summary>Characters of what stands in an empty text field.</summary>
    public const int FieldPlaceholder = 100;

    /// <summary>Characters of a text field.</summary>
    public const int FieldText = 4000;
}
