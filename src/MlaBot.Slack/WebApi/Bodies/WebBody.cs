using System.Buffers;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MlaBot.Slack.WebApi.Bodies;

/// <summary>The bytes of a call and their type, so that every try can send them again.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Type">The value of <c>Content-Type</c>.</param>
internal readonly record struct WebBody(ReadOnlyMemory<byte> Bytes, MediaTypeHeaderValue Type)
{
    private const int MostKept = 32;

    // Slack warns ("missing_charset") when the charset is left out.
    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");
    private static readonly MediaTypeHeaderValue FormType = new("application/x-www-form-urlencoded");
    private static readonly MediaTypeHeaderValue RawType = new("application/octet-stream");

    // The default escapes all but ASCII; in application/json nothing needs that.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly ConcurrentQueue<(ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)> Kept = new();

    /// <summary>A body of JSON, for writes.</summary>
    public static WebBody Json<T>(T value, JsonTypeInfo<T> type)
    {
        var (buffer, writer) = Kept.TryDequeue(out var kept) ? kept : New();
        writer.Reset(buffer);
        JsonSerializer.Serialize(writer, value, type);
        writer.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        buffer.ResetWrittenCount();
        if (Kept.Count < MostKept)
        {
            Kept.Enqueue((buffer, writer));
        }

        return new WebBody(bytes, JsonType);
    }

    /// <summary>A form, for reads: older methods take nothing else.</summary>
    /// <param name="fields">Names and values; those with a null value are left out.</param>
    public static WebBody Form(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                text.Append(text.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return new WebBody(Encoding.ASCII.GetBytes(text.ToString()), FormType);
    }

    /// <summary>A file's bytes.</summary>
    public static WebBody Raw(ReadOnlyMemory<byte> bytes) => new(bytes, RawType);

    /// <summary>A new HTTP content over the same bytes.</summary>
    public HttpContent ToContent()
    {
        var content = new ReadOnlyMemoryContent(Bytes);
        content.Headers.ContentType = Type;
        return content;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) New()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }
}
