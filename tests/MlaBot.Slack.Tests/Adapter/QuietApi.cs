using MlaBot.Slack.WebApi;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Tests.Adapter;

/// <summary>Takes every call and counts the answers that people get.</summary>
internal sealed class QuietApi : ISlackApi
{
    private static readonly OpenView Anywhere = new("V1", "1.a");

    private int _answers;

    /// <summary>Ephemeral messages and windows so far.</summary>
    public int Answers => Volatile.Read(ref _answers);

    /// <summary>True while replies land in the channel, as when the head of their thread was deleted.</summary>
    public bool LosesThreads { get; set; }

    /// <summary>What every edit waits for.</summary>
    public Task Updating { get; set; } = Task.CompletedTask;

    public Task<Uri> OpenConnectionAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Introduction> IntroduceAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PostedMessage> PostAsync(string channel, SlackMessage message, string? threadTs, CancellationToken cancellationToken) =>
        Task.FromResult(new PostedMessage(channel, "1.000001", LosesThreads ? null : threadTs));

    public Task PostEphemeralAsync(string channel, string user, SlackMessage message, string? threadTs, CancellationToken cancellationToken) => AnsweredAsync();

    public Task UpdateAsync(string channel, string ts, SlackMessage message, CancellationToken cancellationToken) => Updating.WaitAsync(cancellationToken);

    public IAsyncEnumerable<ReceivedMessage> HistoryAsync(string channel, DateTimeOffset? oldest, CancellationToken cancellationToken) => AsyncEnumerable.Empty<ReceivedMessage>();

    public IAsyncEnumerable<ReceivedMessage> RepliesAsync(string channel, string threadTs, DateTimeOffset? oldest, CancellationToken cancellationToken) => HistoryAsync(channel, oldest, cancellationToken);

    public Task<Conversation> ConversationAsync(string channel, CancellationToken cancellationToken) => Task.FromResult(new Conversation(channel, "study", true, false, false, false));

    public Task<IReadOnlySet<string>> MembersAsync(string channel, CancellationToken cancellationToken) => Task.FromResult<IReadOnlySet<string>>(new HashSet<string>(StringComparer.Ordinal));

    public Task JoinAsync(string channel, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string> DirectChannelAsync(string user, CancellationToken cancellationToken) => Task.FromResult("D1");

    public Task<Person> PersonAsync(string user, CancellationToken cancellationToken) => Task.FromResult(new Person(user, "Ben", "", false, false, false));

    public Task<Uri> PermalinkAsync(string channel, string ts, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<OpenView> OpenViewAsync(string triggerId, SlackView view, CancellationToken cancellationToken) => ShownAsync();

    public Task<OpenView> PushViewAsync(string triggerId, SlackView view, CancellationToken cancellationToken) => ShownAsync();

    public Task<OpenView> UpdateViewAsync(string viewId, string? hash, SlackView view, CancellationToken cancellationToken) => ShownAsync();

    public Task PublishHomeAsync(string user, SlackView view, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string> UploadAsync(string fileName, ReadOnlyMemory<byte> png, string altText, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RespondAsync(Uri responseUrl, ResponseMessage message, CancellationToken cancellationToken) => AnsweredAsync();

    public void Close()
    {
    }

    private Task AnsweredAsync()
    {
        Interlocked.Increment(ref _answers);
        return Task.CompletedTask;
    }

    private Task<OpenView> ShownAsync()
    {
        Interlocked.Increment(ref _answers);
        return Task.FromResult(Anywhere);
    }
}
