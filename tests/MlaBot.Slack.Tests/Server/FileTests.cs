using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace MlaBot.Slack.Tests.Server;

public sealed class FileTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_picture_is_uploaded_in_three_steps_and_shown_a_moment_later(bool asForm)
    {
        await using var slack = await LocalSlack.StartAsync();
        var address = await slack.FormAsync("files.getUploadURLExternal", new() { ["token"] = slack.App.BotToken, ["filename"] = "chart.png", ["length"] = $"{Png.Length}", ["alt_txt"] = "A chart" });
        var id = address["file_id"]!.ToString();

        using var bytes = new ByteArrayContent(Png);
        using var form = new MultipartFormDataContent();
        if (asForm)
        {
            bytes.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            form.Add(bytes, "file", "chart.png");
        }

        using var upload = await slack.Http.PostAsync(address["upload_url"]!.ToString(), asForm ? form : bytes);
        var done = await slack.CallAsync("files.completeUploadExternal", new() { ["files"] = new JsonArray(new JsonObject { ["id"] = id, ["title"] = "Chart" }) });

        (await upload.Content.ReadAsStringAsync()).ShouldBe($"OK - {Png.Length}");
        done["ok"]!.GetValue<bool>().ShouldBeTrue(done.ToJsonString());
        (await TypeAsync(slack, id)).ShouldBe("");
        slack.Clock.Advance(TimeSpan.FromSeconds(1));
        (await TypeAsync(slack, id)).ShouldBe("image/png");
        await slack.PostAsync(new JsonObject { ["type"] = "image", ["alt_text"] = "A chart", ["slack_file"] = new JsonObject { ["id"] = id } });
        slack.ShouldHaveNoViolations();
    }

    [Fact]
    public async Task A_file_whose_bytes_never_came_cannot_be_completed()
    {
        await using var slack = await LocalSlack.StartAsync();
        var address = await slack.FormAsync("files.getUploadURLExternal", new() { ["token"] = slack.App.BotToken, ["filename"] = "chart.png", ["length"] = "7" });

        var done = await slack.CallAsync("files.completeUploadExternal", new() { ["files"] = new JsonArray(new JsonObject { ["id"] = address["file_id"]!.ToString() }) });

        done["error"]!.ToString().ShouldBe("file_update_failed");
    }

    private static async Task<string> TypeAsync(LocalSlack slack, string id) => (await slack.CallAsync("files.info", new() { ["file"] = id }))["file"]!["mimetype"]!.ToString();
}
