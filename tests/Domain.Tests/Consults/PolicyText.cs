using Curbside.Consults;
using Curbside.Files;

namespace Curbside.Tests.Consults;

/// <summary>Reads policies for tests.</summary>
internal static class PolicyText
{
    public static Policy PolicyIn(string json) => Assert.IsType<PolicyReading.Accepted>(PolicyFile.Read(json)).Policy;

    public static IReadOnlyList<FileError> ErrorsIn(string json) => Assert.IsType<PolicyReading.Refused>(PolicyFile.Read(json)).Errors;
}
