namespace MlaBot.Lint.Measures;

/// <summary>Tests whether counts could come from an even draw.</summary>
internal static class ChiSquare
{
    private const int Rounds = 500;
    private const double Enough = 1e-12;

    /// <summary>The chance of counts at least this uneven when every class is equally likely.</summary>
    /// <param name="counts">Counts of two classes or more.</param>
    /// <returns>From 0 to 1; 1 without any count.</returns>
    /// <remarks>Source: Pearson's chi-square test of goodness of fit.</remarks>
    public static double EvenP(IReadOnlyList<int> counts)
    {
        var expected = (double)counts.Sum() / counts.Count;
        return expected == 0 ? 1 : Tail(counts.Sum(count => (count - expected) * (count - expected) / expected), counts.Count - 1);
    }

    /// <summary>The upper tail of the chi-square distribution.</summary>
    /// <param name="value">The statistic; not negative.</param>
    /// <param name="freedom">Degrees of freedom; at least 1.</param>
    /// <returns>A probability.</returns>
    /// <remarks>The regularized incomplete gamma function Q(freedom/2, value/2). Source: Abramowitz and Stegun 6.5.29 (series)
    /// and 6.5.31 (continued fraction, evaluated by the modified Lentz method).</remarks>
    public static double Tail(double value, int freedom)
    {
        var (shape, x) = (freedom / 2.0, value / 2.0);
        if (x <= 0)
        {
            return 1;
        }

        var scale = Math.Exp((shape * Math.Log(x)) - x - LogGammaOfHalves(freedom));
        return Math.Clamp(x < shape + 1 ? 1 - (scale * Series(shape, x)) : scale * Fraction(shape, x), 0, 1);
    }

    private static double Series(double shape, double x)
    {
        var (term, sum) = (1 / shape, 1 / shape);
        for (var round = 1; round < Rounds && term > sum * Enough; round++)
        {
            term *= x / (shape + round);
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double shape, double x)
    {
        var b = x + 1 - shape;
        var c = 1e300;
        var d = 1 / b;
        var result = d;
        for (var round = 1; round < Rounds; round++)
        {
            var a = -round * (round - shape);
            b += 2;
            d = 1 / ((a * d) + b);
            c = b + (a / c);
            result *= d * c;
            if (Math.Abs((d * c) - 1) < Enough)
            {
                break;
            }
        }

        return result;
    }

    // Gamma(n/2) by its recurrence from Gamma(1/2) = sqrt(pi) or Gamma(1) = 1.
    private static double LogGammaOfHalves(int halves)
    {
        var (argument, sum) = halves % 2 == 0 ? (1.0, 0.0) : (0.5, Math.Log(Math.PI) / 2);
        for (; argument < halves / 2.0; argument++)
        {
            sum += Math.Log(argument);
        }

        return sum;
    }
}
