using MlaBot.Core.Daily;

namespace MlaBot.Storage.Tests.Database;

internal static class AnswerAssertions
{
    /// <summary>Compares all fields, and answers by their canonical texts.</summary>
    public static void ShouldStandAs(this DailyAnswer? answer, DailyAnswer expected) =>
        answer.ShouldNotBeNull().ToString().ShouldBe(expected.ToString());
}
