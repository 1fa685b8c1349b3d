namespace MountSim.Experiments.Requests;

/// <summary>What must hold between two fields of a request; each yields what was found and what to do.</summary>
public static class RequestRules
{
    /// <summary>All breaches; none for a sound request.</summary>
    public static IEnumerable<string> Problems(PredictRequest request)
    {
        if (request.Precision is not null && request.MaxReplications < request.Replications)
            yield return $"--max-replications: found '{request.MaxReplications}' with --replications {request.Replications}; allowed: at least as many";
        if (request.Precision is not null && request.Replications < 2)
            yield return $"--replications: found '{request.Replications}' with --precision; allowed: 2 or more, since one simulation has no interval";
        if (request is { Cores: { } cores, Sockets: { } sockets } && cores % sockets != 0)
            yield return $"--cores: found '{cores}', which cannot be split over {sockets} sockets; allowed: a multiple of {sockets}";
        if (request is { Cores: { } physical, PossibleCpus: { } possible } && possible < physical)
            yield return $"--possible-cpus: found '{possible}' with --cores {physical}; allowed: at least as many";
    }
}
