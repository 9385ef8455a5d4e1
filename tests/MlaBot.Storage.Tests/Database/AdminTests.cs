using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Storage.Tests.Database;

public sealed class AdminTests
{
    private static readonly NamedAdmin Ana = new(New.Learner("ana"), "Ana 🙂", "root", "Root", New.Nine);

    [Fact]
    public async Task Admins_come_back_in_the_order_of_their_naming_also_after_a_restart()
    {
        await using var store = await TestStore.OpenAsync();
        var ben = Ana with { Person = New.Learner("ben"), Name = "", At = New.Nine - Duration.FromDays(1) };
        (await store.Admins.AddAsync(Ana, default)).ShouldBeTrue();
        (await store.Admins.AddAsync(ben, default)).ShouldBeTrue();

        await store.ReopenAsync();

        (await store.Admins.ListAsync(New.Group("g1"), default)).ShouldBe([ben, Ana]);
        (await store.Admins.ContainsAsync(New.Learner("ana"), default)).ShouldBeTrue();
        (await store.Admins.ContainsAsync(New.Learner("eve"), default)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_person_is_named_once_and_the_first_naming_stays()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Admins.AddAsync(Ana, default);

        (await store.Admins.AddAsync(Ana with { NamedBy = "eve" }, default)).ShouldBeFalse();

        (await store.Admins.ListAsync(New.Group("g1"), default)).ShouldBe([Ana]);
    }

    [Fact]
    public async Task A_removed_admin_is_none_at_once()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Admins.AddAsync(Ana, default);
        (await store.Admins.ContainsAsync(Ana.Person, default)).ShouldBeTrue();

        (await store.Admins.RemoveAsync(Ana.Person, default)).ShouldBeTrue();

        (await store.Admins.ContainsAsync(Ana.Person, default)).ShouldBeFalse();
        (await store.Admins.RemoveAsync(Ana.Person, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_admin_of_one_group_is_none_in_another()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Admins.AddAsync(Ana, default);

        (await store.Admins.ContainsAsync(New.Learner("ana", "g2"), default)).ShouldBeFalse();
        (await store.Admins.ListAsync(New.Group("g2"), default)).ShouldBeEmpty();
        (await store.Admins.RemoveAsync(New.Learner("ana", "g2"), default)).ShouldBeFalse();
    }
}
