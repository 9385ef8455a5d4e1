using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Tests.Rest;

public sealed class CallbackTests
{
    private const string Route = $"POST /interactions/900/{RestHarness.InteractionToken}/callback";

    public static TheoryData<string, string> Answers => new()
    {
        { "reply", """{"type":4,"data":{"flags":64,"components":[{"type":10,"content":"Grüße 🎓"}],"allowed_mentions":{"parse":[]}}}""" },
        { "defer", """{"type":5}""" },
        { "defer-private", """{"type":5,"data":{"flags":64}}""" },
        { "defer-update", """{"type":6}""" },
        { "update", """{"type":7,"data":{"components":[{"type":10,"content":"hello"}],"allowed_mentions":{"parse":[]}}}""" },
        { "update-of-a-private-message", """{"type":7,"data":{"flags":32768,"components":[{"type":10,"content":"hello"}],"allowed_mentions":{"parse":[]}}}""" },
        { "suggest", """{"type":8,"data":{"choices":[{"name":"S3","value":"S3"},{"name":"\"q\"","value":"\"q\""}]}}""" },
        { "modal", """{"type":9,"data":{"custom_id":"m","title":"T","components":[{"type":10,"content":"x"}]}}""" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Each_answer_has_its_documented_body_and_no_authorization(string kind, string json)
    {
        await using var rest = await RestHarness.StartAsync(_ => new Reply(204));

        await AnswerAsync(rest, Make(kind));

        var received = rest.Server.All.ShouldHaveSingleItem();
        received.Route.ShouldBe(Route);
        received.Headers.Keys.ShouldNotContain("Authorization");
        received.Headers["Content-Type"].ShouldBe("application/json");
        received.Headers["User-Agent"].ShouldStartWith("DiscordBot (");
        received.Headers["Content-Length"].ShouldBe(received.Body.Length.ToString());
        using var sent = JsonDocument.Parse(received.Body);
        using var documented = JsonDocument.Parse(json);
        JsonElement.DeepEquals(sent.RootElement, documented.RootElement).ShouldBeTrue(received.Text);
    }

    [Theory]
    [InlineData(404, DiscordErrorCode.UnknownInteraction)]
    [InlineData(400, DiscordErrorCode.AlreadyAnswered)]
    [InlineData(500, 0)]
    [InlineData(401, 50027)]
    public async Task A_refused_answer_is_told_with_its_code_and_never_sent_again(int status, int code)
    {
        await using var rest = await RestHarness.StartAsync(received => received.Path.StartsWith("/interactions") ? Reply.Error(status, code) : Reply.Message());

        var failure = await Should.ThrowAsync<DiscordApiException>(AnswerAsync(rest, new InteractionAnswer.DeferUpdate()));

        failure.Code.ShouldBe(code);
        ((int)failure.Status!).ShouldBe(status);
        rest.Server.All.Count.ShouldBe(1);
        // The token of an interaction says nothing about the bot's own.
        await rest.PostAsync();
    }

    [Fact]
    public async Task Answers_are_not_held_up_by_queues_or_the_global_limit()
    {
        await using var rest = await RestHarness.StartAsync(received => received.Path.StartsWith("/interactions") ? new Reply(204) : Reply.Limited(60, "global"));
        var waiting = rest.PostAsync();
        await RestHarness.UntilAsync(() => rest.Logs.Lines.Any(line => line.Id == 3001), "the global limit was not met");

        // A hundred at once: more than any pace of ours would let go on a clock that stands still.
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => AnswerAsync(rest, new InteractionAnswer.DeferUpdate())));

        waiting.IsCompleted.ShouldBeFalse();
        rest.Server.All.Count(received => received.Route == Route).ShouldBe(100);
        rest.Api.Counters.Callbacks.ShouldBe(100);
        rest.Api.Counters.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_with_files_goes_as_multipart_with_the_whole_answer_as_its_JSON()
    {
        await using var rest = await RestHarness.StartAsync(_ => new Reply(200, "{}"));
        var picture = new NewFile("chart.png", new byte[] { 0, 13, 10, 45, 45, 255 }, "image/png");
        var message = new MessagePayload { Attachments = [new Attachment("0", "chart.png", "A chart")], Files = [picture] };

        await AnswerAsync(rest, new InteractionAnswer.Reply(message));

        var parts = await PartsAsync(rest.Server.All.ShouldHaveSingleItem());
        parts.Count.ShouldBe(2);
        parts[0].Disposition.ShouldBe("form-data; name=\"payload_json\"");
        Encoding.UTF8.GetString(parts[0].Bytes).ShouldBe("""{"type":4,"data":{"allowed_mentions":{"parse":[]},"attachments":[{"id":"0","filename":"chart.png","description":"A chart"}]}}""");
        parts[1].Disposition.ShouldBe("form-data; name=\"files[0]\"; filename=\"chart.png\"");
        parts[1].Type.ShouldBe("image/png");
        parts[1].Bytes.ShouldBe(picture.Bytes.ToArray());
    }

    [Fact]
    public async Task A_message_with_files_goes_as_multipart_and_again_whole_on_the_next_try()
    {
        var tries = 0;
        await using var rest = await RestHarness.StartAsync(_ => ++tries == 1 ? new Reply(502, "bad") : Reply.Message());
        NewFile[] files = [new("a.png", Encoding.ASCII.GetBytes("one"), "image/png"), new("b-2.txt", new byte[100_000], "text/plain")];

        var posted = rest.Api.CreateMessageAsync("1", "10", new MessagePayload { Nonce = "n", EnforceNonce = true, Files = files }, CancellationToken.None);
        await rest.AdvanceUntilAsync(posted, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        await posted;

        foreach (var received in rest.Server.All)
        {
            var parts = await PartsAsync(received);
            parts.Select(part => part.Disposition).ShouldBe(["form-data; name=\"payload_json\"", "form-data; name=\"files[0]\"; filename=\"a.png\"", "form-data; name=\"files[1]\"; filename=\"b-2.txt\""]);
            parts[1].Bytes.ShouldBe(files[0].Bytes.ToArray());
            parts[2].Bytes.Length.ShouldBe(100_000);
        }

        tries.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_name_that_would_break_out_of_its_quotes_is_refused()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Message());
        var message = new MessagePayload { Files = [new NewFile("a\"; x=\"y.png", new byte[1], "image/png")] };

        await Should.ThrowAsync<ArgumentException>(async () => await rest.Api.CreateMessageAsync("1", "10", message, CancellationToken.None));

        rest.Server.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_gets_no_reply_ends_in_time()
    {
        var stuck = new TaskCompletionSource();
        await using var rest = await RestHarness.StartAsync((_, context) => stuck.Task.WaitAsync(context.RequestAborted));

        var answer = AnswerAsync(rest, new InteractionAnswer.DeferUpdate());
        await RestHarness.UntilAsync(() => rest.Server.All.Count == 1, "nothing arrived");
        rest.Manual.Advance(TimeSpan.FromSeconds(15));

        var failure = await Should.ThrowAsync<DiscordApiException>(answer);
        failure.Status.ShouldBeNull();
        failure.Message.ShouldContain("within 15 s");
        stuck.SetResult();
    }

    private static Task AnswerAsync(RestHarness rest, InteractionAnswer answer) =>
        rest.Api.AnswerAsync("900", RestHarness.InteractionToken, answer, CancellationToken.None);

    private static InteractionAnswer Make(string kind) => kind switch
    {
        "reply" => new InteractionAnswer.Reply(new MessagePayload { Flags = MessageFlags.Ephemeral, Components = [new TextDisplay("Grüße 🎓")] }),
        "defer" => new InteractionAnswer.DeferReply(IsEphemeral: false),
        "defer-private" => new InteractionAnswer.DeferReply(IsEphemeral: true),
        "defer-update" => new InteractionAnswer.DeferUpdate(),
        "update" => new InteractionAnswer.Update(RestHarness.Text),
        "update-of-a-private-message" => new InteractionAnswer.Update(RestHarness.Text with { Flags = MessageFlags.Ephemeral | MessageFlags.ComponentsV2 }),
        "suggest" => new InteractionAnswer.Suggest(["S3", "\"q\""]),
        _ => new InteractionAnswer.OpenModal(new ModalPayload("m", "T", [new TextDisplay("x")])),
    };

    private static async Task<IReadOnlyList<(string Disposition, string Type, byte[] Bytes)>> PartsAsync(Received received)
    {
        var type = MediaTypeHeaderValue.Parse(received.Headers["Content-Type"]);
        type.MediaType.ToString().ShouldBe("multipart/form-data");
        var reader = new MultipartReader(type.Boundary.ToString(), new MemoryStream(received.Body));
        List<(string, string, byte[])> parts = [];
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes);
            parts.Add((section.ContentDisposition!, section.ContentType!, bytes.ToArray()));
        }

        return parts;
    }
}
