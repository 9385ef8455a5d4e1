namespace MlaBot.Tests.Program;

/// <summary>Content that changes below a running bot.</summary>
public sealed class ContentChangeTests : IDisposable
{
    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Broken_while_it_runs_the_old_content_serves_on_and_mended_content_takes_over()
    {
        var file = Path.Combine(_folder.Content, FixtureContent.ItemsFile(1));
        var good = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await using var bot = await _folder.StartAsync();

        await File.WriteAllTextAsync(file, good.Replace("takeaway:", "takeawya:", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await bot.WaitForErrorAsync("the content before still holds.");
        await bot.WaitForErrorAsync("takeawya");

        bot.Errors.ShouldSay($"{FixtureContent.ItemsFile(1)}(");
        (await bot.SayAsync("/exam 1")).ShouldSay("3 items in the bank.");
        (await bot.SayAsync("/schedule now 1")).ShouldSay("is posted.");
        (await bot.SayAsync("?")).ShouldSay("Your answer to question");

        await File.WriteAllTextAsync(file, good + "\n" + good.Replace("q-1.1-00", "q-1.1-10", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await bot.WaitForErrorAsync("Content changed: 18 items");
        (await bot.SayAsync("/exam 1")).ShouldSay("6 items in the bank.");
        bot.Errors.ShouldBeFreeOfTraces();
    }

    [Fact]
    public async Task An_item_that_changes_while_its_question_is_open_is_graded_as_it_was_shown()
    {
        var file = Path.Combine(_folder.Content, FixtureContent.ItemsFile(1));
        var good = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await using var bot = await _folder.StartAsync();
        var post = new Records(_folder).Post(1);

        var changed = good.Replace("version: 1", "version: 2", StringComparison.Ordinal)
            .Replace(", correct: true", "", StringComparison.Ordinal)
            .Replace("text: \"Cedar\"", "text: \"Cedar\", correct: true", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, changed, TestContext.Current.CancellationToken);
        await bot.WaitForErrorAsync("Content changed: 15 items");

        (await bot.SayAsync(post.Right)).ShouldSay($"Your answer to question 1: {post.Right}. That is right.");
        (await bot.SayAsync("/schedule now 1")).ShouldSay("is posted.");
        (await bot.SayAsync("/daily")).ShouldSay("Open questions");
        (await bot.SayAsync("?")).ShouldSay("· Cedar: It grows in the south.");
        bot.Output.ShouldSay("· Cedar: It grows in the south.");
        (await bot.SayAsync("/why")).ShouldMatch("✓ [A-D] · Cedar");
    }
}
