using System.Globalization;
using MlaBot.Benchmarks.Load;
using Spectre.Console;

namespace MlaBot.Benchmarks.Discord;

/// <summary>The table of figures, with each ratio against its goal.</summary>
internal sealed class Report(string load)
{
    private const double MedianGoal = 0.8;
    private const double P99Goal = 0.5;
    private const double CpuGoal = 0.6;
    private const double MemoryGoal = 120;

    private readonly Table _table = new Table().Title($"MlaBot beside discord.js 14 (load {load})").AddColumns("What", "MlaBot", "discord.js", "Floor", "Ratio", "Goal", "");

    public void Add(Comparison part)
    {
        AddRow(part, "median ms", lane => lane.Waits.Median, MedianGoal);
        AddRow(part, "p99 ms", lane => lane.Waits.P99, P99Goal);
        AddRow(part, "CPU s per 1,000", lane => lane.CpuPerThousand, CpuGoal);
        _table.AddRow(
            $"{part.Part.Name}: longest ms", Say(part.Ours.Waits.Longest), Say(part.Theirs.Waits.Longest), Say(part.Floor.Waits.Longest),
            "", "", $"others held {Say(part.Others)} CPU");
    }

    public void AddMemory(string what, double[] mebibytes) => _table.AddRow(
        what, Say(mebibytes[0]), Say(mebibytes[1]), Say(mebibytes[2]), Say(mebibytes[0] / mebibytes[1]), $"< {MemoryGoal}", mebibytes[0] < MemoryGoal ? "met" : "MISSED");

    public void Print() => AnsiConsole.Write(_table);

    private static string Say(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    private void AddRow(Comparison part, string what, Func<Lane, double> of, double goal)
    {
        var (ours, theirs, floor) = (of(part.Ours), of(part.Theirs), of(part.Floor));
        _table.AddRow(
            $"{part.Part.Name}: {what}", Say(ours), Say(theirs), Say(floor), Say(ours / theirs),
            part.Part.HasGoals ? $"<= {Say(goal)}" : "",
            part.Part.HasGoals ? Verdict.On(ours, theirs, floor, goal, part.IsNoisy) : "");
    }
}
