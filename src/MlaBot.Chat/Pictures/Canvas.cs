namespace MlaBot.Chat.Pictures;

/// <summary>Pixels to draw on. The origin is the upper left corner; what falls outside is left out.</summary>
public sealed class Canvas
{
    private readonly byte[] _pixels;

    /// <summary>Makes a canvas of one colour.</summary>
    /// <param name="width">Pixels; at least 1.</param>
    /// <param name="height">Pixels; at least 1.</param>
    /// <param name="ground">The colour.</param>
    public Canvas(int width, int height, Ink ground)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Width = width;
        Height = height;
        _pixels = new byte[width * height * 3];
        Fill(0, 0, width, height, ground);
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>Red, green and blue of each pixel of a line, from left to right.</summary>
    /// <param name="y">The line, from 0.</param>
    public ReadOnlySpan<byte> Row(int y) => _pixels.AsSpan(y * Width * 3, Width * 3);

    /// <summary>Fills a rectangle.</summary>
    public void Fill(int x, int y, int width, int height, Ink ink)
    {
        for (var line = Math.Max(0, y); line < Math.Min(Height, y + height); line++)
        {
            for (var column = Math.Max(0, x); column < Math.Min(Width, x + width); column++)
            {
                Set(column, line, ink);
            }
        }
    }

    /// <summary>Fills a rectangle with round corners.</summary>
    public void FillRound(int x, int y, int width, int height, int radius, Ink ink)
    {
        for (var line = 0; line < height; line++)
        {
            for (var column = 0; column < width; column++)
            {
                // How far the pixel's middle lies outside the square of the nearest corner's centre.
                var across = Math.Max(0, Math.Max(radius - column - 0.5, column + 0.5 - (width - radius)));
                var down = Math.Max(0, Math.Max(radius - line - 0.5, line + 0.5 - (height - radius)));
                Cover(x + column, y + line, ink, radius + 0.5 - Math.Sqrt((across * across) + (down * down)));
            }
        }
    }

    /// <summary>Lays a colour over a pixel.</summary>
    /// <param name="x">The column.</param>
    /// <param name="y">The line.</param>
    /// <param name="ink">The colour.</param>
    /// <param name="share">How much of the pixel it covers; below 0 counts as 0, above 1 as 1.</param>
    public void Cover(int x, int y, Ink ink, double share)
    {
        if (x < 0 || y < 0 || x >= Width || y >= Height || share <= 0)
        {
            return;
        }

        // Sixteen steps look the same as more and keep the file small.
        var weight = (int)Math.Round(Math.Min(1, share) * 16, MidpointRounding.AwayFromZero);
        var at = ((y * Width) + x) * 3;
        _pixels[at] = Mix(_pixels[at], ink.Red, weight);
        _pixels[at + 1] = Mix(_pixels[at + 1], ink.Green, weight);
        _pixels[at + 2] = Mix(_pixels[at + 2], ink.Blue, weight);
    }

    private static byte Mix(byte below, byte above, int weight) => (byte)(((below * (16 - weight)) + (above * weight) + 8) / 16);

    private void Set(int x, int y, Ink ink)
    {
        var at = ((y * Width) + x) * 3;
        (_pixels[at], _pixels[at + 1], _pixels[at + 2]) = (ink.Red, ink.Green, ink.Blue);
    }
}
