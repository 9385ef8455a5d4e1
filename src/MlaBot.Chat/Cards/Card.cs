namespace MlaBot.Chat.Cards;

/// <summary>A message in terms of no platform. Renderers turn it into Discord components, Slack blocks or terminal lines.</summary>
/// <param name="Parts">Its parts from top to bottom; at least one.</param>
public sealed record Card(IReadOnlyList<CardPart> Parts)
{
    /// <summary>Makes a card of some parts.</summary>
    public Card(params CardPart[] parts)
        : this((IReadOnlyList<CardPart>)parts)
    {
    }

    /// <summary>True when only the person who asked may see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>What kind of news it is. Colour follows it, but never alone: the words say it too.</summary>
    public CardTone Tone { get; init; }

    /// <summary>True when this card takes the place of the private message whose control was pressed: drafts and wizards.
    /// Where a platform cannot do that, it is a new reply.</summary>
    public bool ReplacesMessage { get; init; }

    /// <summary>True for a page of a longer conversation with one person, such as a wizard. A platform with windows over the chat shows it
    /// there, and its next pages in the same window.</summary>
    public bool IsDialog { get; init; }

    /// <summary>What a notification says of it, in plain words; empty for its title and first lines. Set where those would give an answer away.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What is wrong with the fields of the form that this card answers, by their names. A platform that can keeps the form open
    /// and says it there; the others show the card.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>This card, seen only by the person who asked.</summary>
    public Card Privately() => this with { IsPrivate = true };
}

/// <summary>The kind of news a card brings.</summary>
public enum CardTone
{
    /// <summary>Plain.</summary>
    Neutral,

    /// <summary>Something went right.</summary>
    Good,

    /// <summary>Something went wrong, or an answer was wrong.</summary>
    Bad,

    /// <summary>Something to look out for.</summary>
    Caution,
}
