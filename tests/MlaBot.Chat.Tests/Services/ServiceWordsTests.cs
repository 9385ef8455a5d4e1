using MlaBot.Chat.Services;
using MlaBot.Core.Services;
using MlaBot.Testing;

namespace MlaBot.Chat.Tests.Services;

public sealed class ServiceWordsTests
{
    [Theory]
    [InlineData(ServiceState.Active, null, "", "open to everybody.")]
    [InlineData(ServiceState.Active, "2025-11-24", "It is back.", "open to everybody since 2025-11-24. It is back.")]
    [InlineData(ServiceState.Renamed, "2024-02", "It was Firehose.", "open under a new name since 2024-02. It was Firehose.")]
    [InlineData(ServiceState.ClosedToNew, "2026-07-30", "Closed since 2026-07-30.", "closed to new customers. Closed since 2026-07-30.")]
    [InlineData(ServiceState.Sunset, "2026-10-29", "", "end announced, closed to new customers since 2026-10-29.")]
    [InlineData(ServiceState.Ended, "2025-10-10", "Use another.", "ended since 2025-10-10. Use another.")]
    public void A_state_is_said_with_its_date_once(ServiceState state, string? since, string note, string words) =>
        ServiceWords.Today(new ServiceStatus(state, since, note, "high", New.Date("2026-11-21"))).ShouldBe(words);

    [Fact]
    public void Doubt_about_a_date_is_told() =>
        ServiceWords.Today(new ServiceStatus(ServiceState.Ended, "2025-12", "", "medium", New.Date("2026-11-21"))).ShouldBe("ended since 2025-12 (confidence: medium).");
}
