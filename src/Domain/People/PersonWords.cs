using System.Collections.Immutable;

namespace Curbside.People;

/// <summary>The words by which a roster names roles and disciplines.</summary>
public static class PersonWords
{
    public static ImmutableArray<(string Word, Roles Role)> Roles { get; } =
    [
        ("clinician", People.Roles.Clinician),
        ("consultant", People.Roles.Consultant),
        ("supervisor", People.Roles.Supervisor),
        ("manager", People.Roles.Manager),
    ];

    public static ImmutableArray<(string Word, Discipline Discipline)> Disciplines { get; } =
    [
        ("psychiatrist", Discipline.Psychiatrist),
        ("psychiatric-np", Discipline.PsychiatricNp),
        ("physician-assistant", Discipline.PhysicianAssistant),
        ("psychologist", Discipline.Psychologist),
        ("counselor", Discipline.Counselor),
        ("social-worker", Discipline.SocialWorker),
        ("marriage-family", Discipline.MarriageFamily),
        ("coach", Discipline.Coach),
        ("other", Discipline.Other),
    ];
}
