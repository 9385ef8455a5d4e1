using MlaBot.Discord.Rest;

namespace MlaBot.Discord.Gateway.Protocol;

/// <summary>What to do after the gateway has closed a connection.</summary>
internal enum AfterClose
{
    /// <summary>Take the session up again.</summary>
    Resume,

    /// <summary>Take the session up again after a pause: too much was sent.</summary>
    ResumeLater,

    /// <summary>The session is gone: IDENTIFY.</summary>
    NewSession,

    /// <summary>Stop: a person has to act.</summary>
    Fatal,
}

/// <summary>The gateway's close codes.</summary>
/// <remarks>Source: Discord, "Opcodes and Status Codes: Gateway Close Event Codes".</remarks>
internal static class GatewayCloseCode
{
    /// <summary>What the client closes with. 1000 and 1001 would end the session and show the bot as offline.</summary>
    public const int KeepSession = 4000;

    public const int NotAuthenticated = 4003;
    public const int AuthenticationFailed = 4004;
    public const int AlreadyAuthenticated = 4005;
    public const int InvalidSequence = 4007;
    public const int RateLimited = 4008;
    public const int SessionTimedOut = 4009;
    public const int InvalidShard = 4010;
    public const int ShardingRequired = 4011;
    public const int InvalidVersion = 4012;
    public const int InvalidIntents = 4013;
    public const int DisallowedIntents = 4014;

    /// <summary>What follows a close code; null stands for a connection that was cut.</summary>
    public static AfterClose After(int? code) => code switch
    {
        AuthenticationFailed or InvalidShard or ShardingRequired or InvalidVersion or InvalidIntents or DisallowedIntents => AfterClose.Fatal,
        NotAuthenticated or AlreadyAuthenticated or InvalidSequence or SessionTimedOut => AfterClose.NewSession,
        RateLimited => AfterClose.ResumeLater,
        _ => AfterClose.Resume,
    };

    /// <summary>The exception for a code of <see cref="AfterClose.Fatal"/>: what is wrong and what to do.</summary>
    public static GatewayFatalException ToException(int code) => new(
        code switch
        {
            AuthenticationFailed => Failures.UnknownToken,
            InvalidShard => "Discord refuses the shard number of this connection. Restart MlaBot; if it happens again, report it as a bug with code 4010.",
            ShardingRequired => "This bot is in too many servers for the shards it runs (sharding required). Restart MlaBot, which then asks Discord for the right number of shards; if it happens again, remove the bot from some servers.",
            InvalidVersion => "Discord no longer speaks the gateway version of this MlaBot. Update MlaBot.",
            InvalidIntents => "Discord does not know the intents that this MlaBot asks for. Update MlaBot; if it is up to date, report it as a bug with code 4013.",
            DisallowedIntents => "Discord refuses the intents asked for. MlaBot needs only GUILDS and none of the privileged intents (Presence, Server Members, Message Content): check that the token belongs to the application meant for MlaBot and that the application is not restricted in the developer portal.",
            _ => $"Discord refuses this bot with close code {code}.",
        },
        code);
}
