namespace ClaimInsights.Models;

/// <summary>What a rule of the trade points to.</summary>
public enum RuleCause
{
    /// <summary>A rolled-back odometer.</summary>
    RolledBack,

    /// <summary>Brought in just before the warranty ends.</summary>
    Limit,

    /// <summary>Neglected maintenance.</summary>
    Neglect,

    /// <summary>Evidence that is missing.</summary>
    Evidence,

    /// <summary>Use beyond what the vehicle is made for.</summary>
    Use,

    /// <summary>Impact.</summary>
    Impact,

    /// <summary>Water.</summary>
    Water,

    /// <summary>Modification.</summary>
    Modification,

    /// <summary>Wrong fluid.</summary>
    Fluid,

    /// <summary>More billed than such a repair takes.</summary>
    Bill,

    /// <summary>A kind of failure that is often the owner's.</summary>
    Profile,

    /// <summary>What the vehicle was refused or claimed for before.</summary>
    History,

    /// <summary>A dealer's habit.</summary>
    Dealer,

    /// <summary>A known defect of such vehicles, which clears.</summary>
    Defect,

    /// <summary>Words of refused claims, whatever their cause.</summary>
    Words,
}
