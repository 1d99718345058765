using System.Buffers;
using System.Security.Cryptography;

namespace K2P.Web.Jobs;

/// <summary>
/// The id of a job: a UUIDv7, which sorts by time, then 128 random bits, which make it a capability.
/// Who knows the id may read and delete the job; nobody guesses it.
/// </summary>
internal static class JobId
{
    private static readonly SearchValues<char> Characters = SearchValues.Create(
        "-0123456789abcdef"
    );

    private const int UuidLength = 36;
    private const int Length = UuidLength + 1 + 32;

    public static string New(DateTimeOffset now) =>
        $"{Guid.CreateVersion7(now):D}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";

    /// <summary>Whether a text from outside can be an id at all; everything else never reaches a query or a path.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length == Length
        && text[UuidLength] == '-'
        && Guid.TryParseExact(text[..UuidLength], "D", out _)
        && !text.AsSpan().ContainsAnyExcept(Characters);
}
