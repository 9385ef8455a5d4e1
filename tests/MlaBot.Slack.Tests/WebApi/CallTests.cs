using MlaBot.Slack.WebApi;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Tests.WebApi;

/// <summary>What is sent for each method, and what is read from its answer.</summary>
public sealed class CallTests
{
    private const string Json = "application/json; charset=utf-8";
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_connection_is_opened_with_the_app_token_and_nothing_else_is()
    {
        await using var web = await WebHarness.StartAsync(received => received.Method is "apps.connections.open"
            ? new Reply(200, """{"ok":true,"url":"wss://wss.example/link/?ticket=1"}""")
            : new Reply(200, """{"ok":true,"team_id":"T1","team":"Home","user_id":"U1","bot_id":"B1","url":"https://home.example/"}""").With("x-oauth-scopes", "chat:write, commands,"));

        var address = await web.Api.OpenConnectionAsync(None);
        var bot = await web.Api.IntroduceAsync(None);

        address.AbsoluteUri.ShouldBe("wss://wss.example/link/?ticket=1");
        (bot with { Scopes = new HashSet<string>() }).ShouldBeEquivalentTo(new Introduction("T1", "Home", "U1", "B1", "https://home.example/", new HashSet<string>()));
        bot.Scopes.ShouldBe(["chat:write", "commands"], ignoreOrder: true);
        web.Server.All.Select(received => (received.HttpMethod, received.Method, received.Authorization, received.Text, received.Type)).ShouldBe(
        [
            ("POST", "apps.connections.open", $"Bearer {WebHarness.AppToken}", "", Form),
            ("POST", "auth.test", $"Bearer {WebHarness.BotToken}", "", Form),
        ]);
    }

    [Fact]
    public async Task A_post_carries_its_marker_an_id_made_of_it_and_no_previews()
    {
        await using var web = await WebHarness.StartAsync(_ => new Reply(200, """{"ok":true,"channel":"D7","ts":"5.000100","message":{"ts":"5.000100","thread_ts":"4.000000"}}"""));

        var posted = await web.Api.PostAsync("U7", WebHarness.Marked("12@99"), "4.000000", None);

        posted.ShouldBe(new PostedMessage("D7", "5.000100", "4.000000"));
        var received = web.Server.All.Single();
        (received.Method, received.Type, received.Authorization).ShouldBe(("chat.postMessage", Json, $"Bearer {WebHarness.BotToken}"));
        var id = ClientMessageId.Of("U7", "12@99");
        received.Text.ShouldBe($$$"""{"channel":"U7","text":"hello","blocks":[],"thread_ts":"4.000000","metadata":{"event_type":"mlabot_post","event_payload":{"key":"12@99"}},"unfurl_links":false,"unfurl_media":false,"client_msg_id":"{{{id}}}"}""");
    }

    [Fact]
    public async Task A_reply_whose_thread_is_gone_is_seen_to_stand_in_the_channel()
    {
        await using var web = await WebHarness.StartAsync(_ => Reply.Posted);

        (await web.Api.PostAsync("C1", WebHarness.Text, "0.5", None)).ThreadTs.ShouldBeNull();

        web.Server.All.Single().Text.ShouldNotContain("client_msg_id");
    }

    [Fact]
    public void The_id_of_a_post_is_the_same_for_the_same_post_only()
    {
        var id = ClientMessageId.Of("C1", "12@99");

        id.ShouldBe(ClientMessageId.Of("C1", "12@99"));
        new[] { id, ClientMessageId.Of("C2", "12@99"), ClientMessageId.Of("C1", "13@99") }.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        Guid.Parse(id).Version.ShouldBe(8);
    }

