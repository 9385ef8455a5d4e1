namespace MlaBot.Discord.Wire;

/// <summary>The first answer to an interaction. The numbers are Discord's callback types.</summary>
/// <remarks>Source: Discord developer documentation, "Receiving and Responding to Interactions: Interaction Callback Type".</remarks>
internal abstract record InteractionAnswer
{
    private InteractionAnswer()
    {
    }

    /// <summary>Type 4: a new message.</summary>
    internal sealed record Reply(MessagePayload Message) : InteractionAnswer;

    /// <summary>Type 5: "thinking"; an edit fills it. Only the ephemeral flag goes with it.</summary>
    internal sealed record DeferReply(bool IsEphemeral) : InteractionAnswer;

    /// <summary>Type 6: no sign; an edit changes the message of the control.</summary>
    internal sealed record DeferUpdate : InteractionAnswer;

    /// <summary>Type 7: changes the message of the control.</summary>
    internal sealed record Update(MessagePayload Message) : InteractionAnswer;

    /// <summary>Type 8: the choices of an option that is being typed; at most 25 of at most 100 characters.</summary>
    internal sealed record Suggest(IReadOnlyList<string> Choices) : InteractionAnswer;

    /// <summary>Type 9: opens a modal.</summary>
    internal sealed record OpenModal(ModalPayload Modal) : InteractionAnswer;
}
