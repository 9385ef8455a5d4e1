using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rest.Sending;

/// <summary>Answers interactions: at once, outside every queue, without Authorization, once.</summary>
/// <remarks>Source: Discord developer documentation, "Receiving and Responding to Interactions": three seconds, not bound to the bot's
/// global limit. What a 429 says here is counted and passed on, never waited for: the three seconds would be over.</remarks>
internal sealed class CallbackSender(RestTransport transport, RefusalLedger ledger, Failures failures, RestCounters counters, RestTuning tuning, TimeProvider clock)
{
    /// <summary>Sends the first answer to an interaction.</summary>
    /// <exception cref="DiscordApiException">Discord refused it or could not be reached.</exception>
    public async Task SendAsync(string interactionId, string interactionToken, InteractionAnswer answer, CancellationToken cancellationToken)
    {
        var json = AnswerJson.Write(answer);
        var path = $"/interactions/{interactionId}/{Uri.EscapeDataString(interactionToken)}/callback";
        counters.CountCallback();
        using var timeout = new TryTimeout(tuning.TryTimeout, clock, cancellationToken);
        RestAnswer refusal;
        try
        {
            using var content = RestBody.Of(json, AnswerJson.FilesOf(answer)).ToContent();
            using var response = await transport.SendAsync(HttpMethod.Post, path, content, isAuthorised: false, timeout.Token);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            refusal = await RestAnswer.ReadAsync(response, timeout.Token);
        }
        catch (Exception fault) when (timeout.IsFault(fault))
        {
            throw timeout.Word(Shown(interactionId), fault);
        }

        var error = ApiError.Read(refusal.Body);
        ledger.Note(refusal, error, Shown(interactionId), isCovered: false);
        throw failures.Refused(Shown(interactionId), interactionToken, refusal.Status, error, refusal.WaitWith(error));
    }

    private static string Shown(string interactionId) => $"POST /interactions/{interactionId}/…/callback";
}
