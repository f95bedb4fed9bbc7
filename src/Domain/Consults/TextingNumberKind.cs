namespace Curbside.Consults;

/// <summary>The kind of the number that texts come from. It decides which words open the number again after a carrier's STOP.</summary>
public enum TextingNumberKind
{
    /// <summary>A number with an area code, in a messaging service: its opt-in keywords open it again.</summary>
    Local,

    /// <summary>The network itself blocks it at STOP, and START or UNSTOP alone open it again.</summary>
    TollFree,
}
