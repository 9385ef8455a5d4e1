using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace MlaBot.Discord.Tests.Server;

public sealed class MessageTests
{
    [Fact]
    public async Task A_post_gets_numbers_and_defaults()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var body = LocalDiscord.Card("Hello");
        body["components"]!.AsArray().Add(new JsonObject { ["type"] = 17, ["id"] = 2, ["components"] = new JsonArray(new JsonObject { ["type"] = 14 }) });

        var json = (await discord.SendAsync("POST", discord.Messages, body)).Json!;

        foreach (var name in new[]
        {
            "id", "channel_id", "author", "content", "timestamp", "edited_timestamp", "tts", "mention_everyone", "mentions", "mention_roles", "attachments",
            "embeds", "pinned", "type", "flags", "components",
        })
        {
            json.AsObject().ContainsKey(name).ShouldBeTrue(name);
        }

        var components = json["components"]!;
        components[0]!["id"]!.GetValue<int>().ShouldBe(1);
        components[1]!["id"]!.GetValue<int>().ShouldBe(3);
        components[1]!["components"]![0]!["id"]!.GetValue<int>().ShouldBe(4);
        components[2]!["id"]!.GetValue<int>().ShouldBe(2);
        components[2]!["spoiler"]!.GetValue<bool>().ShouldBeFalse();
        components[2]!["components"]![0]!["divider"]!.GetValue<bool>().ShouldBeTrue();
        components[2]!["components"]![0]!["spacing"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_second_create_with_an_enforced_nonce_gives_the_first_message_for_two_minutes()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var body = LocalDiscord.Card("Hello");
        (body["nonce"], body["enforce_nonce"]) = ("day-1", true);

        var first = await discord.PostAsync(body);
        var second = await discord.PostAsync(body);
        discord.Clock.Advance(TimeSpan.FromSeconds(121));
        var third = await discord.PostAsync(body);

        second.ShouldBe(first);
        third.ShouldNotBe(first);
        discord.Server.Control.Public(discord.Channel).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_nonce_whose_message_was_deleted_is_an_unknown_message()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var body = LocalDiscord.Card("Hello");
        (body["nonce"], body["enforce_nonce"]) = ("day-1", true);
        discord.Server.Control.DeleteMessage(await discord.PostAsync(body));

        (await discord.SendAsync("POST", discord.Messages, body)).ShouldBeError(404, 10008);
    }

    [Fact]
    public async Task Without_enforcement_a_nonce_stops_nothing()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var body = LocalDiscord.Card("Hello");
        body["nonce"] = "day-1";

