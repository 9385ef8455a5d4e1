using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Uploads;

/// <summary>Takes the bytes of a file, raw or as a form, without a token.</summary>
internal sealed class UploadRoute(SlackWorld world, FaultPlan faults, Action<RequestRecord> note)
{
    public async Task RunAsync(HttpContext http, string key)
    {
        var bytes = await BytesAsync(http.Request, http.RequestAborted);
        StoredFile? file;
        lock (world.Gate)
        {
            file = world.Files.Values.FirstOrDefault(file => file.UploadKey == key);
        }

        var fault = faults.Next("upload", file?.App.Id ?? "", blocks: null);
        var status = fault is { Kind: FaultKind.ServerError } ? fault.Status : file is null ? 404 : bytes.Length != file.Length ? 400 : 200;
        if (status is 200 && fault is not { Kind: FaultKind.DropBefore })
        {
            lock (world.Gate)
            {
                file!.Bytes = bytes;
            }
        }

        var isCut = fault is { Kind: FaultKind.DropBefore or FaultKind.DropAfter };
        note(new(world.Clock.GetUtcNow(), "upload", file?.App.Id ?? "", [], http.Request.Headers.UserAgent.ToString(), isCut ? 0 : status, "", null));
        if (isCut)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = status;
        await http.Response.WriteAsync(status is 200 ? $"OK - {bytes.Length}" : "the upload failed: the address or the length is wrong", http.RequestAborted);
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            if (form.Files.Count > 0)
            {
                await form.Files[0].CopyToAsync(memory, cancellationToken);
            }
        }
        else
        {
            await request.Body.CopyToAsync(memory, cancellationToken);
        }

        return memory.ToArray();
    }
}
