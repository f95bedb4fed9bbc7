namespace Curbside.LocalHost; public static class Program { public static void Main() { } }
