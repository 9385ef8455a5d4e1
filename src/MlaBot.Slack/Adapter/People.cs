using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Core.Learners;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>What is known of the people of one workspace: names, zones, and who may change settings.</summary>
/// <remarks>Payloads bring a handle only, and asking is limited to about 100 a minute. A first answer waits a moment for the profile, whose
/// zone says on which day it counts, but only while few people come at once: of a burst, who is not known yet is asked for in the background.
/// A command waits too, since it may be one of an admin.</remarks>
internal sealed partial class People(Workspace workspace, IAdminStore admins, LearnerZones zones, TimeProvider clock, ILogger<People> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // With one a second from the background, this stays under what Slack allows.
    private const int MostFirst = 30;
    private static readonly TimeSpan FirstWindow = TimeSpan.FromMinutes(1);

    private readonly Queue<long> _first = new();

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    // A channel of 5,000 people fits; whoever is dropped is asked for at the next press.
    private readonly Channel<string> _wanted = System.Threading.Channels.Channel.CreateBounded<string>(new BoundedChannelOptions(8192) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>A person as far as is known at once.</summary>
    public ChatUser AtOnce(Doer doer)
    {
        if (_known.TryGetValue(doer.Id, out var known))
        {
            if (clock.GetElapsedTime(known.Since) > Fresh)
            {
                _wanted.Writer.TryWrite(doer.Id);
            }

            return User(known.Person, isNamed: false);
        }

        _wanted.Writer.TryWrite(doer.Id);
        return new ChatUser(Key(doer.Id), doer.Name.Length > 0 ? doer.Name : doer.Id, IsAdmin: false, IsBot: false);
    }

    /// <summary>A person whose answer is to be stored: with name and zone of the profile, unless too many come at once.</summary>
    public async ValueTask<ChatUser> WithProfileAsync(Doer doer, CancellationToken cancellationToken)
    {
        if (!_known.ContainsKey(doer.Id) && MayAskFirst())
        {
            await AskShortlyAsync(doer, cancellationToken);
        }

        return AtOnce(doer);
    }

    /// <summary>A person with everything that rights depend on; of whoever cannot be asked for in time that is said.</summary>
    public async Task<ChatUser> WithRightsAsync(Doer doer, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(doer.Id, out var known) || clock.GetElapsedTime(known.Since) > Fresh)
        {
            known = await AskShortlyAsync(doer, cancellationToken) ?? known;
        }

        // Who is named is known here, so a fault of Slack's takes no right away.
        var isNamed = await admins.ContainsAsync(Key(doer.Id), cancellationToken);
        return known is not null ? User(known.Person, isNamed) : AtOnce(doer) with { IsAdmin = isNamed, HasKnownRights = isNamed };
    }

    /// <summary>Takes in that a profile changed.</summary>
    public async Task ChangedAsync(string id, CancellationToken cancellationToken)
    {
        if (_known.ContainsKey(id))
        {
            await AskAsync(id, cancellationToken);
        }
    }

    /// <summary>Asks for people who are not known yet, one after another, until the token ends it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var id in _wanted.Reader.ReadAllAsync(cancellationToken))
        {
            if (_known.TryGetValue(id, out var known) && clock.GetElapsedTime(known.Since) < Fresh)
            {
                continue;
            }

            try
            {
                await AskAsync(id, cancellationToken);
            }
            catch (SlackApiException fault)
            {
                Log.NotAsked(logger, id, fault.Message);
            }

            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private bool MayAskFirst()
    {
        lock (_first)
        {
            while (_first.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) > FirstWindow)
            {
                _first.Dequeue();
            }

            if (_first.Count >= MostFirst)
            {
                return false;
            }

            _first.Enqueue(clock.GetTimestamp());
            return true;
        }
    }

    /// <summary>Asks for a person, but not for longer than an act can wait; null when there was no answer in time.</summary>
    private async Task<Known?> AskShortlyAsync(Doer doer, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(doer.Id, cancellationToken).WaitAsync(Patience, clock, cancellationToken);
        }
        catch (Exception fault) when (fault is SlackApiException or TimeoutException)
        {
            Log.NotAsked(logger, doer.Id, fault.Message);
            return null;
        }
    }

    private async Task<Known> AskAsync(string id, CancellationToken cancellationToken)
    {
        var person = await workspace.Api.PersonAsync(id, cancellationToken);
        var known = new Known(person, clock.GetTimestamp());
        var before = _known.GetValueOrDefault(id);
        _known[id] = known;
        if (person.Zone.Length > 0 && before?.Person.Zone != person.Zone)
        {
            await zones.ProfileChangedAsync(Key(id), person.Zone, cancellationToken);
        }

        return known;
    }

    private ChatUser User(Person person, bool isNamed) =>
        new(Key(person.Id), person.Name, IsAdmin: (person.IsAdmin || isNamed) && !person.IsDeleted, person.IsBot) { Zone = person.Zone };

    private LearnerKey Key(string id) => new(workspace.Group, id);

    private sealed record Known(Person Person, long Since);

    private static partial class Log
    {
        [LoggerMessage(471, LogLevel.Information, "Person {Id} could not be asked for: {Reason}")]
        public static partial void NotAsked(ILogger logger, string id, string reason);
    }
}
