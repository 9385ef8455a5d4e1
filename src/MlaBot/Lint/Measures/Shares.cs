namespace MlaBot.Lint.Measures;

/// <summary>Small arithmetic over counts.</summary>
internal static class Shares
{
    /// <summary>A share in percent; 0 of nothing.</summary>
    public static double Percent(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    /// <summary>The middle value; the mean of the two middle ones for an even count; 0 of nothing.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The mean; 0 of nothing.</summary>
    public static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty().Average();

    /// <summary>A percentage as the report prints it.</summary>
    public static string Show(double percent) => $"{percent:0.#}%";
}
