using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Curbside.LocalHost.Killing;

/// <summary>The built program as a process of its own, which can be killed at any moment and started again on the same data and the same port.</summary>
internal sealed class HostProcess(string data, string roster, Ledger ledger) : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly int _port = FreePort();
    private Process? _process;
    private TaskCompletionSource _answers = NewSignal();

    public Uri Url => new($"http://localhost:{_port}");

    /// <summary>Ends once the program answers; not before, while it is dead or starting.</summary>
    public Task Answers => Volatile.Read(ref _answers).Task;

    /// <summary>Returns at once; <see cref="Answers"/> says when it is there.</summary>
    public void Start()
    {
        var program = typeof(LocalHostApp).Assembly.Location;
        string[] arguments = ["exec", program, "--port", $"{_port}", "--data", data, "--clock", "manual", .. First() ? ["--roster", roster] : Array.Empty<string>()];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        _process = new Process { StartInfo = start };
        var answers = _answers;
        _process.OutputDataReceived += (_, line) => Heard(line.Data, answers);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data, answers);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Task StartedAsync() => Answers.WaitAsync(LongestStart);

    /// <summary>SIGKILL: nothing of it runs any further.</summary>
    public void Kill()
    {
        if (_answers.Task.IsCompleted)
        {
            // Those who wait for a start that is cut short go on waiting for the next.
            Volatile.Write(ref _answers, NewSignal());
        }

        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Kill();
        }
    }

    /// <summary>Whether there is no data yet.</summary>
    private bool First() => !File.Exists(Path.Combine(data, "clock.txt"));

    private void Heard(string? line, TaskCompletionSource answers)
    {
        if (line is null)
        {
            return;
        }

        if (line.Contains($"answers at http://localhost:{_port}", StringComparison.Ordinal))
        {
            answers.TrySetResult();
        }
        else if (!answers.Task.IsCompleted && line.Length > 0)
        {
            answers.TrySetException(new InvalidOperationException($"The program does not start: {line}"));
        }
        else if (line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal))
        {
            ledger.Complain($"the program reports: {line}", about: "host");
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
