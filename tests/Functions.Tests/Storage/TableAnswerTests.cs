using Azure;

namespace Curbside.Functions.Storage;

/// <summary>Every answer of the service that is documented, with its meaning.</summary>
/// <remarks>
/// https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes and
/// https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes
/// </remarks>
public sealed class TableAnswerTests
{
    [Theory]
    [InlineData(404, "TableNotFound", "NoTable")]
    [InlineData(404, "ResourceNotFound", "NoRow")]
    [InlineData(404, "EntityNotFound", "NoRow")]
    [InlineData(409, "EntityAlreadyExists", "Exists")]
    [InlineData(409, "TableBeingDeleted", "Busy")]
    [InlineData(409, "TableAlreadyExists", "Refused")]
    [InlineData(412, "UpdateConditionNotSatisfied", "Changed")]
    [InlineData(412, "ConditionNotMet", "Changed")]
    [InlineData(429, "TooManyRequests", "Busy")]
    [InlineData(503, "ServerBusy", "Busy")]
    [InlineData(503, "ServiceUnavailable", "Unknown")]
    [InlineData(500, "OperationTimedOut", "Unknown")]
    [InlineData(500, "InternalError", "Unknown")]
    [InlineData(504, null, "Unknown")]
    [InlineData(408, null, "Unknown")]
    [InlineData(0, null, "Unknown")]
    [InlineData(400, "InvalidInput", "Refused")]
    [InlineData(403, "AuthorizationPermissionMismatch", "Refused")]
    [InlineData(413, "RequestBodyTooLarge", "Refused")]
    public void An_answer_has_its_meaning(int status, string? code, string meaning) => Assert.Equal(
        meaning, $"{TableAnswers.Read(new RequestFailedException(status, "words", code, null), CancellationToken.None)}");

    [Fact]
    public void What_broke_off_on_the_way_may_have_been_done()
    {
        Assert.Equal(TableAnswer.Unknown, TableAnswers.Read(new IOException(), CancellationToken.None));
        Assert.Equal(TableAnswer.Unknown, TableAnswers.Read(new HttpRequestException(), CancellationToken.None));
        Assert.Equal(TableAnswer.Unknown, TableAnswers.Read(new OperationCanceledException(), CancellationToken.None));
        Assert.Equal(
            TableAnswer.Busy,
            TableAnswers.Read(new AggregateException(new IOException(), new RequestFailedException(503, "words", "ServerBusy", null)), CancellationToken.None));
    }

    [Fact]
    public void Who_no_longer_waits_is_told_so_and_a_fault_of_this_program_is_not_hidden()
    {
        Assert.Equal(TableAnswer.Refused, TableAnswers.Read(new OperationCanceledException(), new CancellationToken(canceled: true)));
        Assert.Equal(TableAnswer.Refused, TableAnswers.Read(new InvalidOperationException(), CancellationToken.None));
    }
}
