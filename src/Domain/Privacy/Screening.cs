using System.Collections.Immutable;

namespace Curbside.Privacy;

/// <summary>Points at what may identify a client in a question, so that the clinician disguises it or says that it identifies nobody.</summary>
/// <remarks>
/// It helps a careful writer; it does not de-identify. The identifiers are those of HIPAA's Safe Harbor, 45 CFR 164.514(b)(2)(i). Towns and
/// employers are left to the writer, as are names that no list and no wording gives away.
/// </remarks>
public static class Screening
{
    /// <summary>What may identify somebody in <paramref name="text"/>: in order, none overlapping another.</summary>
    /// <remarks>
    /// Any text is accepted, broken surrogates included. Each detector passes over the text once and never looks further than a fixed number of words
    /// around it, so the time grows with the length of the text alone.
    /// </remarks>
    public static ImmutableArray<Finding> Look(string text)
    {
        var passage = Passage.Read(text);
        var findings = new Findings(passage);

        // The narrower shape comes first: a date is no record number, "ID 88213" no ZIP code in Idaho, and a name inside an address is part of it.
        WebDetector.Find(passage, findings);
        DateDetector.Find(passage, findings);
        AgeDetector.Find(passage, findings);
        NumberDetector.Find(passage, findings);
        AddressDetector.Find(passage, findings);
        NameDetector.Find(passage, findings);
        return findings.InOrder();
    }

    /// <summary>One sentence that says what to write instead.</summary>
    public static string Advice(Identifier what) => what switch
    {
        Identifier.Name => "Looks like a name; write \"my client\", \"his sister\" or an initial.",
        Identifier.Address => "Looks like an address; write the kind of place or the state.",
        Identifier.Date => "Looks like a date; write the year, the age or how long ago it was.",
        Identifier.Age => "Ages over 89 stand out; write \"over 89\".",
        Identifier.Phone => "Looks like a phone number; leave it out.",
        Identifier.Email => "Looks like an email address; leave it out.",
        Identifier.SocialSecurity => "Looks like a social security number; leave it out.",
        Identifier.RecordNumber => "Looks like a record, member or account number; leave it out.",
        Identifier.Web => "Looks like a personal page or handle; say what it shows instead.",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };
}
