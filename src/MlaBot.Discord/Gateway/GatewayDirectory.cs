using Microsoft.Extensions.Logging;
using MlaBot.Discord.Gateway.Protocol;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Gateway;

/// <summary>What <c>GET /gateway/bot</c> says: the address is kept for reconnects, the numbers only for a short while.</summary>
/// <remarks>Source: Discord, "Gateway: Get Gateway Bot".</remarks>
internal sealed partial class GatewayDirectory(IDiscordApi api, TimeProvider time, Random random, ILogger logger)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private GatewayInfo? _info;
    private Uri? _url;
    private TimeSpan _askedAt;
    private int _started;

    /// <summary>Where the gateway is. Known after the first answer.</summary>
    public Uri Url => _url ?? throw new InvalidOperationException("The gateway's address was not asked for yet.");

    /// <summary>Elapsed time on a clock that nobody sets.</summary>
    public TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>The numbers, asked for again when they are older than a few minutes.</summary>
    public async Task<GatewayInfo> FreshAsync(CancellationToken cancellationToken) =>
        _info is { } info && Now - _askedAt < FreshFor ? info : await RefreshAsync(cancellationToken);

    /// <summary>Asks Discord, again and again until it answers.</summary>
    /// <exception cref="GatewayFatalException">The token is wrong, or Discord refuses for another lasting reason.</exception>
    public async Task<GatewayInfo> RefreshAsync(CancellationToken cancellationToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return Take(await api.GatewayAsync(cancellationToken));
            }
            catch (DiscordApiException refusal) when (refusal.Status is System.Net.HttpStatusCode.Unauthorized)
            {
                throw new GatewayFatalException(Failures.UnknownToken, GatewayCloseCode.AuthenticationFailed);
            }
            catch (DiscordApiException refusal) when (!refusal.IsTransient)
            {
                throw new GatewayFatalException(
                    $"Discord does not say where its gateway is (HTTP {(int?)refusal.Status}, code {refusal.Code}). Check Discord:ApiBaseUrl and that the application still exists.");
            }
            catch (DiscordApiException fault)
            {
                var wait = (fault.RetryAfter ?? TimeSpan.Zero) > pause ? fault.RetryAfter.GetValueOrDefault() : pause * (0.75 + (0.5 * NextRandom()));
                Log.NoAnswer(logger, wait, fault.Message);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    /// <summary>How long no session may be started; zero when one may.</summary>
    public TimeSpan TimeToNextStart()
    {
        lock (_gate)
        {
            return _info is { SessionStartLimit: var limit } && limit.Remaining - _started <= 0
                ? _askedAt + TimeSpan.FromMilliseconds(Math.Max(1000, limit.ResetAfter)) - Now
                : TimeSpan.Zero;
        }
    }

    /// <summary>A session was started.</summary>
    /// <returns>The time.</returns>
    public TimeSpan CountStart()
    {
        lock (_gate)
        {
            _started++;
            return Now;
        }
    }

    private GatewayInfo Take(GatewayInfo info)
    {
        if (GatewayUrl.TryParse(info.Url) is not { } url)
        {
            throw new GatewayFatalException("Discord gave no usable gateway address. Check Discord:ApiBaseUrl.");
        }

        lock (_gate)
        {
            (_info, _url, _askedAt, _started) = (info, url, Now, 0);
        }

        return info;
    }

    private double NextRandom()
    {
        lock (_gate)
        {
            return random.NextDouble();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3131, LogLevel.Warning, "Discord does not say where its gateway is, asking again in {Wait}: {Fault}")]
        public static partial void NoAnswer(ILogger logger, TimeSpan wait, string fault);
    }
}
