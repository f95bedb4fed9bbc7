namespace Curbside.People;

/// <summary>A person as others read them: a name and what stands after it.</summary>
public sealed record PersonName(string Full, string Credentials)
{
    public static PersonName Of(Person person) => new(person.Name, person.Credentials);
}
