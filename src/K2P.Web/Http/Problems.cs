using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace K2P.Web.Http;

/// <summary>Writes every error of the service as problem+json: our refusals, routing's, the server's and bugs.</summary>
internal static partial class Problems
{
    public const string MediaType = "application/problem+json";

    /// <summary>Outermost, so that nothing that fails below answers in another form.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = AnswerException,
                SuppressDiagnosticsCallback = _ => true,
            }
        );
        app.UseStatusCodePages(context =>
            context.HttpContext.RefuseAsync(
                Refusal.ForStatus(context.HttpContext.Response.StatusCode)
            )
        );
    }

    public static IResult ToResult(this Refusal refusal) => new RefusalResult(refusal);

    public static Task RefuseAsync(this HttpContext context, Refusal refusal)
    {
        var response = context.Response;
        response.StatusCode = refusal.Status;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        if (refusal.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(
                CultureInfo.InvariantCulture
            );
        }

        var problem = new Problem(
            $"urn:k2p:problem:{refusal.Code}",
            ReasonPhrases.GetReasonPhrase(refusal.Status),
            refusal.Status,
            refusal.Detail,
            refusal.Code,
            context.TraceIdentifier,
            refusal.Errors
        );
        // A client that went away is no reason to fail again.
        return JsonSerializer.SerializeAsync(
            response.Body,
            problem,
            ServiceJson.Default.Problem,
            context.RequestAborted
        );
    }

    private static Task AnswerException(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (
            exception is OperationCanceledException
            && context.RequestAborted.IsCancellationRequested
        )
        {
            return Task.CompletedTask;
        }

        var refusal = exception switch
        {
            RefusedException refused => refused.Refusal,
            BadHttpRequestException bad => Refusal.ForStatus(bad.StatusCode),
            not null when IsDatabaseAway(exception) => Refusal.Unavailable(
                "The database cannot answer now. Try again shortly."
            ),
            IOException or UnauthorizedAccessException => Refusal.Unavailable(
                "The store cannot answer now. Try again shortly."
            ),
            OperationCanceledException => Refusal.Unavailable(
                "The service is shutting down. Try again shortly."
            ),
            _ => Refusal.Internal,
        };
        var logger = context.RequestServices.GetRequiredService<ILogger<Problem>>();
        if (refusal.Status >= 500)
        {
            Log.Failed(
                logger,
                exception,
                context.Request.Method,
                context.Request.Path,
                context.TraceIdentifier
            );
        }

        return context.RefuseAsync(refusal);
    }

    /// <summary>The cause may be wrapped: by a failed save, and by the provider's advice to try again.</summary>
    private static bool IsDatabaseAway(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (
                cause
                is SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 }
                    or NpgsqlException
                    or TimeoutException
            )
            {
                return true;
            }
        }

        return false;
    }

    private sealed class RefusalResult(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => httpContext.RefuseAsync(refusal);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed (request {RequestId})")]
        public static partial void Failed(
            ILogger logger,
            Exception? exception,
            string method,
            string path,
            string requestId
        );
    }
}
