namespace K2P.Web.Http;

/// <summary>An expected refusal: a stable code and a public sentence that says what to do.</summary>
internal sealed record Refusal(int Status, string Code, string Detail)
{
    /// <summary>Single faults with their place, where that helps.</summary>
    public IReadOnlyList<ProblemItem>? Errors { get; init; }

    /// <summary>When trying again makes sense.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Refusal Invalid(string detail) => new(400, "invalid_request", detail);

    public static Refusal Invalid(string path, string detail) =>
        new(400, "invalid_request", detail) { Errors = [new(path, "invalid_request", detail)] };

    public static Refusal NotFound { get; } =
        new(404, "not_found", "There is nothing at this address. Check the path and the job id.");

    public static Refusal UnsupportedMediaType(string detail) =>
        new(415, "unsupported_media_type", detail);

    public static Refusal TooLarge(long limit) =>
        new(
            413,
            "payload_too_large",
            $"The upload is larger than {limit} bytes. Make the bundle smaller."
        );

    public static Refusal Unavailable(string detail) =>
        new(503, "unavailable", detail) { RetryAfter = TimeSpan.FromSeconds(5) };

    public static Refusal Internal { get; } =
        new(
            500,
            "internal_error",
            "The service failed. Try again; report the request_id if it happens again."
        );

    /// <summary>The refusal for a status that routing or the server chose without a body.</summary>
    public static Refusal ForStatus(int status) =>
        status switch
        {
            401 => new(401, "unauthorized", "Sign in first."),
            403 => new(403, "forbidden", "This account may not do that."),
            404 => NotFound,
            405 => new(
                405,
                "method_not_allowed",
                "This address does not answer that method; see the Allow header."
            ),
            413 => new(413, "payload_too_large", "The request body is too large."),
            415 => UnsupportedMediaType("This address does not take a body of that media type."),
            503 => Unavailable("The service cannot answer now. Try again shortly."),
            >= 500 => Internal with { Status = status },
            _ => new(status, "invalid_request", "The request could not be understood."),
        };
}

/// <summary>Carries a refusal out of nested reading code to the one place that answers.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Detail)
{
    public Refusal Refusal { get; } = refusal;
}
