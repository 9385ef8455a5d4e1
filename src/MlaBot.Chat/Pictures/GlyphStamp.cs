namespace MlaBot.Chat.Pictures;

/// <summary>A letter at one size: how much of each pixel it covers.</summary>
/// <param name="Left">Where its first column stands, from the letter's origin.</param>
/// <param name="Top">Where its first line stands, from the letter's origin.</param>
/// <param name="Width">Its columns; 0 for a blank.</param>
/// <param name="Shares">A share from 0 to 1 for each pixel, line by line.</param>
internal sealed record GlyphStamp(int Left, int Top, int Width, float[] Shares)
{
    /// <summary>Draws a letter.</summary>
    /// <param name="path">The letter.</param>
    /// <param name="unit">Pixels of a unit of its grid.</param>
    /// <param name="pen">The width of the pen in pixels.</param>
    /// <param name="shift">How far its origin lies right of a whole pixel; from 0 to 1.</param>
    public static GlyphStamp Of(GlyphPath path, double unit, double pen, double shift)
    {
        if (path.Lines.Count == 0)
        {
            return new GlyphStamp(0, 0, 0, []);
        }

        var reach = (pen / 2) + 1;
        var (left, right) = ((int)Math.Floor((path.Lines.Min(line => Math.Min(line.FromX, line.ToX)) * unit) - reach), (int)Math.Ceiling((path.Lines.Max(line => Math.Max(line.FromX, line.ToX)) * unit) + shift + reach));
        var (top, bottom) = ((int)Math.Floor((path.Lines.Min(line => Math.Min(line.FromY, line.ToY)) * unit) - reach), (int)Math.Ceiling((path.Lines.Max(line => Math.Max(line.FromY, line.ToY)) * unit) + reach));
        var shares = new float[(right - left) * (bottom - top)];
        for (var index = 0; index < shares.Length; index++)
        {
            var (x, y) = (((index % (right - left)) + left + 0.5 - shift) / unit, ((index / (right - left)) + top + 0.5) / unit);
            var nearest = path.Lines.Min(line => line.Distance(x, y));
            shares[index] = (float)Math.Clamp((pen / 2) + 0.5 - (nearest * unit), 0, 1);
        }

        return new GlyphStamp(left, top, right - left, shares);
    }

    /// <summary>Puts it on a canvas with its origin at a pixel.</summary>
    public void Put(Canvas canvas, int x, int y, Ink ink)
    {
        for (var index = 0; index < Shares.Length; index++)
        {
            canvas.Cover(x + Left + (index % Width), y + Top + (index / Width), ink, Shares[index]);
        }
    }
}
