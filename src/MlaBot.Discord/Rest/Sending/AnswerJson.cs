using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rest.Sending;

/// <summary>Writes the body of an interaction callback.</summary>
/// <remarks>Source: Discord developer documentation, "Receiving and Responding to Interactions: Interaction Response Structure".</remarks>
internal static class AnswerJson
{
    private const int MostKept = 32;

    // The default escapes all but ASCII; in application/json nothing needs that.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly ConcurrentQueue<(ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)> Kept = new();

    /// <summary>The answer as UTF-8 JSON.</summary>
    public static byte[] Write(InteractionAnswer answer)
    {
        var (buffer, writer) = Kept.TryDequeue(out var kept) ? kept : New();
        writer.Reset(buffer);
        Write(writer, answer);
        writer.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        buffer.ResetWrittenCount();
        if (Kept.Count < MostKept)
        {
            Kept.Enqueue((buffer, writer));
        }

        return bytes;
    }

    /// <summary>The new files that go beside the answer.</summary>
    public static IReadOnlyList<NewFile> FilesOf(InteractionAnswer answer) => answer switch
    {
        InteractionAnswer.Reply(var message) => message.Files,
        InteractionAnswer.Update(var message) => message.Files,
        _ => [],
    };

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) New()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }

    private static void Write(Utf8JsonWriter writer, InteractionAnswer answer)
    {
        writer.WriteStartObject();
        switch (answer)
        {
            case InteractionAnswer.Reply(var message):
                Message(writer, 4, message);
                break;
            case InteractionAnswer.DeferReply(var isEphemeral):
                writer.WriteNumber("type"u8, 5);
                if (isEphemeral)
                {
                    writer.WriteStartObject("data"u8);
                    writer.WriteNumber("flags"u8, MessageFlags.Ephemeral);
                    writer.WriteEndObject();
                }

                break;
            case InteractionAnswer.DeferUpdate:
                writer.WriteNumber("type"u8, 6);
                break;
            case InteractionAnswer.Update(var message):
                Message(writer, 7, message.AsEdit());
                break;
            case InteractionAnswer.Suggest(var choices):
                Suggestions(writer, choices);
                break;
            case InteractionAnswer.OpenModal(var modal):
                writer.WriteNumber("type"u8, 9);
                writer.WritePropertyName("data"u8);
                JsonSerializer.Serialize(writer, modal, DiscordJson.Default.ModalPayload);
                break;
        }

        writer.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter writer, int type, MessagePayload message)
    {
        writer.WriteNumber("type"u8, type);
        writer.WritePropertyName("data"u8);
        JsonSerializer.Serialize(writer, message, DiscordJson.Default.MessagePayload);
    }

    private static void Suggestions(Utf8JsonWriter writer, IReadOnlyList<string> choices)
    {
        writer.WriteNumber("type"u8, 8);
        writer.WriteStartObject("data"u8);
        writer.WriteStartArray("choices"u8);
        foreach (var choice in choices)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, choice);
            writer.WriteString("value"u8, choice);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
