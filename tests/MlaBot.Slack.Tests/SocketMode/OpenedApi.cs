using System.Collections.Concurrent;
using MlaBot.Slack.WebApi;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Tests.SocketMode;

/// <summary>Answers <c>apps.connections.open</c> with addresses of a scripted server; a test can put failures before them. Nothing else is called.</summary>
internal sealed class OpenedApi(string url) : ISlackApi
{
    private int _calls;

    /// <summary>Thrown one by one before addresses are given.</summary>
    public ConcurrentQueue<Exception> Failures { get; } = new();

    /// <summary>Thrown always, when set.</summary>
    public Exception? Failure { get; set; }

    public int Calls => _calls;

    public async Task<Uri> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        var call = Interlocked.Increment(ref _calls);
        if (Failures.TryDequeue(out var failure) || (failure = Failure) is not null)
        {
            throw failure;
        }

        return new($"{url}/link/?ticket=s3cr3t-{call}&app_id=A1");
    }

    public void Close() => throw new NotSupportedException();

    public Task<Introduction> IntroduceAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PostedMessage> PostAsync(string channel, SlackMessage message, string? threadTs, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task PostEphemeralAsync(string channel, string user, SlackMessage message, string? threadTs, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UpdateAsync(string channel, string ts, SlackMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<ReceivedMessage> HistoryAsync(string channel, DateTimeOffset? oldest, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<ReceivedMessage> RepliesAsync(string channel, string threadTs, DateTimeOffset? oldest, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Conversation> ConversationAsync(string channel, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlySet<string>> MembersAsync(string channel, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task JoinAsync(string channel, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string> DirectChannelAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Person> PersonAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Uri> PermalinkAsync(string channel, string ts, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<OpenView> OpenViewAsync(string triggerId, SlackView view, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<OpenView> PushViewAsync(string triggerId, SlackView view, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<OpenView> UpdateViewAsync(string viewId, string? hash, SlackView view, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task PublishHomeAsync(string user, SlackView view, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string> UploadAsync(string fileName, ReadOnlyMemory<byte> png, string altText, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RespondAsync(Uri responseUrl, ResponseMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();
}
