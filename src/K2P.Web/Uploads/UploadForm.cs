using System.Security.Cryptography;
using System.Text;
using K2P.Web.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace K2P.Web.Uploads;

/// <summary>A multipart upload, read once: the bundle goes to a file while it is counted and hashed, never into memory.</summary>
internal sealed class UploadForm
{
    private const int FieldBytes = 256;
    private const int Sections = 16;

    private string? sha256;

    public string Filename { get; private set; } = "";

    public long Size { get; private set; }

    public string Sha256 => sha256!;

    public string? Workbook { get; private set; }

    public string? Graph { get; private set; }

    public bool Strict { get; private set; }

    /// <summary>What makes two requests the same: the bytes and the options.</summary>
    public string RequestHash(bool prune, bool allowMissing) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"{Sha256} {Workbook} {Graph} {Strict} {prune} {allowMissing}"
                )
            )
        );

    /// <summary>Reads the whole body; a fault is thrown as the refusal that answers it.</summary>
    public static async Task<UploadForm> ReadAsync(
        HttpRequest request,
        string bundlePath,
        long maxBytes,
        CancellationToken cancel
    )
    {
        var form = new UploadForm();
        var reader = new MultipartReader(Boundary(request), request.Body)
        {
            HeadersLengthLimit = 8 * 1024,
        };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (await NextAsync(reader, cancel) is { } section)
        {
            if (
                !ContentDispositionHeaderValue.TryParse(
                    section.ContentDisposition,
                    out var disposition
                )
                || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name
            )
            {
                throw new RefusedException(Refusal.Invalid("A part of the form has no name."));
            }

            if (!seen.Add(name) || seen.Count > Sections)
            {
                throw new RefusedException(
                    Refusal.Invalid(name, $"The field {Shown(name)} is there twice.")
                );
            }

            if (name == "bundle")
            {
                await form.TakeBundleAsync(section, disposition, bundlePath, maxBytes, cancel);
            }
            else
            {
                form.TakeField(name, await ReadFieldAsync(section, name, cancel));
            }
        }

        if (form.sha256 is null)
        {
            throw new RefusedException(
                new Refusal(
                    400,
                    "missing_bundle",
                    "Send the workflow as a zip or .knwf in the form field \"bundle\"."
                )
            );
        }

        return form;
    }

    private static string Boundary(HttpRequest request)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new RefusedException(
                Refusal.UnsupportedMediaType(
                    "Send the bundle as multipart/form-data in the field \"bundle\"."
                )
            );
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        return boundary is { Length: > 0 and <= 200 }
            ? boundary
            : throw new RefusedException(
                Refusal.Invalid("The Content-Type header names no usable boundary.")
            );
    }

    private static async Task<MultipartSection?> NextAsync(
        MultipartReader reader,
        CancellationToken cancel
    )
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancel);
        }
        catch (Exception exception)
            when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Broken();
        }
    }

    private async Task TakeBundleAsync(
        MultipartSection section,
        ContentDispositionHeaderValue disposition,
        string path,
        long maxBytes,
        CancellationToken cancel
    )
    {
        var sent = disposition.FileNameStar.HasValue
            ? disposition.FileNameStar
            : disposition.FileName;
        Filename = Filenames.Sanitise(HeaderUtilities.RemoveQuotes(sent).Value);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await ReadAsync(section.Body, buffer, cancel)) > 0)
        {
            Size += read;
            if (Size > maxBytes)
            {
                throw new RefusedException(Refusal.TooLarge(maxBytes));
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<string> ReadFieldAsync(
        MultipartSection section,
        string name,
        CancellationToken cancel
    )
    {
        var buffer = new byte[FieldBytes + 1];
        var length = 0;
        int read;
        while (
            length < buffer.Length
            && (read = await ReadAsync(section.Body, buffer.AsMemory(length), cancel)) > 0
        )
        {
            length += read;
        }

        return length <= FieldBytes
            ? Encoding.UTF8.GetString(buffer, 0, length).Trim()
            : throw new RefusedException(
                Refusal.Invalid(name, $"The field {Shown(name)} is too long.")
            );
    }

    private static async ValueTask<int> ReadAsync(
        Stream body,
        Memory<byte> buffer,
        CancellationToken cancel
    )
    {
        try
        {
            return await body.ReadAsync(buffer, cancel);
        }
        catch (Exception exception)
            when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Broken();
        }
    }

    private void TakeField(string name, string value)
    {
        switch (name)
        {
            case "workbook":
                Workbook = OneOf(name, value, "py", "ipynb");
                break;
            case "graph":
                Graph = OneOf(name, value, "dot", "json", "off");
                break;
            case "strict":
                Strict = OneOf(name, value, "true", "false") == "true";
                break;
            case "webhook_url":
                throw new RefusedException(
                    Refusal.Invalid(
                        name,
                        "This service calls nobody back. Leave webhook_url out and follow the job with ?wait=30 or its events."
                    )
                );
            default:
                throw new RefusedException(
                    Refusal.Invalid(
                        name,
                        $"The field {Shown(name)} is not known here: bundle, workbook, graph, strict."
                    )
                );
        }
    }

    private static string? OneOf(string name, string value, params ReadOnlySpan<string> allowed)
    {
        if (value.Length == 0)
        {
            return null;
        }

        return allowed.Contains(value)
            ? value
            : throw new RefusedException(
                Refusal.Invalid(
                    name,
                    $"The field {name} must be one of: {string.Join(", ", allowed!)}."
                )
            );
    }

    private static string Shown(string name) => name.Length <= 40 ? name : name[..40];

    private static RefusedException Broken() =>
        new(Refusal.Invalid("The form is cut off or is not multipart/form-data. Send it again."));
}
