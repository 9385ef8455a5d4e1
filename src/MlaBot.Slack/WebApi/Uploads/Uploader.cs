using MlaBot.Slack.WebApi.Bodies;
using MlaBot.Slack.WebApi.Sending;

namespace MlaBot.Slack.WebApi.Uploads;

/// <summary>Uploads a picture that is to be shown inside a block.</summary>
/// <remarks>Source: Slack developer documentation, "Working with files: Uploading files". The bytes go to an address that is its own
/// permission; Slack looks at the file afterwards, and until it knows its media type a block that names the file is <c>invalid_blocks</c>.</remarks>
internal sealed class Uploader(SlackSender sender, AddressSender addresses, WebTuning tuning, TimeProvider clock)
{
    /// <returns>The file's id.</returns>
    public async Task<string> UploadAsync(string fileName, ReadOnlyMemory<byte> bytes, string altText, CancellationToken cancellationToken)
    {
        var (id, address) = await AddressAsync(fileName, bytes.Length, altText, cancellationToken);
        await addresses.PostAsync(address, WebBody.Raw(bytes), "file upload", tuning.UploadTimeout, cancellationToken);

        var body = WebBody.Json(new CompleteUploadBody([new UploadedFile(id, fileName)]), WebJson.Default.CompleteUploadBody);
        await sender.SendAsync(new ApiCall(SlackMethods.CompleteUpload, "", body), WebJson.Default.ApiAnswer, cancellationToken);
        await UntilShowableAsync(id, cancellationToken);
        return id;
    }

    private async Task<(string Id, Uri Address)> AddressAsync(string fileName, int length, string altText, CancellationToken cancellationToken)
    {
        // A read in form: it is one of the methods that take no JSON.
        var body = WebBody.Form(("filename", fileName), ("length", FormattableString.Invariant($"{length}")), ("alt_txt", altText));
        var answer = await sender.SendAsync(new ApiCall(SlackMethods.UploadAddress, "", body), WebJson.Default.UploadAddressAnswer, cancellationToken);
        return answer is { FileId.Length: > 0 } && WebAddress.Read(answer.UploadUrl) is { } address
            ? (answer.FileId, address)
            : throw Failures.Missing(SlackMethods.UploadAddress.Name, "address to upload to", mayHaveHappened: false);
    }

    private async Task UntilShowableAsync(string id, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var call = new ApiCall(SlackMethods.FileInfo, "", WebBody.Form(("file", id)));
        while (true)
        {
            var answer = await sender.SendAsync(call, WebJson.Default.FileAnswer, cancellationToken);
            if (answer.File?.Mimetype is { Length: > 0 })
            {
                return;
            }

            if (clock.GetElapsedTime(start) + tuning.UploadPoll > tuning.UploadLimit)
            {
                throw Failures.NotShowable(SlackMethods.FileInfo.Name, tuning.UploadLimit);
            }

            await Task.Delay(tuning.UploadPoll, clock, cancellationToken);
        }
    }
}
