using MlaBot.SlackServer.WebApi;

namespace MlaBot.SlackServer.Validation;

internal sealed class BodyCheck
{
    public void CheckCall(ApiCall call)
    {
    }
}
