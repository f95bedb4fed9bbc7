using Curbside.Consults;

namespace Curbside.Web;

/// <summary>What a coach does about a question that is not a coach's to answer, whether or not a colleague is found.</summary>
internal static class ReferOut
{
    public static Html ForRisk(Practice practice) => Html.Of(
        $"""
        <section class="checklist">
        <h2>Refer-out checklist</h2>
        <ul>
        <li>Danger now: call {PageFrame.Call("911", "911")}, say where your client is, and stay in touch until help is there.</li>
        <li>No danger this minute: call {PageFrame.Call("988", "988")} (or text it), best together with your client.</li>
        <li>Not sure which: our backup line, {PageFrame.Call(practice.BackupLine)}. A person answers.</li>
        <li>Say to your client that this needs a licensed clinician, and that you help them reach one. Do not assess or treat the risk yourself.</li>
        <li>Agree who calls whom, and when you two speak next.</li>
        <li>If you may be a mandated reporter, your own duty and its deadline stand.</li>
        <li>Write down what you did, where you keep your own records.</li>
        </ul>
        </section>
        """);

    public static Html ForMedication() => Html.Of(
        $"""
        <section class="checklist">
        <h2>Refer-out checklist</h2>
        <ul>
        <li>Overdose or a bad reaction: call {PageFrame.Call("911", "911")}, or Poison Help {PageFrame.Call("1-800-222-1222", "18002221222")}.</li>
        <li>Do not advise your client to start, stop or change a medicine.</li>
        <li>Your client calls whoever prescribes it, today; after hours, that office’s on-call number or their pharmacist.</li>
        <li>No prescriber: their primary care clinic, urgent care, or the nurse line on their insurance card.</li>
        <li>Write down what you did, where you keep your own records.</li>
        </ul>
        </section>
        """);
}
