namespace MlaBot.Discord.Gateway;

/// <summary>Hears what the gateway brings. Calls of one shard come one after another and must return at once.</summary>
internal interface IGatewayListener
{
    /// <summary>A dispatch (opcode 0), <c>READY</c> and <c>RESUMED</c> too.</summary>
    /// <param name="shard">The shard's number.</param>
    /// <param name="name">The event's name, such as <c>INTERACTION_CREATE</c>.</param>
    /// <param name="data">The UTF-8 JSON of <c>d</c>; the listener may keep it.</param>
    void Dispatched(int shard, string name, ReadOnlyMemory<byte> data);

    /// <summary>A shard can hear (true) or has lost its connection (false).</summary>
    void ReadyChanged(int shard, bool isReady);
}
