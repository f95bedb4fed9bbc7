using System.Buffers;

namespace Curbside.Storage;

/// <summary>
/// What every store accepts, so that what works on one machine works in Azure: the bounds of Table Storage, refused before anything is written.
/// </summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model</remarks>
public static class StoreBounds
{
    /// <summary>An entity group transaction carries no more.</summary>
    public const int WritesPerCommit = 100;

    /// <summary>An entity holds 1 MiB, which is 524,288 characters of UTF-16; the rest is for names and keys.</summary>
    public const int BodyLength = 500_000;

    /// <summary>
    /// A transaction carries 4 MiB, in which a character of JSON can take six bytes (<c>\u0022</c>); the rest is for what goes with each of 100 rows.
    /// </summary>
    public const int CommitLength = 600_000;

    /// <summary>A key holds 1 KiB, which is 512 characters of UTF-16.</summary>
    public const int KeyLength = 512;

    // Table Storage forbids control characters and / \ # ? in keys. ASCII alone sorts the same by UTF-16 (.NET, Azure) and by UTF-8 (SQLite).
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(
        string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except("/\\#?")));

    /// <param name="key">Of a row or of a partition.</param>
    /// <exception cref="ArgumentException">It is empty, too long, or has a character other than printable ASCII without / \ # ?.</exception>
    public static void CheckKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Length > KeyLength)
        {
            throw new ArgumentException($"A key has at most {KeyLength} characters; this one has {key.Length}.", nameof(key));
        }

        if (key.AsSpan().ContainsAnyExcept(KeyCharacters))
        {
            throw new ArgumentException("A key has printable ASCII characters other than / \\ # ? only.", nameof(key));
        }
    }

    /// <exception cref="ArgumentException">
    /// No write, too many, two with one key, a key that <see cref="CheckKey"/> refuses, or bodies that are too long, one alone or all together.
    /// </exception>
    public static void CheckWrites(IReadOnlyList<Write> writes)
    {
        ArgumentNullException.ThrowIfNull(writes);
        if (writes.Count is 0 or > WritesPerCommit)
        {
            throw new ArgumentException($"A commit has 1 to {WritesPerCommit} writes; this one has {writes.Count}.", nameof(writes));
        }

        var length = 0;
        for (var i = 0; i < writes.Count; i++)
        {
            CheckKey(writes[i].Key);
            length += CheckBody(writes[i]);

            // Nearly all commits have a handful of writes, where comparing them beats filling a set.
            for (var j = 0; j < i; j++)
            {
                if (writes[j].Key == writes[i].Key)
                {
                    throw new ArgumentException("A commit writes each key once; two of its writes have the same.", nameof(writes));
                }
            }
        }

        if (length > CommitLength)
        {
            throw new ArgumentException($"The bodies of a commit have at most {CommitLength} characters together; these have {length}.", nameof(writes));
        }
    }

    /// <returns>How long it is.</returns>
    private static int CheckBody(Write write)
    {
        var body = write switch
        {
            Write.Insert insert => insert.Body,
            Write.Replace replace => replace.Body,
            Write.Put put => put.Body,
            _ => "",
        };
        if (body.Length > BodyLength)
        {
            throw new ArgumentException($"A body has at most {BodyLength} characters; this one has {body.Length}.", nameof(write));
        }

        return body.Length;
    }
}
