namespace MlaBot.Chat.Pictures;

/// <summary>A colour of a picture.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    /// <summary>White.</summary>
    public static Ink White { get; } = new(255, 255, 255);

    /// <summary>Nearly black: what is written on light ground.</summary>
    public static Ink Black { get; } = new(24, 28, 36);

    /// <summary>What is written smaller beside it; 7 to 1 on white.</summary>
    public static Ink Grey { get; } = new(84, 90, 102);

    /// <summary>Lines and frames.</summary>
    public static Ink Line { get; } = new(196, 202, 212);

    /// <summary>The contrast of two colours, from 1 to 21.</summary>
    /// <remarks>Source: WCAG 2.2, "contrast ratio" and "relative luminance".</remarks>
    public static double Contrast(Ink one, Ink other)
    {
        var (dark, light) = (Math.Min(one.Luminance(), other.Luminance()), Math.Max(one.Luminance(), other.Luminance()));
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>Black or white, whichever can be read better on this colour.</summary>
    public Ink OnTop() => Contrast(this, White) >= Contrast(this, Black) ? White : Black;

    /// <summary>How light it is, from 0 to 1.</summary>
    public double Luminance() => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte value) => value / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
