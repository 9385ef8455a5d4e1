using System.Globalization;
using MlaBot.Benchmarks.Load;
using Spectre.Console;

namespace MlaBot.Benchmarks.Slack;

/// <summary>The table of figures, with each ratio against its goal.</summary>
internal sealed class Report(string load)
{
    private const double MedianGoal = 0.8;
    private const double P99Goal = 0.5;
    private const double CpuGoal = 0.6;
    private const double MemoryGoal = 120;

    private readonly Table _table = new Table().Title($"MlaBot beside Bolt 5.1.0 (load {load})").AddColumns("What", "MlaBot", "Bolt", "Floor", "Ratio", "Goal", "");

    public void Add(Comparison part)
    {
        AddWaits(part, "acknowledged", lane => lane.Acknowledged);
        if (part.Ours.Answered.Count > 0)
        {
            AddWaits(part, "answered", lane => lane.Answered);
        }

        AddRow(part, "CPU s per 1,000", lane => lane.CpuPerThousand, CpuGoal);
        _table.AddRow(
            $"{part.Part.Name}: longest ms", Say(part.Ours.Acknowledged.Longest), Say(part.Theirs.Acknowledged.Longest), Say(part.Floor.Acknowledged.Longest),
            "", "", $"others held {Say(part.Others)} CPU");
    }

    public void AddMemory(string what, double[] mebibytes) => _table.AddRow(
        what, Say(mebibytes[0]), Say(mebibytes[1]), Say(mebibytes[2]), Say(mebibytes[0] / mebibytes[1]), $"< {MemoryGoal}", mebibytes[0] < MemoryGoal ? "met" : "MISSED");

    public void Print() => AnsiConsole.Write(_table);

    private static string Say(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    private void AddWaits(Comparison part, string what, Func<Lane, Waits> waits)
    {
        AddRow(part, $"{what}, median ms", lane => waits(lane).Median, MedianGoal);
        AddRow(part, $"{what}, p99 ms", lane => waits(lane).P99, P99Goal);
    }

    private void AddRow(Comparison part, string what, Func<Lane, double> of, double goal)
    {
        var ratio = of(part.Ours) / of(part.Theirs);
        _table.AddRow(
            $"{part.Part.Name}: {what}", Say(of(part.Ours)), Say(of(part.Theirs)), Say(of(part.Floor)), Say(ratio),
            part.Part.HasGoals ? $"<= {Say(goal)}" : "",
            part.Part.HasGoals ? Verdict.On(of(part.Ours), of(part.Theirs), of(part.Floor), goal, part.IsNoisy) : "");
    }
}
