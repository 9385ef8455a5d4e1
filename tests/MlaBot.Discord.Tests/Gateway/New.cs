using System.Text;
using System.Text.Json;
using MlaBot.Discord.Gateway;
using MlaBot.Discord.Gateway.Protocol;

namespace MlaBot.Discord.Tests.Gateway;

/// <summary>Frames and sessions for tests.</summary>
internal static class New
{
    public const string Token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GAbCdE.s3cr3t-p4rt_0f-the-t0ken-Zyxwvut";

    public static string Hello(int interval = 41250) => $$$"""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":{{{interval}}},"_trace":["x"]}}""";

    public static string Ready(string session, string resumeUrl, long sequence = 1) =>
        $$$$"""{"t":"READY","s":{{{{sequence}}}},"op":0,"d":{"v":10,"user":{"id":"1","session_id":"not this"},"guilds":[],"session_id":"{{{{session}}}}","resume_gateway_url":"{{{{resumeUrl}}}}","application":{"id":"1","flags":0}}}""";

    public static string Event(string name, long sequence, string data = "{}") => $$"""{"t":"{{name}}","s":{{sequence}},"op":0,"d":{{data}}}""";

    public static string Resumed(long sequence) => Event("RESUMED", sequence);

    public static GatewaySession Session(int seed = 1) => new(new(Token, 0, 1), WantedEvents.OfThisBot, new(seed));

    /// <summary>A session that is ready, with event 1 heard and beats every 40 s.</summary>
    public static GatewaySession ReadySession()
    {
        var session = Session();
        session.Connecting(TimeSpan.Zero);
        session.Opened(TimeSpan.Zero);
        session.Hear(Hello(40_000));
        session.Hear(Ready("abc", "wss://resume.example"));
        return session;
    }

    public static GatewayStep Hear(this GatewaySession session, string frame, double seconds = 0) =>
        session.Receive(Encoding.UTF8.GetBytes(frame), TimeSpan.FromSeconds(seconds));

    public static JsonElement Json(this GatewayStep step) => JsonDocument.Parse(step.Payload).RootElement;

    public static int Opcode(this JsonElement frame) => frame.GetProperty("op").GetInt32();
}
