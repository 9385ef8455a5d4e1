using NodaTime;

namespace MlaBot.Storage.Tests.Database;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Of_many_callers_at_once_one_gets_the_claim()
    {
        await using var store = await TestStore.OpenAsync();
        var deliveries = store.Deliveries;
        using var start = new Barrier(32);

        var claims = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return deliveries.ClaimAsync(New.Group("g1"), "Ev1", default);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));

        claims.Count(isMine => isMine).ShouldBe(1);
    }

    [Fact]
    public async Task A_claim_outlives_a_restart()
    {
        await using var store = await TestStore.OpenAsync();
        (await store.Deliveries.ClaimAsync(New.Group("g1"), "Ev1", default)).ShouldBeTrue();

        await store.ReopenAsync();

        (await store.Deliveries.ClaimAsync(New.Group("g1"), "Ev1", default)).ShouldBeFalse();
        (await store.Deliveries.ClaimAsync(New.Group("g1"), "Ev2", default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Groups_are_apart()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Deliveries.ClaimAsync(New.Group("g1"), "Ev1", default);

        (await store.Deliveries.ClaimAsync(New.Group("g2"), "Ev1", default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Old_claims_are_removed_and_younger_ones_stay()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Deliveries.ClaimAsync(New.Group("g1"), "old", default);
        store.Clock.Advance(TimeSpan.FromDays(1));
        await store.Deliveries.ClaimAsync(New.Group("g1"), "young", default);

        (await store.Deliveries.RemoveOlderAsync(New.Nine + Duration.FromHours(1), default)).ShouldBe(1);

        (await store.Deliveries.ClaimAsync(New.Group("g1"), "young", default)).ShouldBeFalse();
        (await store.Deliveries.ClaimAsync(New.Group("g1"), "old", default)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task An_id_of_impossible_length_is_refused(int length)
    {
        await using var store = await TestStore.OpenAsync();

        await Should.ThrowAsync<ArgumentException>(() => store.Deliveries.ClaimAsync(New.Group("g1"), new string('a', length), default));
    }
}
