using System.Net;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Curbside.Functions.Storage;

/// <summary>What a refusal of Table Storage means for what was asked.</summary>
/// <remarks>
/// https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes and
/// https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes
/// </remarks>
internal enum TableAnswer
{
    /// <summary>404: the table was never written to.</summary>
    NoTable,

    /// <summary>404: the row is not there.</summary>
    NoRow,

    /// <summary>409: the row is there already.</summary>
    Exists,

    /// <summary>412: the row's version is another.</summary>
    Changed,

    /// <summary>429, or 503 "server busy": too much was asked at once. Nothing was done; after a while it will be.</summary>
    Busy,

    /// <summary>No answer, a time-out, a fault of the service: it may have been done.</summary>
    Unknown,

    /// <summary>A fault of this program or its settings. Nothing was done, and nothing will be.</summary>
    Refused,
}

internal static class TableAnswers
{
    public static TableAnswer Read(Exception trouble, CancellationToken stop) => trouble switch
    {
        RequestFailedException failed => Read(failed),
        AggregateException several => several.InnerExceptions is [.., var last] ? Read(last, stop) : TableAnswer.Unknown,
        OperationCanceledException when !stop.IsCancellationRequested => TableAnswer.Unknown,
        HttpRequestException or IOException => TableAnswer.Unknown,
        _ => TableAnswer.Refused,
    };

    private static TableAnswer Read(RequestFailedException failed) => (HttpStatusCode)failed.Status switch
    {
        0 or HttpStatusCode.RequestTimeout => TableAnswer.Unknown,
        HttpStatusCode.NotFound => failed.ErrorCode == TableErrorCode.TableNotFound ? TableAnswer.NoTable : TableAnswer.NoRow,
        HttpStatusCode.Conflict when failed.ErrorCode == TableErrorCode.EntityAlreadyExists => TableAnswer.Exists,

        // Somebody deletes the table by hand; it can be made again within a minute.
        HttpStatusCode.Conflict when failed.ErrorCode == TableErrorCode.TableBeingDeleted => TableAnswer.Busy,
        HttpStatusCode.PreconditionFailed => TableAnswer.Changed,
        HttpStatusCode.TooManyRequests => TableAnswer.Busy,
        HttpStatusCode.ServiceUnavailable when failed.ErrorCode == "ServerBusy" => TableAnswer.Busy,
        >= HttpStatusCode.InternalServerError => TableAnswer.Unknown,
        _ => TableAnswer.Refused,
    };
}
