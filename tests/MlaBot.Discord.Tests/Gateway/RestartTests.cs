using Microsoft.Extensions.Logging.Abstractions;
using MlaBot.Discord.Gateway.Protocol;
using MlaBot.Discord.Gateway.Sessions;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Gateway;

public sealed class RestartTests
{
    [Fact]
    public async Task A_restart_within_minutes_resumes_from_the_file()
    {
        await using var rig = await Rig.StartAsync();
        var first = await rig.ReadyAsync();
        await first.SendAsync(New.Event("GUILD_CREATE", 17));
        await rig.Listener.NextNamedAsync("GUILD_CREATE");
        await rig.StopAsync();
        var file = await File.ReadAllTextAsync(rig.SessionFile);
        file.ShouldNotContain("s3cr3t");
        file.ShouldNotContain("123456789012345678");

        rig.Clock.Advance(TimeSpan.FromMinutes(4));
        rig.Start();
        var second = await rig.Resume.NextAsync();

        var resume = await second.ResumeAsync();
        resume.GetProperty("session_id").GetString().ShouldBe("first");
        resume.GetProperty("seq").GetInt64().ShouldBe(17);
        await Rig.UntilAsync(() => rig.Client.IsReady);
    }

    [Theory]
    [InlineData("too old")]
    [InlineData("another application")]
    [InlineData("another number of shards")]
    [InlineData("a broken file")]
    [InlineData("a file with an odd address")]
    public async Task A_restart_that_does_not_fit_the_file_starts_a_new_session(string what)
    {
        await using var rig = await Rig.StartAsync();
        await rig.ReadyAsync();
        await rig.StopAsync();
        var text = await File.ReadAllTextAsync(rig.SessionFile);
        switch (what)
        {
            case "too old":
                rig.Clock.Advance(TimeSpan.FromMinutes(6));
                break;
            case "another number of shards":
                rig.Api.Answers.Clear();
                rig.Api.Answers.Enqueue(() => rig.Info(2, maxConcurrency: 2));
                break;
            case "a broken file":
                await File.WriteAllTextAsync(rig.SessionFile, text[..(text.Length / 2)]);
                break;
            case "a file with an odd address":
                await File.WriteAllTextAsync(rig.SessionFile, text.Replace("ws://", "file://"));
                break;
            default:
                break;
        }

        rig.Start(what is "another application" ? "999999999999999999" : "123456789012345678");

        for (var shard = 0; shard < (what is "another number of shards" ? 2 : 1); shard++)
        {
            var next = await rig.Gateway.NextAsync();
            await next.SendAsync(New.Hello());
            (await next.NextAsync()).Opcode().ShouldBe(2);
        }

        rig.Resume.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Sessions_are_saved_while_running_too_as_a_crash_saves_nothing()
    {
        await using var rig = await Rig.StartAsync();
        var connection = await rig.ReadyAsync();
        await connection.SendAsync(New.Event("GUILD_CREATE", 23));
        await rig.Listener.NextNamedAsync("GUILD_CREATE");

        await Rig.UntilAsync(
            () => File.Exists(rig.SessionFile) && File.ReadAllText(rig.SessionFile).Contains("\"sequence\": 23"),
            () => rig.Clock.Advance(TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public async Task A_file_is_replaced_as_a_whole_and_for_its_owner_only()
    {
        using var folder = new TempFolder();
        var store = new FileSessionStore(folder.File("new/sub"), NullLogger<FileSessionStore>.Instance);
        (await store.LoadAsync(default)).ShouldBeNull();
        var saved = new SavedSessions("hash", 2, new(2026, 8, 21, 9, 0, 0, TimeSpan.Zero), new Dictionary<int, ResumePoint> { [1] = new("id", 5, new("wss://resume.example/")) });

        await store.SaveAsync(saved with { Shards = 9 }, default);
        await store.SaveAsync(saved, default);

        var loaded = await store.LoadAsync(default);
        (loaded! with { Sessions = saved.Sessions }).ShouldBe(saved);
        loaded.Sessions.ShouldBe(saved.Sessions);
        Directory.GetFiles(folder.File("new/sub")).Length.ShouldBe(1);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder.File("new/sub/discord-sessions.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_warned_of_once()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("taken"), "a file, not a folder");
        var logger = new RecordingLogger<FileSessionStore>();
        var store = new FileSessionStore(folder.File("taken"), logger);
        var saved = new SavedSessions("hash", 1, default, new Dictionary<int, ResumePoint>());

        await store.SaveAsync(saved, default);
        await store.SaveAsync(saved, default);

        logger.Lines.Count.ShouldBe(1);
    }
}
