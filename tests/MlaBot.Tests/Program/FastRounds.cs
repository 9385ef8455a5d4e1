namespace MlaBot.Tests.Program;

/// <summary>Live rounds whose pauses are as short as they can be, and whose answers end only when all have answered.</summary>
internal static class FastRounds
{
    /// <summary>Sets the numbers of rounds for every later start.</summary>
    public static BotFolder WithFastRounds(this BotFolder folder) => folder
        .With("Rounds__PauseSeconds", "0.1")
        .With("Rounds__ReadingShortestSeconds", "0.3")
        .With("Rounds__ReadingLongestSeconds", "0.3")
        .With("Rounds__AnsweringShortestSeconds", "60")
        .With("Rounds__AnsweringLongestSeconds", "60")
        .With("Rounds__DrainSeconds", "0.1")
        .With("Rounds__ExplainingSeconds", "0.3")
        .With("Rounds__CountsEverySeconds", "0.5");
}
