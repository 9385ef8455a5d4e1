namespace MlaBot.Chat.Cards;

/// <summary>A bar drawn with letters, and its numbers in words that say all that the drawing does.</summary>
public static class BarDrawing
{
    private const int Width = 10;

    /// <summary>Ten blocks, as many of them full as the share asks for; one at least when anybody is counted: <c>████░░░░░░</c>.</summary>
    public static string Blocks(Bar bar)
    {
        var filled = bar.Count == 0 ? 0 : Math.Max(1, (int)Math.Round(Share(bar) * Width, MidpointRounding.AwayFromZero));
        return new string('█', filled) + new string('░', Width - filled);
    }

    /// <summary><c>4 of 5 (80 %)</c>.</summary>
    public static string Numbers(Bar bar) => $"{bar.Count} of {bar.Total} ({Share(bar) * 100:0} %)";

    private static double Share(Bar bar) => bar.Total == 0 ? 0 : (double)bar.Count / bar.Total;
}
