using MlaBot.Core.Daily;

namespace MlaBot.Storage.Tests.Database;

public sealed class AnswerTests
{
    [Fact]
    public async Task The_first_answer_to_an_open_post_is_recorded_and_found_again()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();

        var stored = await store.AnswerAsync(post, "a");

        stored.Fate.ShouldBe(AnswerFate.Recorded);
        (await store.Daily.FindAnswerAsync(post.Id, New.Learner(), default)).ShouldNotBeNull().ToString().ShouldBe(stored.Standing!.ToString());
    }
}
