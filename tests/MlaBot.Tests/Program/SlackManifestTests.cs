namespace MlaBot.Tests.Program;

/// <summary>The manifest that is checked in, against the one that the program prints. With <c>UPDATE_GOLDEN=1</c> in the
/// environment it is written anew.</summary>
public sealed class SlackManifestTests : IDisposable
{
    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_manifest_in_the_repository_is_that_of_the_programs_own_commands()
    {
        var file = Path.Combine(Repository.Root, "src", "MlaBot.Slack", "Manifest", "slack-manifest.yaml");
        var printed = await _folder.RunAsync("manifest", "slack");
        printed.Exit.ShouldBe(0, printed.All);
        var manifest = printed.Output;

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(file, manifest, TestContext.Current.CancellationToken);
        }

        manifest.ShouldBe(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "run this test with UPDATE_GOLDEN=1 when the change is wanted, and read the difference");
    }
}
