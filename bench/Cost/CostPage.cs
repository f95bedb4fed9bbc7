using System.Globalization;
using System.Text;

namespace Curbside.Bench.Cost;

/// <summary>Writes docs/cost.md.</summary>
internal static class CostPage
{
    private static readonly decimal[] Months = [10, 100, 1000];

    public static string Of(OneConsult one)
    {
        var bills = Months.Select(consults => Bill.Of(consults, one)).ToList();
        var page = new StringBuilder();
        page.AppendLine(Invariant(
            $"""
            # What it costs

            A month of the line in dollars, list prices of {Prices.Date}, with the defaults of [main.bicep](../infra/main.bicep). Written by

            ```sh
            dotnet run -c Release --project bench -- cost > docs/cost.md
            ```

            | | {string.Join(" | ", Months.Select(consults => Invariant($"{consults:N0} consults")))} |
            |---|{string.Concat(Months.Select(_ => "---:|"))}
            """));
        for (var line = 0; line < bills[0].Count; line++)
        {
            page.AppendLine(Invariant($"| {bills[0][line].What} | {string.Join(" | ", bills.Select(bill => Money(bill[line].Dollars)))} |"));
        }

        page.AppendLine(Invariant($"| **together** | {string.Join(" | ", bills.Select(bill => $"**{Money(Total(bill))}**"))} |"));
        page.AppendLine(Invariant($"| of a consult | {string.Join(" | ", bills.Zip(Months, (bill, consults) => Money(Total(bill) / consults)))} |"));
        page.AppendLine();
        foreach (var (bill, consults) in bills.Zip(Months))
        {
            var most = bill.MaxBy(line => line.Dollars)!;
            page.AppendLine(Invariant($"- With {consults:N0} consults most goes to *{most.What}*: {most.Dollars / Total(bill):P0}."));
        }

        page.AppendLine(Invariant(
            $"""
            - `ALWAYS_READY_INSTANCES` of 1 adds {Money(Bill.AlwaysReady)}, and spares the first text after a pause the start of the app.
            - With a local number instead of a toll-free one the campaign's monthly fee comes on top.
            - Before anybody texts, a month costs {Money(Total(Bill.Of(0, one)))}.

            ## What one consult takes

            Counted by running one, from `ASK` to "did it help?", in which the first who is asked says no and the second proposes another time:

            | | |
            |---|---:|
            | texts in | {one.TextsIn} |
            | texts out | {one.TextsOut} |
            | segments out | {one.SegmentsOut} |
            | requests to the practice's tables | {one.StorageRequests} |
            | turns of its orchestration | {one.Turns} |

            The rest is arithmetic with assumptions on the careful side, each named in [Bill.cs](../bench/Cost/Bill.cs): every execution costs a full second of 2 GB, and runs alone.

            ## Prices

            | what | dollars | for | free each month | read at |
            |---|---:|---|---:|---|
            """));
        foreach (var price in Prices.All)
        {
            var free = price.Free == 0 ? "" : price.Free.ToString("N0", CultureInfo.InvariantCulture);
            var per = price.Per == 1 ? price.Unit : Invariant($"{price.Per:N0} {price.Unit}s");
            page.AppendLine(Invariant($"| {price.What} | {price.Dollars} | {per} | {free} | {price.Source ?? "**not verified**"} |"));
        }

        page.AppendLine();
        page.Append("Not verified: no page that states it was at hand when this was written. Look at the vendors' own pages before you rely on any of these: [Twilio](https://www.twilio.com/en-us/sms/pricing/us), ");
        page.AppendLine("[SendGrid](https://sendgrid.com/en-us/pricing), [Azure Functions](https://azure.microsoft.com/pricing/details/functions/), [Azure Monitor](https://azure.microsoft.com/pricing/details/monitor/).");
        return page.ToString();
    }

    private static decimal Total(IReadOnlyList<BillLine> bill) => bill.Sum(line => line.Dollars);

    private static string Money(decimal dollars) => Invariant($"${dollars:N2}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
