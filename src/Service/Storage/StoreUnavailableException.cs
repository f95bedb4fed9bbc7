namespace Curbside.Storage;

/// <summary>The store cannot be reached, has too much to do, or did not say how it ended. What was asked of it may or may not have been carried out.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : IOException(message, inner);
