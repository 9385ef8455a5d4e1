namespace MlaBot.Core.Rounds;

/// <summary>A live round's id.</summary>
/// <param name="Value">Counts up from 1 over all groups.</param>
public readonly record struct RoundId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
