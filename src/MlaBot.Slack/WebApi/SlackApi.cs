using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using MlaBot.Slack.WebApi.Bodies;
using MlaBot.Slack.WebApi.Limits;
using MlaBot.Slack.WebApi.Sending;
using MlaBot.Slack.WebApi.Updates;
using MlaBot.Slack.WebApi.Uploads;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.WebApi;

/// <summary>Slack's Web API over HTTP, for one workspace.</summary>
internal sealed class SlackApi : ISlackApi, IDisposable
{
    private const int MostPages = 20;

    // "No more than 200 results at a time" is what Slack recommends.
    private const int PageSize = 200;

    // Ids are short, and the most that Slack gives is 1,000.
    private const int MembersPage = 1000;

    private readonly WebTuning _tuning;
    private readonly SlackTransport _transport;
    private readonly SlackSender _sender;
    private readonly AddressSender _addresses;
    private readonly UpdateMerger _updates;
    private readonly Uploader _uploader;

    /// <summary>Makes a client; nothing is sent yet.</summary>
    /// <param name="options">Where the Web API lies.</param>
    /// <param name="tokens">The workspace's tokens.</param>
    /// <param name="clock">The clock of all waits.</param>
    /// <param name="random">Chance for the waits before another try; used under a lock.</param>
    /// <param name="logger">Hears of refusals and waits, never of a token or a secret address.</param>
    /// <param name="tuning">The client's own numbers; null for those that suit the real Slack.</param>
    /// <exception cref="ArgumentException">A token has characters that no token has.</exception>
    public SlackApi(SlackOptions options, SlackTokens tokens, TimeProvider clock, Random random, ILogger<SlackApi> logger, WebTuning? tuning = null)
    {
        _tuning = tuning ?? new WebTuning();
        var secrets = new Secrets(tokens);
        var delays = new RetryDelays(_tuning, random);
        _transport = new SlackTransport(options, tokens);
        _sender = new SlackSender(_transport, secrets, Counters, _tuning, clock, delays, logger);
        _addresses = new AddressSender(_transport, secrets, Counters, _tuning, clock, delays, logger);
        _updates = new UpdateMerger(SendUpdateAsync, Counters, _tuning, clock);
        _uploader = new Uploader(_sender, _addresses, _tuning, clock);
    }

    /// <summary>What was sent and refused so far.</summary>
    public WebCounters Counters { get; } = new();

    /// <summary>The queue of a method.</summary>
    public MethodQueue QueueOf(SlackMethod method) => _sender.QueueOf(method);

    /// <inheritdoc/>
    public void Close()
    {
        _sender.Close();
        _addresses.Close();
    }

