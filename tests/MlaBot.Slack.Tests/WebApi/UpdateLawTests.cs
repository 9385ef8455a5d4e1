using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MlaBot.Slack.WebApi;
using MlaBot.Slack.WebApi.Updates;
using MlaBot.Slack.Wire;
using MlaBot.Testing;

namespace MlaBot.Slack.Tests.WebApi;

public sealed class UpdateLawTests
{
    /// <summary>Many random worlds without a network: calls wait for their turn, take their time, are tried again and fail.</summary>
    [Fact]
    public void Whatever_the_order_of_updates_and_answers_the_newest_content_is_sent_last_and_no_message_is_called_twice_within_two_seconds() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            using var world = new UpdateWorld(new System.Random(seed));
            world.Run();
            return world.Judge();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private sealed class UpdateWorld : IDisposable
    {
        private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
        private static readonly TimeSpan Gap = new WebTuning().UpdateGap;

        private readonly System.Random _random;
        private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
        private readonly UpdateMerger _merger;
        private readonly TimeSpan _slowest;
        private readonly List<(string Message, int Content, Task Done)> _updates = [];
        private readonly List<Sent> _sent = [];
        private readonly List<(string Message, List<int> Contents, bool HasFailed)> _calls = [];
        private int _faults;

        public UpdateWorld(System.Random random)
        {
            _random = random;
            _slowest = TimeSpan.FromMilliseconds(random.Next(1, 4000));
            _merger = new UpdateMerger(SendAsync, new WebCounters(), new WebTuning(), _clock);
        }

        public void Run()
        {
            for (var step = 0; step < 600; step++)
            {
                for (var asks = _random.Next(8) == 0 ? _random.Next(1, 6) : 0; asks > 0; asks--)
                {
                    var (message, content) = ($"{_random.Next(2)}", _updates.Count);
                    _updates.Add((message, content, _merger.UpdateAsync("C1", message, Saying(content), canWait: false, CancellationToken.None)));
                }

                _clock.Advance(Tick);
            }

            for (var step = 0; step < 5000 && _merger.Messages > 0; step++)
            {
                _clock.Advance(Tick);
            }
        }

        public bool Judge()
        {
            _merger.Messages.ShouldBe(0, "the world comes to rest");
            _faults.ShouldBe(0, "calls of one message overlap or come too soon");
            foreach (var message in _updates.GroupBy(update => update.Message, StringComparer.Ordinal))
            {
                _sent.Last(sent => sent.Message == message.Key).Content.ShouldBe(message.Last().Content);
                foreach (var (_, content, done) in message)
                {
                    // Its end is that of the first call that carried it or something newer.
                    var call = _calls.First(call => call.Message == message.Key && call.Contents[^1] >= content);
                    SpinWait.SpinUntil(() => done.IsCompleted, TimeSpan.FromSeconds(10)).ShouldBeTrue("the caller hears of the end");
                    done.IsFaulted.ShouldBe(call.HasFailed);
                }
            }

            return true;
        }

        public void Dispose() => _merger.Dispose();

        private static SlackMessage Saying(int content) => new(content.ToString(CultureInfo.InvariantCulture), []);

        private async Task SendAsync(string channel, string ts, Func<SlackMessage> content, bool canWait, CancellationToken cancellationToken)
        {
            List<int> contents = [];
            var tries = _random.Next(5) == 0 ? 2 : 1;
            for (var attempt = 0; attempt < tries; attempt++)
            {
                await Task.Delay(attempt == 0 ? Some() : Gap, _clock, cancellationToken);
                contents.Add(int.Parse(content().Text, CultureInfo.InvariantCulture));
                var sent = new Sent(ts, contents[^1], _clock.GetUtcNow());
                if (_sent.LastOrDefault(earlier => earlier.Message == ts) is { } before && !(before.End + Gap <= sent.Start))
                {
                    _faults++;
                }

                _sent.Add(sent);
                await Task.Delay(Some(), _clock, cancellationToken);
                sent.End = _clock.GetUtcNow();
            }

            var hasFailed = _random.Next(4) == 0;
            _calls.Add((ts, contents, hasFailed));
            if (hasFailed)
            {
                throw new SlackApiException("chat.update: no", "no", isTransient: false);
            }
        }

        private TimeSpan Some() => _slowest * _random.NextDouble();

        private sealed record Sent(string Message, int Content, DateTimeOffset Start)
        {
            public DateTimeOffset? End { get; set; }
        }
    }
}
