using NodaTime;

namespace MlaBot.Storage.Tests.Database;

public sealed class DraftTests
{
    [Fact]
    public async Task A_draft_survives_a_restart_and_goes_when_its_text_does()
    {
        await using var store = await TestStore.OpenAsync();
        (await store.Drafts.FindAsync(New.Learner(), "answer:1", default)).ShouldBeNull();

        await store.Drafts.UpdateAsync(New.Learner(), "answer:1", before => before + "b", default);
        await store.ReopenAsync();
        (await store.Drafts.UpdateAsync(New.Learner(), "answer:1", before => before + "c", default)).ShouldBe("bc");
        (await store.Drafts.FindAsync(New.Learner(), "answer:1", default)).ShouldBe("bc");

        (await store.Drafts.UpdateAsync(New.Learner(), "answer:1", _ => null, default)).ShouldBeNull();
        (await store.Drafts.FindAsync(New.Learner(), "answer:1", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Changes_that_come_together_are_all_kept()
    {
        await using var store = await TestStore.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(
            () => store.Drafts.UpdateAsync(New.Learner(), "answer:1", before => $"{before}{number},", default))));

        var kept = (await store.Drafts.FindAsync(New.Learner(), "answer:1", default))!.Split(',', StringSplitOptions.RemoveEmptyEntries);
        kept.Select(int.Parse).ShouldBe(Enumerable.Range(0, 100), ignoreOrder: true);
    }

    [Fact]
    public async Task People_subjects_and_groups_are_apart()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Drafts.UpdateAsync(New.Learner(), "answer:1", _ => "mine", default);

        (await store.Drafts.FindAsync(New.Learner("u2"), "answer:1", default)).ShouldBeNull();
        (await store.Drafts.FindAsync(New.Learner(group: "g2"), "answer:1", default)).ShouldBeNull();
        (await store.Drafts.FindAsync(New.Learner(), "answer:2", default)).ShouldBeNull();
        (await store.Drafts.UpdateAsync(New.Learner("u2"), "answer:1", before => before ?? "none", default)).ShouldBe("none");
    }

    [Fact]
    public async Task Old_drafts_are_removed_and_touched_ones_stay()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Drafts.UpdateAsync(New.Learner(), "answer:1", _ => "old", default);
        await store.Drafts.UpdateAsync(New.Learner(), "answer:2", _ => "touched", default);
        store.Clock.Advance(TimeSpan.FromDays(29));
        await store.Drafts.UpdateAsync(New.Learner(), "answer:2", before => before, default);
        store.Clock.Advance(TimeSpan.FromDays(2));

        var removed = await store.Drafts.RemoveOlderAsync(New.Nine + Duration.FromDays(1), default);

        removed.ShouldBe(1);
        (await store.Drafts.FindAsync(New.Learner(), "answer:1", default)).ShouldBeNull();
        (await store.Drafts.FindAsync(New.Learner(), "answer:2", default)).ShouldBe("touched");
    }

    [Fact]
    public async Task A_change_that_fails_leaves_the_draft_as_it_was()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Drafts.UpdateAsync(New.Learner(), "answer:1", _ => "kept", default);

        await Should.ThrowAsync<Exception>(() => store.Drafts.UpdateAsync(New.Learner(), "answer:1", _ => throw new FormatException("broken"), default));

        (await store.Drafts.FindAsync(New.Learner(), "answer:1", default)).ShouldBe("kept");
    }
}
