using Curbside.People;
using Curbside.Web;

namespace Curbside.LocalHost.Pages;

/// <summary>The phone that an address names.</summary>
internal static class RoutePhone
{
    /// <returns>Null when it is no phone number, and the request has been told so.</returns>
    public static async Task<PhoneNumber?> ReadAsync(HttpContext context)
    {
        if (PhoneNumber.TryParse((string)context.Request.RouteValues["phone"]!, out var phone))
        {
            return phone;
        }

        await Answer.SentenceAsync(context, StatusCodes.Status404NotFound, "That is not a phone number; write it like +14155550101.");
        return null;
    }
}
