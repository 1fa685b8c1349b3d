namespace MountSim.Experiments.Validation.Claims;

/// <summary>What a host says of a claim.</summary>
public enum ClaimVerdict
{
    /// <summary>It holds on this kernel.</summary>
    Holds,

    /// <summary>It does not.</summary>
    DoesNotHold,

    /// <summary>The interval spans the bound: measure longer, or on a quieter machine.</summary>
    Undecided,

    /// <summary>This kernel lacks what the claim is about, or hides it.</summary>
    NotTested,
}
