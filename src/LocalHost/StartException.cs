namespace Curbside.LocalHost;

/// <summary>The program cannot start as it was told to. The message is for the person who started it: what is wrong, and what to do.</summary>
public sealed class StartException(string message) : Exception(message);
