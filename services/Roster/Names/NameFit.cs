namespace Concord.Roster.Names;

/// <summary>How well the name fits what was typed, the best first. It says something of the spelling and nothing of the person (R157).</summary>
internal enum NameFit
{
    /// <summary>Each word that was typed begins a word of the name, case and accents aside.</summary>
    SameSpelling = 1,

    /// <summary>Some word is written otherwise, as another language or script writes it.</summary>
    OtherSpelling,

    /// <summary>Some word differs by a letter or two, as by a slip of the finger.</summary>
    SmallSlip,
}
