using MountSim.Experiments.Requests;
using MountSim.Model;
using MountSim.Model.Checks;
using MountSim.Model.Kernels;
using MountSim.Model.Mitigations;

namespace MountSim.Experiments.Planning;

/// <summary>A mitigation's changes made to a request, and what is wrong with those that no request takes.</summary>
public static class MitigationRequest
{
    private static readonly IReadOnlyList<RequestField> Numeric = [.. RequestFields.All.Where(field => field.IsNumber)];
    private static readonly IReadOnlyList<string> LawNames = [.. Numeric.Select(field => LawName(field.Name))];

    /// <summary>The changed request, or why the mitigation does not apply to it.</summary>
    public static (Variant? Variant, string? WhyNot) Apply(Mitigation mitigation, PredictRequest request)
    {
        var changed = request;
        var said = new List<string>();
        foreach (var change in mitigation.Changes)
        {
            var field = RequestFields.Find(change.Option, change.Place);
            var old = field.Text(changed) ?? "";
            if (change.Value is null && !change.Instead.ContainsKey(old)) return (null, $"is for {field.Name} {string.Join(", ", change.Instead.Keys)}; here it is {(old.Length == 0 ? "not said" : old)}");
            var value = change.Value is null ? change.Instead[old] : ValueOf(field, change, request);
            changed = VariantText.Set(changed, field.Name, value);
            if (field.Text(changed) != old) said.Add($"{field.Name}={value}");
        }

        return said.Count == 0 ? (null, "is so already") : (new Variant(mitigation.Name, string.Join(' ', said), changed, mitigation), null);
    }

    /// <summary>Options that there are not, and values that they do not take.</summary>
    public static IReadOnlyList<ModelProblem> Problems(Mitigation mitigation)
    {
        var problems = new List<ModelProblem>();
        foreach (var change in mitigation.Changes)
        {
            try
            {
                var field = RequestFields.Find(change.Option, change.Place);
                foreach (var value in change.Value is null ? change.Instead.Values : [ValueOf(field, change, new PredictRequest())]) field.Set(new PredictRequest(), value);
                if (field.Name == "runtime") foreach (var name in change.Instead.SelectMany(pair => new[] { pair.Key, pair.Value })) Model.Runtimes.RuntimeCatalog.Load(name);
                if (field.Name == "kernel") foreach (var name in change.Instead.SelectMany(pair => new[] { pair.Key, pair.Value })) KernelCatalog.Load(name);
            }
            catch (ModelException e)
            {
                problems.Add(new ModelProblem(change.Place, e.Message));
            }
        }

        return problems;
    }

    // A number's value may be a law over the other numbers.
    private static string ValueOf(RequestField field, MitigationChange change, PredictRequest request)
    {
        var text = change.Value!;
        if (!field.IsNumber || Numbers.TryReal(text, out _)) return text;
        var law = Expression.Parse(text, change.Place, name => LawNames.ToList().IndexOf(name) is >= 0 and var at ? at : null, LawNames);
        double[] values = [.. Numeric.Select(number => number.Number(request) ?? Unsaid(number, request))];
        var value = law.Evaluate(values);
        return Numbers.Text(field.IsWhole ? Math.Round(value) : value);
    }

    // All at once: as many in flight as there are containers.
    private static double Unsaid(RequestField field, PredictRequest request) => field.Name == "concurrency" ? request.Workload.Containers : 0;

    private static string LawName(string field) => field.Replace('-', '_');
}