    /// <inheritdoc/>
    public async Task<Uri> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        var answer = await _sender.SendAsync(SlackCalls.OpenConnection(), WebJson.Default.ConnectionAnswer, cancellationToken);
        return Uri.TryCreate(answer.Url, UriKind.Absolute, out var address) && address.Scheme is "wss" or "ws"
            ? address
            : throw Failures.Missing(SlackMethods.OpenConnection.Name, "address of a socket", mayHaveHappened: false);
    }

    /// <inheritdoc/>
    public async Task<Introduction> IntroduceAsync(CancellationToken cancellationToken) =>
        AnswerReading.Introduction(await _sender.SendAsync(SlackCalls.AuthTest(), WebJson.Default.AuthAnswer, cancellationToken));

    /// <inheritdoc/>
    public async Task<PostedMessage> PostAsync(string channel, SlackMessage message, string? threadTs, CancellationToken cancellationToken)
    {
        var answer = await _sender.SendAsync(SlackCalls.Post(channel, message, threadTs), WebJson.Default.PostAnswer, cancellationToken);
        return AnswerReading.Posted(answer, channel, threadTs);
    }

    /// <inheritdoc/>
    public Task PostEphemeralAsync(string channel, string user, SlackMessage message, string? threadTs, CancellationToken cancellationToken) =>
        _sender.SendAsync(SlackCalls.PostEphemeral(channel, user, message, threadTs), WebJson.Default.ApiAnswer, cancellationToken);

    /// <inheritdoc/>
    public Task UpdateAsync(string channel, string ts, SlackMessage message, CancellationToken cancellationToken) =>
        _updates.UpdateAsync(channel, ts, message, canWait: false, cancellationToken);

    /// <inheritdoc/>
    public Task RefreshAsync(string channel, string ts, SlackMessage message, CancellationToken cancellationToken) =>
        _updates.UpdateAsync(channel, ts, message, canWait: true, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReceivedMessage> HistoryAsync(string channel, DateTimeOffset? oldest, CancellationToken cancellationToken) =>
        PagesAsync(cursor => SlackCalls.History(channel, PageSize, oldest, cursor), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReceivedMessage> RepliesAsync(string channel, string threadTs, DateTimeOffset? oldest, CancellationToken cancellationToken) =>
        PagesAsync(cursor => SlackCalls.Replies(channel, threadTs, PageSize, oldest, cursor), cancellationToken);

    /// <inheritdoc/>
    public async Task<Conversation> ConversationAsync(string channel, CancellationToken cancellationToken) =>
        AnswerReading.Conversation(await _sender.SendAsync(SlackCalls.ConversationInfo(channel), WebJson.Default.ConversationAnswer, cancellationToken));

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> MembersAsync(string channel, CancellationToken cancellationToken)
    {
        HashSet<string> members = new(StringComparer.Ordinal);
        string? cursor = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var answer = await _sender.SendAsync(SlackCalls.Members(channel, MembersPage, cursor), WebJson.Default.MembersAnswer, cancellationToken);
            members.UnionWith((answer.Members ?? []).OfType<string>());
            cursor = answer.NextCursor;
            if (cursor is null)
            {
                break;
            }
        }

        return members;
    }

    /// <inheritdoc/>
    public Task JoinAsync(string channel, CancellationToken cancellationToken) =>
        _sender.SendAsync(SlackCalls.Join(channel), WebJson.Default.ApiAnswer, cancellationToken);

    /// <inheritdoc/>
    public async Task<string> DirectChannelAsync(string user, CancellationToken cancellationToken)
    {
        var answer = await _sender.SendAsync(SlackCalls.OpenConversation(user), WebJson.Default.ConversationAnswer, cancellationToken);
        return AnswerReading.Required(answer.Channel?.Id, SlackMethods.OpenConversation, "channel");
    }

    /// <inheritdoc/>
    public async Task<Person> PersonAsync(string user, CancellationToken cancellationToken) =>
        AnswerReading.Person(await _sender.SendAsync(SlackCalls.UserInfo(user), WebJson.Default.PersonAnswer, cancellationToken));

    /// <inheritdoc/>
    public async Task<Uri> PermalinkAsync(string channel, string ts, CancellationToken cancellationToken)
    {
        var answer = await _sender.SendAsync(SlackCalls.Permalink(channel, ts), WebJson.Default.PermalinkAnswer, cancellationToken);
        return WebAddress.Read(answer.Permalink) ?? throw Failures.Missing(SlackMethods.Permalink.Name, "permalink", mayHaveHappened: false);
    }

    /// <inheritdoc/>
    public Task<OpenView> OpenViewAsync(string triggerId, SlackView view, CancellationToken cancellationToken) =>
        ViewAsync(SlackCalls.TriggeredView(SlackMethods.OpenView, triggerId, view), cancellationToken);

    /// <inheritdoc/>
    public Task<OpenView> PushViewAsync(string triggerId, SlackView view, CancellationToken cancellationToken) =>
        ViewAsync(SlackCalls.TriggeredView(SlackMethods.PushView, triggerId, view), cancellationToken);

    /// <inheritdoc/>
    public Task<OpenView> UpdateViewAsync(string viewId, string? hash, SlackView view, CancellationToken cancellationToken) =>
        ViewAsync(SlackCalls.UpdateView(viewId, hash, view), cancellationToken);

    /// <inheritdoc/>
    public Task PublishHomeAsync(string user, SlackView view, CancellationToken cancellationToken) =>
        _sender.SendAsync(SlackCalls.PublishView(user, view), WebJson.Default.ApiAnswer, cancellationToken);

    /// <inheritdoc/>
    public Task<string> UploadAsync(string fileName, ReadOnlyMemory<byte> png, string altText, CancellationToken cancellationToken) =>
        _uploader.UploadAsync(fileName, png, altText, cancellationToken);

    /// <inheritdoc/>
    public Task RespondAsync(Uri responseUrl, ResponseMessage message, CancellationToken cancellationToken) =>
        WebAddress.IsHttp(responseUrl)
            ? _addresses.PostAsync(responseUrl, WebBody.Json(message, SlackJson.Default.ResponseMessage), "response URL", _tuning.TryTimeout, cancellationToken)
            : throw new ArgumentException("The response URL is no address of HTTP.", nameof(responseUrl));

    /// <inheritdoc/>
    public void Dispose()
    {
        _updates.Dispose();
        _sender.Dispose();
        _transport.Dispose();
    }

    private Task SendUpdateAsync(string channel, string ts, Func<SlackMessage> content, bool canWait, CancellationToken cancellationToken) =>
        _sender.SendAsync(SlackCalls.Update(channel, ts, content, canWait, _tuning.UpdateGap), WebJson.Default.ApiAnswer, cancellationToken);

    private async Task<OpenView> ViewAsync(ApiCall call, CancellationToken cancellationToken) =>
        AnswerReading.View(await _sender.SendAsync(call, WebJson.Default.ViewAnswered, cancellationToken), call.Method);

    // A page may be shorter than asked for although more follow, and a thread's head may come again with every page.
    private async IAsyncEnumerable<ReceivedMessage> PagesAsync(Func<string?, ApiCall> page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        string? cursor = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var answer = await _sender.SendAsync(page(cursor), WebJson.Default.MessagesAnswer, cancellationToken);
            foreach (var message in (answer.Messages ?? []).Select(AnswerReading.Message).OfType<ReceivedMessage>().Where(message => known.Add(message.Ts)))
            {
                yield return message;
            }

            cursor = answer.NextCursor;
            if (cursor is null)
            {
                break;
            }
        }
    }
}
