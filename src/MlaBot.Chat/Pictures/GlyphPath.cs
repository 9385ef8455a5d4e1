using System.Globalization;

namespace MlaBot.Chat.Pictures;

/// <summary>A letter as straight lines, ready to be drawn at any size.</summary>
/// <param name="Width">The width of its path, without the pen.</param>
/// <param name="Lines">The lines, in the grid of <see cref="Glyphs"/>.</param>
internal sealed record GlyphPath(double Width, IReadOnlyList<GlyphLine> Lines)
{
    private const int Steps = 8;

    // Where the control points of a quarter of a circle lie, so that it is round to a four-thousandth.
    private const double Handle = 0.5523;

    /// <summary>Reads a path.</summary>
    public static GlyphPath Read((double Width, string Path) glyph)
    {
        var lines = new List<GlyphLine>();
        var (x, y) = (0.0, 0.0);
        var words = new Queue<string>(glyph.Path.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.TryDequeue(out var verb))
        {
            switch (verb)
            {
                case "M":
                    (x, y) = (Next(words), Next(words));
                    break;
                case "L":
                    To(Next(words), Next(words));
                    break;
                case "Q":
                    Curve(Next(words), Next(words), Next(words), Next(words));
                    break;
                default:
                    Arc(verb == "a", Next(words), Next(words), Next(words), Next(words), (int)Next(words), (int)Next(words));
                    break;
            }
        }

        return new GlyphPath(glyph.Width, lines);

        void To(double toX, double toY)
        {
            lines.Add(new GlyphLine(x, y, toX, toY));
            (x, y) = (toX, toY);
        }

        void Curve(double controlX, double controlY, double toX, double toY)
        {
            var (fromX, fromY) = (x, y);
            for (var step = 1; step <= Steps; step++)
            {
                var (t, s) = ((double)step / Steps, 1 - ((double)step / Steps));
                To((s * s * fromX) + (2 * s * t * controlX) + (t * t * toX), (s * s * fromY) + (2 * s * t * controlY) + (t * t * toY));
            }
        }

        void Arc(bool isJoined, double centreX, double centreY, double radiusX, double radiusY, int from, int to)
        {
            var turn = Math.Sign(to - from);
            for (var quarter = from; quarter != to; quarter += turn)
            {
                var ((startX, startY), (endX, endY)) = (Corner(quarter), Corner(quarter + turn));
                if (quarter == from && !isJoined)
                {
                    (x, y) = (centreX + (radiusX * startX), centreY + (radiusY * startY));
                }

                for (var step = quarter == from ? 0 : 1; step <= Steps; step++)
                {
                    var (t, s) = ((double)step / Steps, 1 - ((double)step / Steps));
                    var (atStart, atEnd) = ((s * s * s) + (3 * s * s * t) + (3 * s * t * t * Handle), (3 * s * s * t * Handle) + (3 * s * t * t) + (t * t * t));
                    // The control points lie on the tangents, so each weighs the two corner directions alone.
                    To(centreX + (radiusX * ((startX * atStart) + (endX * atEnd))), centreY + (radiusY * ((startY * atStart) + (endY * atEnd))));
                }
            }
        }
    }

    private static (int X, int Y) Corner(int quarter) => (((quarter % 4) + 4) % 4) switch { 0 => (1, 0), 1 => (0, 1), 2 => (-1, 0), _ => (0, -1) };

    private static double Next(Queue<string> words) => double.Parse(words.Dequeue(), CultureInfo.InvariantCulture);
}

/// <summary>A straight line of a letter.</summary>
internal readonly record struct GlyphLine(double FromX, double FromY, double ToX, double ToY)
{
    /// <summary>How far a point is from it.</summary>
    public double Distance(double x, double y)
    {
        var (alongX, alongY) = (ToX - FromX, ToY - FromY);
        var length = (alongX * alongX) + (alongY * alongY);
        var at = length == 0 ? 0 : Math.Clamp((((x - FromX) * alongX) + ((y - FromY) * alongY)) / length, 0, 1);
        var (dx, dy) = (x - FromX - (at * alongX), y - FromY - (at * alongY));
        return Math.Sqrt((dx * dx) + (dy * dy));
    }
}
