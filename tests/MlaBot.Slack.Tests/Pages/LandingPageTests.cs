using System.Text.Json.Nodes;

namespace MlaBot.Slack.Tests.Pages;

public sealed class LandingPageTests
{
    [Fact]
    public async Task Messages_are_shown_as_the_chosen_person_sees_them()
    {
        await using var page = await PageHost.StartAsync();
        await page.CallAsync("chat.postMessage", new()
        {
            ["text"] = "Is it?",
            ["blocks"] = new JsonArray(
                new JsonObject { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = "Is *1 &lt; 2*?" } },
                new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray(PageHost.Button("answer", "\"><b>A")) }),
        });
        await page.CallAsync("chat.postEphemeral", new() { ["user"] = page.Ada.Id, ["text"] = "for ada alone" });

        var hers = await page.GetAsync($"/?user={page.Ada.Id}&channel={page.Channel.Id}");
        var his = await page.GetAsync($"/?user={page.Ben.Id}&channel={page.Channel.Id}");

        hers.ShouldContain("Is <b>1 &lt; 2</b>?");
        hers.ShouldContain("data-use=\"press\" data-action=\"answer\">&quot;&gt;&lt;b&gt;A</button>");
        hers.ShouldContain("for ada alone");
        his.ShouldNotContain("for ada alone");
    }

    [Fact]
    public async Task A_modal_shows_its_inputs_with_what_they_hold_and_its_problems()
    {
        await using var page = await PageHost.StartAsync();
        using var client = await page.Slack.OpenAsync();
        var command = page.Slack.Server.Control.CommandAsync(page.Ada, page.Channel, "/mla report");
        var envelope = await client.ReadAsync();
        await page.CallAsync("views.open", new()
        {
            ["trigger_id"] = envelope["payload"]!["trigger_id"]!.ToString(),
            ["view"] = new JsonObject
            {
                ["type"] = "modal",
                ["title"] = PageHost.Plain("<Form>"),
                ["submit"] = PageHost.Plain("Send"),
                ["blocks"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "input",
                        ["block_id"] = "why",
                        ["label"] = PageHost.Plain("Why?"),
                        ["optional"] = true,
                        ["element"] = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = "why", ["initial_value"] = "be<cause" },
                    },
                    new JsonObject
                    {
                        ["type"] = "input",
                        ["block_id"] = "which",
                        ["label"] = PageHost.Plain("Which?"),
                        ["optional"] = true,
                        ["element"] = new JsonObject { ["type"] = "checkboxes", ["action_id"] = "which", ["options"] = new JsonArray(new JsonObject { ["text"] = PageHost.Plain("One"), ["value"] = "1" }) },
                    }),
            },
        });
        await client.AckAsync(envelope["envelope_id"]!.ToString());
        var view = (await (await command).ViewAsync(page.Slack.Limit)).Id;
        var before = await page.GetAsync($"/view?user={page.Ada.Id}");
        var submission = page.PostAsync("/control/submit", new() { ["user"] = page.Ada.Id, ["view"] = view, ["values"] = new JsonObject { ["which"] = new JsonArray("1") } });
        await client.AckAsync(await client.ReadEnvelopeAsync(), ""","payload":{"response_action":"errors","errors":{"why":"Say <more>."}}""");
        await submission;

        var after = await page.GetAsync($"/view?user={page.Ada.Id}");

        before.ShouldContain("<h2>&lt;Form&gt;</h2>");
        before.ShouldContain("data-use=\"field\" data-kind=\"text\" data-action=\"why\"><input type=\"text\" value=\"be&lt;cause\"");
        before.ShouldContain("value=\"1\"> One</label>");
        after.ShouldContain("value=\"1\" checked> One</label>");
        after.ShouldContain("<p class=\"error\" role=\"alert\">Say &lt;more&gt;.</p>");
    }

    [Fact]
    public async Task The_home_of_an_app_is_a_place_of_its_own()
    {
        await using var page = await PageHost.StartAsync();
        await page.CallAsync("views.publish", new()
        {
            ["user_id"] = page.Ada.Id,
            ["view"] = new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray(new JsonObject { ["type"] = "header", ["text"] = PageHost.Plain("Your streak") }) },
        });

        (await page.GetAsync($"/?user={page.Ada.Id}&channel=home:{page.Slack.App.Id}")).ShouldContain("<h2>Your streak</h2>");
        (await page.GetAsync($"/?user={page.Ben.Id}&channel=home:{page.Slack.App.Id}")).ShouldContain("published nothing here yet");
    }

    [Fact]
    public async Task No_script_but_the_pages_own_may_run()
    {
        await using var page = await PageHost.StartAsync();
        using var http = new HttpClient { BaseAddress = page.Slack.Server.BaseAddress };

        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative), page.Slack.Limit);

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self';");
        (await page.GetAsync("/page.js")).ShouldContain("async function act");
        (await page.GetAsync("/page.css")).ShouldContain("article");
    }
}
