namespace Curbside.Consults;

/// <summary>What people say about a consult in their own words.</summary>
internal sealed partial class Turn
{
    public void Remarked(ConsultEvent.Remarked remarked) => TellStanding(remarked.By);
}