        (await discord.PostAsync(body)).ShouldNotBe(await discord.PostAsync(body));
    }

    [Fact]
    public async Task An_empty_message_is_refused()
    {
        await using var discord = await LocalDiscord.StartAsync();

        (await discord.SendAsync("POST", discord.Messages, new JsonObject { ["content"] = "" })).Status.ShouldBe(400);
        discord.Channel.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edit_leaves_what_is_absent_and_never_loses_the_new_style()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var message = await discord.PostAsync(LocalDiscord.Card("Hello"));
        var path = $"{discord.Messages}/{message.Id}";

        var same = await discord.SendAsync("PATCH", path, new JsonObject { ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() } });
        var flagGone = await discord.SendAsync("PATCH", path, new JsonObject { ["flags"] = 0 });
        var emptied = await discord.SendAsync("PATCH", path, new JsonObject { ["components"] = new JsonArray() });

        same.Status.ShouldBe(200);
        same.Json!["edited_timestamp"].ShouldNotBeNull();
        message.Text.ShouldBe("Hello\n[A]");
        flagGone.ShouldBeError(400, 50035);
        emptied.Status.ShouldBe(400);
        message.Edits.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_comes_back_by_its_url_and_stays_unless_an_edit_leaves_it_out()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var reply = await discord.SendAsync("POST", discord.Messages, change: request => request.Content = Multipart());
        reply.Status.ShouldBe(200, reply.Json!.ToJsonString());
        var message = discord.Server.World.Messages[reply.Id];
        var media = reply.Json!["components"]![0]!["items"]![0]!["media"]!;

        using var http = new HttpClient();
        (await http.GetByteArrayAsync(new Uri(media["url"]!.GetValue<string>()), TestContext.Current.CancellationToken)).ShouldBe(Png);
        (media["width"]!.GetValue<int>(), media["height"]!.GetValue<int>()).ShouldBe((3, 2));
        media["attachment_id"]!.GetValue<string>().ShouldBe(reply.Json["attachments"]![0]!["id"]!.GetValue<string>());

        var edit = LocalDiscord.Card("Closed");
        await discord.SendAsync("PATCH", $"{discord.Messages}/{message.Id}", edit);
        message.Files.Count.ShouldBe(1);
        edit["attachments"] = new JsonArray();
        await discord.SendAsync("PATCH", $"{discord.Messages}/{message.Id}", edit);
        message.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_that_did_not_come_along_is_refused()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var body = (JsonObject)JsonNode.Parse(Payload)!;
        body.Remove("attachments");

        (await discord.SendAsync("POST", discord.Messages, body)).ShouldBeError(400, 50035);
    }

    [Theory]
    [InlineData("""{"parse":[]}""", "")]
    [InlineData(null, "user role")]
    [InlineData("""{"parse":["users"]}""", "user")]
    [InlineData("""{"parse":["roles","everyone"]}""", "role")]
    public async Task Only_allowed_mentions_ping(string? allowed, string expected)
    {
        await using var discord = await LocalDiscord.StartAsync();
        var role = discord.Server.Control.AddRole(discord.Guild, "learners", isMentionable: true);
        var quiet = discord.Server.Control.AddRole(discord.Guild, "quiet");
        var body = new JsonObject { ["content"] = $"<@{discord.Ada.Id}> <@&{role.Id}> <@&{quiet.Id}> @everyone" };
        if (allowed is not null)
        {
            body["allowed_mentions"] = JsonNode.Parse(allowed);
        }

        var message = await discord.PostAsync(body);

        message.Pinged.Select(who => who.Split(':')[0]).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Messages_come_newest_first_in_pages()
    {
        await using var discord = await LocalDiscord.StartAsync();
        for (var number = 1; number <= 5; number++)
        {
            await discord.PostAsync(LocalDiscord.Card($"Post {number}"));
        }

        var newest = (await discord.SendAsync("GET", $"{discord.Messages}?limit=2")).Json!.AsArray();
        var older = (await discord.SendAsync("GET", $"{discord.Messages}?limit=2&before={newest[1]!["id"]}")).Json!.AsArray();

        newest.Concat(older).Select(message => message!["components"]![0]!["content"]!.GetValue<string>()).ShouldBe(["Post 5", "Post 4", "Post 3", "Post 2"]);
        (await discord.SendAsync("GET", $"{discord.Messages}?limit=101")).ShouldBeError(400, 50035);
    }

    [Fact]
    public async Task A_deleted_message_is_gone_for_every_call()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var message = await discord.PostAsync(LocalDiscord.Card("Hello"));

        (await discord.SendAsync("DELETE", $"{discord.Messages}/{message.Id}")).Status.ShouldBe(204);

        (await discord.SendAsync("GET", $"{discord.Messages}/{message.Id}")).ShouldBeError(404, 10008);
        (await discord.SendAsync("PATCH", $"{discord.Messages}/{message.Id}", LocalDiscord.Card("Again"))).ShouldBeError(404, 10008);
        discord.Server.Control.Public(discord.Channel).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_persons_message_cannot_be_edited()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var message = discord.Server.Control.Say(discord.Ada, discord.Channel, "Hi");

        (await discord.SendAsync("PATCH", $"{discord.Messages}/{message.Id}", LocalDiscord.Card("Mine"))).ShouldBeError(403, 50005);
        (await discord.SendAsync("DELETE", $"{discord.Messages}/{message.Id}")).ShouldBeError(403, 50013);
    }

    private const string Payload = """
        {"flags":32768,"allowed_mentions":{"parse":[]},"attachments":[{"id":"0","filename":"chart.png","description":"A chart"}],
        "components":[{"type":12,"items":[{"media":{"url":"attachment://chart.png"},"description":"A chart"}]}]}
        """;

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 3, 0, 0, 0, 2];

    private static MultipartFormDataContent Multipart()
    {
        var file = new ByteArrayContent(Png);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return new MultipartFormDataContent { { new StringContent(Payload, Encoding.UTF8, "application/json"), "payload_json" }, { file, "\"files[0]\"", "chart.png" } };
    }
}
