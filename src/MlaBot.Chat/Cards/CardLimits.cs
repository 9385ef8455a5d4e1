namespace MlaBot.Chat.Cards;

/// <summary>The tighter of the platforms' limits, so that one card fits both.</summary>
/// <remarks>Sources: Slack Block Kit reference (header 150, button text 75, option text 75, 25 elements in an actions block);
/// Discord component reference (button label 80, 5 buttons in a row, 25 options in a select).</remarks>
public static class CardLimits
{
    /// <summary>Characters in a header.</summary>
    public const int Header = 150;

    /// <summary>Characters in a button label.</summary>
    public const int ButtonLabel = 75;

    /// <summary>Buttons in one row.</summary>
    public const int Buttons = 5;

    /// <summary>Characters in the label of a menu entry.</summary>
    public const int MenuLabel = 75;

    /// <summary>Characters in the small print of a menu entry.</summary>
    public const int MenuDetail = 75;

    /// <summary>Entries of a menu.</summary>
    public const int MenuOptions = 25;
}
