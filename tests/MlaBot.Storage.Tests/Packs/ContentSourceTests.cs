using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MlaBot.Core.Content;
using MlaBot.Core.Questions;
using MlaBot.Storage.Packs;

namespace MlaBot.Storage.Tests.Packs;

/// <summary>Content follows its files, and bad files never take the good content away.</summary>
public sealed class ContentSourceTests : IDisposable
{
    private readonly PackBox _box = new();
    private readonly ListLogger _log = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_change_is_taken_over_once_the_files_have_settled()
    {
        var source = Start();
        var before = source.Current;

        _box.Change(PackBox.ItemsFile, "Which model fits?", "Which model fits best?");

        source.Look().ShouldBeFalse("the change may still be going on");
        source.Current.ShouldBeSameAs(before);
        source.Look().ShouldBeTrue();
        source.Current.Item(new ItemId("q-1.1-0005"))!.Stem.ShouldBe("Which model fits best?");
        source.Look().ShouldBeFalse("nothing has changed since");
    }

    [Fact]
    public void A_change_with_faults_keeps_the_good_content_and_logs_every_fault()
    {
        var source = Start();
        var before = source.Current;

        _box.Change(PackBox.ItemsFile, "difficulty: 3", "difficulty: 9").Change(PackBox.CasesFile, "title: \"A bakery\"", "title: \"\"");
        source.Look();
        source.Look().ShouldBeFalse();

        source.Current.ShouldBeSameAs(before);
        _log.Lines.ShouldContain(line => line.Contains("2 faults", StringComparison.Ordinal));
        _log.Lines.ShouldContain(line => line.StartsWith("exams/mla-c01/items/1.1.yaml(63): ", StringComparison.Ordinal));
        _log.Lines.ShouldContain(line => line.StartsWith("exams/mla-c01/cases/1.yaml(2): ", StringComparison.Ordinal));
    }

    [Fact]
    public void Mending_the_files_brings_the_new_content()
    {
        var source = Start();
        _box.Change(PackBox.ItemsFile, "difficulty: 3", "difficulty: 9");
        source.Look();
        source.Look();

        _box.Change(PackBox.ItemsFile, "difficulty: 9", "difficulty: 1");
        source.Look();

        source.Look().ShouldBeTrue();
        source.Current.Item(new ItemId("q-1.1-0004"))!.Difficulty.ShouldBe(1);
    }

    [Fact]
    public void A_folder_that_disappears_leaves_the_good_content()
    {
        var source = Start();
        var moved = _box.Folder + "-moved";
        Directory.Move(_box.Folder, moved);
        try
        {
            source.Look();
            source.Look().ShouldBeFalse();
            source.Current.Items.Count.ShouldBe(5);
        }
        finally
        {
            Directory.Move(moved, _box.Folder);
        }
    }

    [Fact]
    public async Task Watching_ends_with_its_token()
    {
        using var stop = new CancellationTokenSource();
        var watching = Start().WatchAsync(stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(watching);
    }

    [Fact]
    public void A_broken_first_load_stops_the_start_with_every_fault()
    {
        _box.Change(PackBox.ItemsFile, "difficulty: 3", "difficulty: 9").Change(PackBox.ItemsFile, "version: 2", "version: x");

        var stop = Should.Throw<PackFaultsException>(Start);

        stop.Faults.Count.ShouldBe(2);
        stop.Message.ShouldContain("items/1.1.yaml(58): ");
        stop.Message.ShouldContain("items/1.1.yaml(63): ");
    }

    [Fact]
    public async Task The_host_serves_the_content_of_the_configured_folder()
    {
        using var host = BuildHost();
        await host.StartAsync(TestContext.Current.CancellationToken);

        var content = host.Services.GetRequiredService<IContentSource>();

        content.Current.Items.Count.ShouldBe(5);
        content.ShouldBeSameAs(host.Services.GetRequiredService<ContentSource>());
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_host_with_broken_content_does_not_start()
    {
        _box.Change(PackBox.ItemsFile, "version: 2", "version: x");
        using var host = BuildHost();

        await Should.ThrowAsync<PackFaultsException>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Without_a_path_the_folder_is_content_below_the_program_or_the_working_folder()
    {
        ContentFolder.Find("").ShouldEndWith("content");
        ContentFolder.Find(_box.Folder).ShouldBe(_box.Folder);
    }

    private ContentSource Start() =>
        new(Options.Create(new ContentOptions { Path = _box.Folder }), TimeProvider.System, _log);

    private IHost BuildHost()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Content:Path"] = _box.Folder });
        builder.Services.AddPacks();
        return builder.Build();
    }

    private sealed class ListLogger : ILogger<ContentSource>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
