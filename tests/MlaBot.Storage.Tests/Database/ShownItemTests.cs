using System.Text.Json;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Storage.Database.Json;

namespace MlaBot.Storage.Tests.Database;

public sealed class ShownItemTests
{
    public static TheoryData<Item> Items =>
    [
        New.Choice(),
        New.Choice(isMultiple: true),
        New.Choice(scenario: new CaseScenario("case-1-01", "A shop", "It sells **shoes**.")),
        New.Ordering(),
        New.Matching(),
    ];

    [Theory]
    [MemberData(nameof(Items))]
    public async Task An_item_comes_back_as_it_was_shown(Item item)
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync(PostState.Planned);
        var shown = item with { Id = new ItemId("q-shown"), Version = 3, Source = "items/1.1.yaml(7)" };
        await store.Daily.IntendAsync(post with { State = PostState.Intended }, shown, default);

        await store.ReopenAsync();

        var found = (await store.Daily.ShownItemAsync(shown.Id, 3, default)).ShouldNotBeNull();
        found.GetType().ShouldBe(item.GetType());
        found.Type.ShouldBe(item.Type);
        found.Source.ShouldBe("");
        Text(found).ShouldBe(Text(shown));
        Grading.Grade(found, New.Picked("a")).ShouldBe(Grading.Grade(item, New.Picked("a")));
        (await store.Daily.ShownItemAsync(shown.Id, 3, default)).ShouldBeSameAs(found);
    }

    [Fact]
    public async Task What_was_shown_is_never_replaced()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync(PostState.Open);
        var later = await store.PostAsync(PostState.Planned, day: 1);

        await store.Daily.IntendAsync(later with { State = PostState.Intended }, New.Choice() with { Stem = "Another stem" }, default);

        (await store.Daily.ShownItemAsync(post.Item, 1, default))!.Stem.ShouldBe(New.Choice().Stem);
    }

    [Fact]
    public async Task A_version_that_was_never_shown_is_not_found()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync(PostState.Open);

        (await store.Daily.ShownItemAsync(post.Item, 2, default)).ShouldBeNull();
        (await store.Daily.ShownItemAsync(new ItemId("q-none"), 1, default)).ShouldBeNull();
    }

    /// <remarks>Stored texts live for ever: a change here needs a way to read the old ones.</remarks>
    [Fact]
    public void The_stored_text_keeps_its_form()
    {
        var text = Text(New.Ordering());

        text.ShouldStartWith("""{"kind":"ordering","Steps":[{"Id":"s1","Text":"Collect","Why":"Data comes first."}""");
        text.ShouldContain("""
            "Key":["s1","s2","s3"],"Shown":["s3","s1","s2"],"Id":"q-1.2-0001","Version":1,"Exams":["MLA-C01"],"Blueprint":["1.2.k1"],"Services":[],"Difficulty":1,"AsOf":"2026-03-02"
            """.Trim());
    }

    private static string Text(Item item) => JsonSerializer.Serialize(item, StorageJson.Default.Item);
}
