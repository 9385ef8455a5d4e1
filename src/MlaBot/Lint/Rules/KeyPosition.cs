using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>The key of four options stands in each position about equally often.</summary>
internal sealed class KeyPosition : ILintRule
{
    public string Name => "key-position";

    public LintKind Kind => LintKind.Bank;

    public string Target => "A-D each 22-28%; chi-square p > 0.05";

    public LintMeasure Check(LintBank bank)
    {
        var positions = Of(bank).ToArray();
        int[] counts = [.. Enumerable.Range(0, 4).Select(place => positions.Count(position => position == place))];
        var shares = counts.Select(count => Shares.Percent(count, positions.Length)).ToArray();
        var p = ChiSquare.EvenP(counts);
        return new LintMeasure(
            $"{string.Join(", ", shares.Select((share, place) => $"{"ABCD"[place]} {Shares.Show(share)}"))}; p {p:0.00}",
            p > 0.05 && Array.TrueForAll(shares, share => share is >= 22 and <= 28),
            []);
    }

    /// <summary>The positions of the keys in file order, from 0.</summary>
    public static IEnumerable<int> Of(LintBank bank) => bank.SingleKey
        .Where(item => item.Options.Count == 4)
        .Select(item => item.Options.TakeWhile(option => !option.IsCorrect).Count());
}
