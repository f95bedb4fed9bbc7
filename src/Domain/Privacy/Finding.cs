namespace Curbside.Privacy;

/// <summary>What can tell a reader who a client is: the identifiers of HIPAA's Safe Harbor that people type (45 CFR 164.514(b)(2)(i)).</summary>
public enum Identifier
{
    /// <summary>(A) names, of clients and of everyone around them.</summary>
    Name,

    /// <summary>(B) postal addresses, streets and ZIP codes.</summary>
    Address,

    /// <summary>(C) dates that have a day. A year alone, or a month with its year, is left alone unless it is a birth.</summary>
    Date,

    /// <summary>(C) ages over 89.</summary>
    Age,

    /// <summary>(D), (E) telephone and fax numbers. Toll-free numbers belong to no client.</summary>
    Phone,

    /// <summary>(F) email addresses.</summary>
    Email,

    /// <summary>(G) social security numbers, their last four digits included.</summary>
    SocialSecurity,

    /// <summary>(H) to (L) numbers of records, cases, members, accounts, licences and plates.</summary>
    RecordNumber,

    /// <summary>(N) pages on the web and social media handles.</summary>
    Web,
}

/// <summary>One place in a text that may identify somebody.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in UTF-16 code units; at least 1.</param>
public sealed record Finding(Identifier What, int Start, int Length);