    [Theory]
    [InlineData("chat.postEphemeral", """{"channel":"C1","text":"hello \u2264 <b>","blocks":[],"user":"U1"}""")]
    [InlineData("chat.update", """{"channel":"C1","text":"hello \u2264 <b>","blocks":[],"ts":"1.5"}""")]
    [InlineData("conversations.join", """{"channel":"C1"}""")]
    [InlineData("views.publish", """{"user_id":"U1","view":{"type":"home","blocks":[{"type":"section","text":{"type":"plain_text","text":"hello","emoji":false}}]}}""")]
    public async Task A_write_is_JSON(string method, string body)
    {
        await using var web = await WebHarness.StartAsync(_ => Reply.Ok);
        var message = WebHarness.Saying("hello ≤ <b>");

        await (method switch
        {
            "chat.postEphemeral" => web.Api.PostEphemeralAsync("C1", "U1", message, threadTs: null, None),
            "chat.update" => web.Api.UpdateAsync("C1", "1.5", message, None),
            "conversations.join" => web.Api.JoinAsync("C1", None),
            _ => web.Api.PublishHomeAsync("U1", WebHarness.Home, None),
        });

        var received = web.Server.All.Single();
        (received.Method, received.Type, received.Text).ShouldBe((method, Json, body.Replace("\\u2264", "≤", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_channel_of_direct_messages_is_opened_and_told()
    {
        await using var web = await WebHarness.StartAsync(_ => new Reply(200, """{"ok":true,"channel":{"id":"D1"}}"""));

        (await web.Api.DirectChannelAsync("U1", None)).ShouldBe("D1");

        (web.Server.All[0].Method, web.Server.All[0].Type, web.Server.All[0].Text).ShouldBe(("conversations.open", Json, """{"users":"U1"}"""));
    }

    [Theory]
    [InlineData("views.open", """{"trigger_id":"1.2.3","view":""")]
    [InlineData("views.push", """{"trigger_id":"1.2.3","view":""")]
    [InlineData("views.update", """{"view_id":"V1","hash":"1.h","view":""")]
    public async Task A_view_is_shown_and_its_hash_is_told(string method, string beginning)
    {
        await using var web = await WebHarness.StartAsync(_ => new Reply(200, """{"ok":true,"view":{"id":"V1","hash":"2.h"}}"""));

        var view = await (method switch
        {
            "views.open" => web.Api.OpenViewAsync("1.2.3", WebHarness.Home, None),
            "views.push" => web.Api.PushViewAsync("1.2.3", WebHarness.Home, None),
            _ => web.Api.UpdateViewAsync("V1", "1.h", WebHarness.Home, None),
        });

        view.ShouldBe(new OpenView("V1", "2.h"));
        (web.Server.All[0].Method, web.Server.All[0].Type).ShouldBe((method, Json));
        web.Server.All[0].Text.ShouldStartWith(beginning + """{"type":"home","blocks":""");
    }

    [Fact]
    public async Task A_channel_is_read_with_a_form()
    {
        await using var web = await WebHarness.StartAsync(received => received.Text is "channel=D1"
            ? new Reply(200, """{"ok":true,"channel":{"id":"D1","is_im":true}}""")
            : new Reply(200, """{"ok":true,"channel":{"id":"C1","name":"study","is_member":true,"is_archived":true,"is_private":true,"num_members":3}}"""));

        (await web.Api.ConversationAsync("C1", None)).ShouldBe(new Conversation("C1", "study", IsMember: true, IsArchived: true, IsPrivate: true, IsDirect: false));
        (await web.Api.ConversationAsync("D1", None)).ShouldBe(new Conversation("D1", "", IsMember: true, IsArchived: false, IsPrivate: true, IsDirect: true));

        (web.Server.All[0].Method, web.Server.All[0].Type, web.Server.All[0].Text).ShouldBe(("conversations.info", Form, "channel=C1"));
    }

    [Theory]
    [InlineData("""{"id":"U1","name":"ann","real_name":"Ann Lee","tz":"Europe/Oslo","is_admin":true,"profile":{"display_name":"Annie"}}""", "Annie", "Europe/Oslo", true)]
    [InlineData("""{"id":"U1","name":"ann","is_owner":true,"profile":{"display_name":"","real_name":"Ann Lee"}}""", "Ann Lee", "", true)]
    [InlineData("""{"id":"U1","name":"ann","deleted":false,"is_bot":false}""", "ann", "", false)]
    public async Task A_person_has_the_name_that_people_see(string user, string name, string zone, bool isAdmin)
    {
        await using var web = await WebHarness.StartAsync(_ => new Reply(200, $$"""{"ok":true,"user":{{user}}}"""));

        (await web.Api.PersonAsync("U1", None)).ShouldBe(new Person("U1", name, zone, isAdmin, IsBot: false, IsDeleted: false));

        (web.Server.All[0].Method, web.Server.All[0].Type, web.Server.All[0].Text).ShouldBe(("users.info", Form, "user=U1"));
    }

    [Fact]
    public async Task A_permalink_is_an_address()
    {
        await using var web = await WebHarness.StartAsync(_ => new Reply(200, """{"ok":true,"permalink":"https://home.example/archives/C1/p1"}"""));

        (await web.Api.PermalinkAsync("C1", "1.5", None)).AbsoluteUri.ShouldBe("https://home.example/archives/C1/p1");

        (web.Server.All[0].Method, web.Server.All[0].Type, web.Server.All[0].Text).ShouldBe(("chat.getPermalink", Form, "channel=C1&message_ts=1.5"));
    }

    [Fact]
    public async Task A_history_is_read_page_by_page_and_knows_our_markers_from_others()
    {
        await using var web = await WebHarness.StartAsync(received => received.Text.Contains("cursor", StringComparison.Ordinal)
            ? new Reply(200, """{"ok":true,"messages":[{"ts":"1.0","user":"U1","metadata":{"event_type":"mlabot_post","event_payload":{"key":7}}}],"response_metadata":{"next_cursor":""}}""")
            : new Reply(200, """{"ok":true,"messages":[{"ts":"3.0","bot_id":"B1","metadata":{"event_type":"mlabot_post","event_payload":{"key":"a@1"}}},{"ts":"2.0","thread_ts":"1.0","metadata":{"event_type":"other","event_payload":{"key":"b"}}}],"response_metadata":{"next_cursor":"dGVzdA=="}}"""));

        (await web.Api.HistoryAsync("C1", DateTimeOffset.UnixEpoch.AddHours(1), None).ToListAsync(None)).ShouldBe(
        [
            new ReceivedMessage("3.0", null, "B1", null, "a@1"),
            new ReceivedMessage("2.0", "1.0", null, null, null),
            new ReceivedMessage("1.0", null, null, "U1", null),
        ]);

        web.Server.All.Select(received => (received.Method, received.Type, received.Text)).ShouldBe(
        [
            ("conversations.history", Form, "channel=C1&limit=200&oldest=3600&include_all_metadata=true"),
            ("conversations.history", Form, "channel=C1&limit=200&oldest=3600&include_all_metadata=true&cursor=dGVzdA%3D%3D"),
        ]);
    }

    [Fact]
    public async Task A_thread_has_its_head_once_however_many_pages_it_has()
    {
        await using var web = await WebHarness.StartAsync(received => received.Text.Contains("cursor=b", StringComparison.Ordinal)
            ? new Reply(200, """{"ok":true,"messages":[{"ts":"1.0"},{"ts":"3.0"}],"has_more":true,"response_metadata":{"next_cursor":"c"}}""")
            : new Reply(200, """{"ok":true,"messages":[{"ts":"1.0"},{"ts":"2.0"}],"has_more":true,"response_metadata":{"next_cursor":"b"}}"""));

        (await web.Api.RepliesAsync("C1", "1.0", oldest: null, None).Take(3).ToListAsync(None)).Select(message => message.Ts).ShouldBe(["1.0", "2.0", "3.0"]);

        (web.Server.All[0].Method, web.Server.All[0].Text).ShouldBe(("conversations.replies", "channel=C1&ts=1.0&limit=200&include_all_metadata=true"));
        web.Server.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_to_a_press_goes_to_its_response_URL_without_a_token()
    {
        await using var web = await WebHarness.StartAsync(_ => new Reply(200, "ok"));

        await web.Api.RespondAsync(web.ResponseUrl, new ResponseMessage { ResponseType = "ephemeral", Text = "Right.", ReplaceOriginal = true }, None);

        var received = web.Server.All.Single();
        (received.Path, received.Type, received.Authorization).ShouldBe((web.ResponseUrl.PathAndQuery, Json, null));
        received.Text.ShouldBe("""{"response_type":"ephemeral","text":"Right.","replace_original":true}""");
    }

    [Fact]
    public async Task A_picture_is_uploaded_in_three_steps_and_is_ready_once_its_media_type_is_known()
    {
        var looks = 0;
        ScriptedSlack? server = null;
        await using var web = await WebHarness.StartAsync(received => received.Method switch
        {
            "files.getUploadURLExternal" => new Reply(200, $$"""{"ok":true,"upload_url":"{{server!.Root}}upload/v1/sEcReTuPlOaD","file_id":"F1"}"""),
            "files.info" => new Reply(200, ++looks < 3 ? """{"ok":true,"file":{"id":"F1","mimetype":""}}""" : """{"ok":true,"file":{"id":"F1","mimetype":"image/png"}}"""),
            "files.completeUploadExternal" => new Reply(200, """{"ok":true,"files":[{"id":"F1"}]}"""),
            _ => new Reply(200, "OK - 4"),
        });
        server = web.Server;

        var upload = web.Api.UploadAsync("chart one.png", new byte[] { 1, 2, 255, 4 }, "Two bars & a line", None);
        await web.AdvanceUntilAsync(upload, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5));

        (await upload).ShouldBe("F1");
        web.Server.All.Select(received => (received.Method, received.Type, received.Authorization is null)).ShouldBe(
        [
            ("files.getUploadURLExternal", Form, false), ("/upload/v1/sEcReTuPlOaD", "application/octet-stream", true),
            ("files.completeUploadExternal", Json, false), ("files.info", Form, false), ("files.info", Form, false), ("files.info", Form, false),
        ]);
        web.Server.All[0].Text.ShouldBe("filename=chart%20one.png&length=4&alt_txt=Two%20bars%20%26%20a%20line");
        web.Server.All[1].Body.ShouldBe([1, 2, 255, 4]);
        web.Server.All[2].Text.ShouldBe("""{"files":[{"id":"F1","title":"chart one.png"}]}""");
        web.Server.All[3].Text.ShouldBe("file=F1");
    }

    [Fact]
    public async Task A_picture_that_never_becomes_ready_is_given_up_in_the_end()
    {
        ScriptedSlack? server = null;
        await using var web = await WebHarness.StartAsync(received => received.Method is "files.getUploadURLExternal"
            ? new Reply(200, $$"""{"ok":true,"upload_url":"{{server!.Root}}upload/x","file_id":"F1"}""")
            : Reply.Ok);
        server = web.Server;

        var upload = web.Api.UploadAsync("a.png", new byte[] { 1 }, "A", None);
        await web.AdvanceUntilAsync(upload, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40));

        (await Should.ThrowAsync<SlackApiException>(upload)).IsTransient.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("xoxb with blanks")]
    [InlineData("xoxb\r\nX-Evil: 1")]
    public void A_token_that_no_header_can_hold_is_refused_with_a_sentence(string token)
    {
        var options = new SlackOptions { Workspaces = [] };

        var refused = Should.Throw<ArgumentException>(() => new SlackApi(options, new SlackTokens(token, WebHarness.AppToken), TimeProvider.System, new Random(1), new LogBook()));

        refused.Message.ShouldContain("OAuth & Permissions");
        refused.Message.ShouldNotContain("Evil");
    }
}
