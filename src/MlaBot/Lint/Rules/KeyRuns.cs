using MlaBot.Core.Questions;

namespace MlaBot.Lint.Rules;

/// <summary>Keys do not stand in the same position many times in a row.</summary>
internal sealed class KeyRuns : ILintRule
{
    private const int Most = 4;

    public string Name => "key-runs";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"no run of more than {Most} equal positions in file order";

    public LintMeasure Check(LintBank bank)
    {
        var positions = KeyPosition.Of(bank).ToArray();
        ChoiceItem[] items = [.. bank.SingleKey.Where(item => item.Options.Count == 4)];
        var findings = new List<LintFinding>();
        var longest = 0;
        for (var start = 0; start < positions.Length;)
        {
            var length = positions.Skip(start).TakeWhile(position => position == positions[start]).Count();
            longest = Math.Max(longest, length);
            if (length > Most)
            {
                findings.Add(new LintFinding([.. items[start..(start + length)]], $"{length} keys in a row stand at {"ABCD"[positions[start]]}"));
            }

            start += length;
        }

        return new LintMeasure($"longest run {longest}", findings.Count == 0, findings);
    }
}
