using MlaBot.Chat.Cards;
using MlaBot.Core.Boards;

namespace MlaBot.Chat.Boards;

/// <summary>Lines of boards as tables.</summary>
internal static class BoardTable
{
    private static readonly string[] Columns = ["Rank", "Name", "Points", "Right"];

    /// <summary>The best, and the neighbours of the person who asked.</summary>
    public static IEnumerable<CardPart> Of(SeenBoard view)
    {
        if (view.Top.Count > 0)
        {
            yield return Of(view.Top);
        }

        if (view.MoreShareLast > 0)
        {
            yield return new Section($"{view.MoreShareLast} more share that last rank.");
        }

        if (view.Around.Count > 0)
        {
            yield return new Section("**Around you**");
            yield return Of(view.Around);
        }
    }

    public static Table Of(IEnumerable<BoardLine> lines) =>
        new(Columns, [.. lines.Select(line => Row(line.Rank, line.IsOwn ? $"{line.Name} (you)" : line.Name, line.Points, line.Answered, line.Right))]);

    public static Table Of(IEnumerable<FinalLine> lines) => new(Columns, [.. lines.Select(line => Row(line.Rank, line.Name, line.Points, line.Answered, line.Right))]);

    /// <summary>Who improved most.</summary>
    /// <param name="before">Against what, after "their own": <c>week before</c>.</param>
    /// <param name="improved">At least one.</param>
    public static string Improved(string before, IReadOnlyList<FinalImprovement> improved) =>
        $"Most improved against their own {before}: {string.Join(", ", improved.Select(each => $"**{PlainName.Of(each.Name)}** (from {each.Before} % to {each.Now} % right)"))}.";

    private static string[] Row(int? rank, string name, int points, int answered, int right) =>
        [rank is { } known ? $"{known}" : "–", PlainName.Of(name), $"{points}", BoardWords.Right(answered, right)];
}
