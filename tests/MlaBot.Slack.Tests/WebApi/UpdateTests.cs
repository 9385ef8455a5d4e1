using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Tests.WebApi;

public sealed class UpdateTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Forty_updates_of_one_message_are_two_calls_and_the_last_one_wins()
    {
        await using var web = await WebHarness.StartAsync(_ => Reply.Ok);

        await UpdateAsync(web, 0);
        var rest = Task.WhenAll(Enumerable.Range(1, 39).Select(number => UpdateAsync(web, number)));
        var waited = await web.AdvanceUntilAsync(rest, Step, Most);

        await rest;
        waited.ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
        web.Server.All.Select(Content).ShouldBe(["0", "39"]);
        web.Api.Counters.Merged.ShouldBe(38);
    }

    [Fact]
    public async Task Different_messages_do_not_wait_for_each_other()
    {
        await using var web = await WebHarness.StartAsync(_ => Reply.Ok);

        await Task.WhenAll(web.Api.UpdateAsync("C1", "1.0", WebHarness.Text, None), web.Api.UpdateAsync("C1", "2.0", WebHarness.Text, None), web.Api.UpdateAsync("C2", "1.0", WebHarness.Text, None));

        web.Server.All.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_update_that_fails_fails_all_that_were_merged_into_it_and_no_later_one()
    {
        await using var web = await WebHarness.StartAsync(received => Content(received) is "2" ? Reply.Error("message_not_found") : Reply.Ok);

        await UpdateAsync(web, 0);
        var (first, second) = (UpdateAsync(web, 1), UpdateAsync(web, 2));
        await web.AdvanceUntilAsync(Task.WhenAll(first, second), Step, Most);
        var third = UpdateAsync(web, 3);
        await web.AdvanceUntilAsync(third, Step, Most);

        (await Should.ThrowAsync<SlackApiException>(first)).Error.ShouldBe(SlackErrors.MessageNotFound);
        (await Should.ThrowAsync<SlackApiException>(second)).Error.ShouldBe(SlackErrors.MessageNotFound);
        await third;
    }

    [Fact]
    public async Task A_second_try_sends_the_newest_content_and_not_before_two_seconds_are_over()
    {
        var tries = 0;
        await using var web = await WebHarness.StartAsync(_ => ++tries == 1 ? Reply.Limited(1) : Reply.Ok);

        var first = UpdateAsync(web, 1);
        await WebHarness.UntilAsync(() => web.Api.Counters.Limited == 1, "the first try is refused");
        var second = UpdateAsync(web, 2);
        var waited = await web.AdvanceUntilAsync(Task.WhenAll(first, second), Step, Most);

        waited.ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
        web.Server.All.Select(Content).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Who_gives_up_takes_the_own_content_back_and_nobody_elses()
    {
        await using var web = await WebHarness.StartAsync(_ => Reply.Ok);
        using var source = new CancellationTokenSource();

        await UpdateAsync(web, 0);
        var (kept, given) = (UpdateAsync(web, 1), web.Api.UpdateAsync("C1", "1.0", WebHarness.Saying("2"), source.Token));
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(given);
        await web.AdvanceUntilAsync(kept, Step, Most);

        web.Server.All.Select(Content).ShouldBe(["0", "1"]);
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_not_sent()
    {
        await using var web = await WebHarness.StartAsync(_ => Reply.Ok);
        using var source = new CancellationTokenSource();

        await UpdateAsync(web, 0);
        var given = web.Api.UpdateAsync("C1", "1.0", WebHarness.Saying("1"), source.Token);
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(given);
        web.Manual.Advance(TimeSpan.FromSeconds(2.5));
        await web.AdvanceUntilAsync(UpdateAsync(web, 2), Step, Most);

        web.Server.All.Select(Content).ShouldBe(["0", "2"]);
    }

    [Fact]
    public async Task A_closed_client_leaves_nobody_waiting()
    {
        await using var web = await WebHarness.StartAsync(_ => Reply.Ok);
        await UpdateAsync(web, 0);
        var waiting = UpdateAsync(web, 1);

        web.Api.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(waiting.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<ObjectDisposedException>(UpdateAsync(web, 2));
    }

    private static Task UpdateAsync(WebHarness web, int number) => web.Api.UpdateAsync("C1", "1.0", WebHarness.Saying($"{number}"), None);

    private static string Content(Received received)
    {
        using var body = System.Text.Json.JsonDocument.Parse(received.Body);
        return body.RootElement.GetProperty("text").GetString()!;
    }
}
