using System.Text;

namespace Curbside.Connect;

/// <summary>Asks for what nobody may see.</summary>
internal interface ISecretPrompt
{
    /// <returns>What was typed; null when nothing was, or nobody is there to type.</returns>
    string? Ask(string question);
}

internal sealed class Keyboard : ISecretPrompt
{
    public string? Ask(string question)
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }

        Console.Write($"{question}: ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return typed.Length == 0 ? null : typed.ToString().Trim();
    }
}
