using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.WebApi;

/// <summary>Is the token there, alive, and of the kind that the method takes?</summary>
internal static class TokenCheck
{
    public static void Check(ApiMethod method, string token, App? app)
    {
        if (method.Token is TokenKind.None)
        {
            return;
        }

        if (token.Length is 0)
        {
            throw new ApiError("not_authed");
        }

        if (app is null)
        {
            throw new ApiError("invalid_auth");
        }

        if (!app.IsInstalled)
        {
            throw new ApiError("account_inactive");
        }

        var isAppToken = token == app.AppToken;
        if (isAppToken ? app.IsAppTokenRevoked : app.IsBotTokenRevoked)
        {
            throw new ApiError(isAppToken ? "invalid_auth" : "token_revoked");
        }

        if (isAppToken != (method.Token is TokenKind.App))
        {
            throw new ApiError("not_allowed_token_type");
        }
    }
}
