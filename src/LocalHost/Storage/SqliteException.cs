namespace Curbside.LocalHost.Storage;

/// <summary>SQLite could not do what it was asked.</summary>
/// <param name="code">https://www.sqlite.org/rescode.html</param>
internal sealed class SqliteException(int code, string message) : IOException($"SQLite Error {code}: '{message}'.");
