using System.Net.Http.Headers;
using System.Text;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rest.Sending;

/// <summary>A request's body in pieces, so that files are not copied and every try can send it again.</summary>
/// <param name="mediaType">The value of <c>Content-Type</c>.</param>
/// <param name="pieces">The bytes in order.</param>
internal sealed class RestBody(MediaTypeHeaderValue mediaType, IReadOnlyList<ReadOnlyMemory<byte>> pieces)
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <summary>A body of JSON, with files beside it when there are any.</summary>
    /// <exception cref="ArgumentException">A file's name would need quoting.</exception>
    public static RestBody Of(byte[] json, IReadOnlyList<NewFile> files) =>
        files.Count == 0 ? new RestBody(JsonType, [json]) : Multipart(json, files);

    /// <summary>A new HTTP content over the same bytes.</summary>
    public HttpContent ToContent()
    {
        var content = pieces.Count == 1 ? new ReadOnlyMemoryContent(pieces[0]) : (HttpContent)new PiecesContent(pieces);
        content.Headers.ContentType = mediaType;
        return content;
    }

    // Written by hand: MultipartFormDataContent leaves names unquoted and adds filename*, which Discord does not expect.
    private static RestBody Multipart(byte[] json, IReadOnlyList<NewFile> files)
    {
        var boundary = $"mlabot-{Guid.NewGuid():N}";
        List<ReadOnlyMemory<byte>> pieces =
        [
            Ascii($"--{boundary}\r\nContent-Disposition: form-data; name=\"payload_json\"\r\nContent-Type: application/json\r\n\r\n"),
            json,
        ];
        for (var place = 0; place < files.Count; place++)
        {
            var file = files[place];
            RequirePlainName(file.Name);
            pieces.Add(Ascii($"\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"files[{place}]\"; filename=\"{file.Name}\"\r\nContent-Type: {file.MediaType}\r\n\r\n"));
            pieces.Add(file.Bytes);
        }

        pieces.Add(Ascii($"\r\n--{boundary}--\r\n"));
        return new RestBody(MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}"), pieces);
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static void RequirePlainName(string name)
    {
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_'))
        {
            throw new ArgumentException($"The file name \"{name}\" has other characters than letters, digits, '.', '-' and '_'.", nameof(name));
        }
    }

    private sealed class PiecesContent(IReadOnlyList<ReadOnlyMemory<byte>> pieces) : HttpContent
    {
        protected override bool TryComputeLength(out long length)
        {
            length = pieces.Sum(piece => (long)piece.Length);
            return true;
        }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context, CancellationToken cancellationToken)
        {
            foreach (var piece in pieces)
            {
                await stream.WriteAsync(piece, cancellationToken);
            }
        }
    }
}
