using System.Diagnostics;
using System.Text.Json;
using MlaBot.Discord.Wire;
using MlaBot.DiscordServer.Validation;

namespace MlaBot.Discord.Tests.Validation;

public sealed class BodyCheckTests
{
    [Fact]
    public void A_missing_spec_is_named_with_what_to_do()
    {
        Should.Throw<FileNotFoundException>(() => SpecFile.Find("/no/such/spec.json", AppContext.BaseDirectory)).Message.ShouldContain("MLABOT_DISCORD_SPEC names /no/such/spec.json");
        Should.Throw<FileNotFoundException>(() => SpecFile.Find(null, Path.GetPathRoot(AppContext.BaseDirectory)!)).Message.ShouldContain("Name its file in MLABOT_DISCORD_SPEC");
    }

    [Fact]
    public void Other_clients_may_send_what_no_schema_declares_but_keep_Discord_s_limits()
    {
        BodyCheck.Default.Check("POST", "/channels/{c}/messages", BodyCases.Json("""{"content":"a","tss":1,"nonce":"n"}"""), isStrict: false).ShouldBeEmpty();
        BodyCheck.Default.Check("POST", "/channels/{c}/messages", BodyCases.Json("""{"content":"«a*2001»"}"""), isStrict: false).ShouldHaveSingleItem();
        BodyCheck.Default.Check("POST", "/channels/{c}/messages", BodyCases.Json("{}"), isStrict: false).ShouldHaveSingleItem().ShouldContain("empty message");
    }

    [Fact]
    public void An_unknown_request_is_refused() => BodyCases.Faults("POST /channels/{id}/massages", "{}").ShouldHaveSingleItem().ShouldContain("Discord has no such request");

    [Fact]
    public void A_body_stands_where_the_request_has_one_and_nowhere_else()
    {
        BodyCheck.Default.Check("PUT", "/channels/{c}/messages/pins/{m}", default, true).ShouldBeEmpty();
        BodyCases.Faults("PUT /channels/{c}/messages/pins/{m}", "{}").ShouldHaveSingleItem().ShouldContain("takes no JSON body");
        BodyCheck.Default.Check("POST", "/channels/{c}/messages", default, true).ShouldHaveSingleItem().ShouldContain("needs a JSON body");
    }

    [Fact]
    public void The_bot_s_own_wire_records_pass()
    {
        var message = new MessagePayload
        {
            Flags = MessageFlags.ComponentsV2,
            Nonce = "n",
            EnforceNonce = true,
            Components =
            [
                new Container([new TextDisplay("text"), new Separator { Divider = true }, new MediaGallery([new MediaItem(new MediaUrl("attachment://a.png"), "alt")])]) { AccentColor = 1 },
                new ActionRow([new Button(Button.Primary, "A", "a")]),
                new ActionRow([new StringSelect("s", [new SelectOption("1", "1") { Description = "d" }]) { Placeholder = "p", MinValues = 1, MaxValues = 1 }]),
                new ActionRow([new ChannelSelect("c", [0, 5])]),
                new ActionRow([new RoleSelect("r") { MinValues = 0 }]),
            ],
            Attachments = [new Attachment("0", "a.png", "alt")],
        };

        BodyCheck.Default.Check("POST", "/channels/{c}/messages", JsonSerializer.SerializeToElement(message, DiscordJson.Default.MessagePayload), true).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", "/gateway/bot", 200, """{"url":"ws://a.example","shards":1,"session_start_limit":{"total":1000,"remaining":1000,"reset_after":0,"max_concurrency":1}}""", """{"url":"ws://a.example","shards":"1"}""", "shards: is string")]
    [InlineData("POST", "/channels/{c}/messages", 400, """{"code":50035,"message":"m","errors":{"content":{"_errors":[{"code":1,"message":"m"}]}}}""", """{"message":"m"}""", "code: is required")]
    [InlineData("POST", "/channels/{c}/messages", 429, """{"message":"m","retry_after":0.5,"global":false}""", """{"message":"m","global":false}""", "retry_after: is required")]
    [InlineData("GET", "/users/@me", 200, null, """{"id":"1"}""", "username: is required")]
    public void An_answer_is_checked_against_its_own_schema(string method, string route, int status, string? good, string bad, string fault)
    {
        if (good is not null)
        {
            BodyCheck.Default.CheckResponse(method, route, status, BodyCases.Json(good)).ShouldBeEmpty();
        }

        BodyCheck.Default.CheckResponse(method, route, status, BodyCases.Json(bad)).ShouldContain(text => text.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_has_a_status_that_Discord_gives()
    {
        BodyCheck.Default.CheckResponse("POST", "/interactions/{i}/{t}/callback", 204, default).ShouldBeEmpty();
        BodyCheck.Default.CheckResponse("POST", "/interactions/{i}/{t}/callback", 201, default).ShouldHaveSingleItem().ShouldContain("never answers 201");
    }

    [Fact]
    public void A_thousand_bodies_take_less_than_a_second()
    {
        var rows = string.Join(',', Enumerable.Range(0, 5).Select(row => $$"""{"type":1,"components":[{{string.Join(',', Enumerable.Range(0, 5).Select(button => $$"""{"type":2,"style":1,"label":"A","custom_id":"{{row}}.{{button}}"}"""))}}]}"""));
        var body = BodyCases.Json($$$"""{"type":4,"data":{"flags":32768,"components":[{"type":10,"content":"«t*3000»"},{{{rows}}}],~}}""");
        BodyCheck.Default.Check("POST", "/interactions/{i}/{t}/callback", body, true).ShouldBeEmpty();

        // The best of ten batches, so that a busy machine does not decide.
        var best = Enumerable.Range(0, 10).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            for (var count = 0; count < 100; count++)
            {
                BodyCheck.Default.Check("POST", "/interactions/{i}/{t}/callback", body, true);
            }

            return Stopwatch.GetElapsedTime(started);
        });

        (best * 10).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }
}
