using System.Globalization;
using System.Text;

namespace MountSim.Engine.Tests.Queues;

/// <summary>Every form at ten million samples, within 1 % of the closed form. Writes theory.csv to the folder that MOUNTSIM_RESULTS names, if it is set.</summary>
public class LongForms
{
    private const long Seed = 1;

    [Fact(Explicit = true)]
    public void Lie_within_one_percent_at_ten_million_samples()
    {
        var plan = RunPlan.Long(Seed);
        var runs = new IReadOnlyList<BatchMeans>[Forms.All.Count];
        Parallel.For(0, runs.Length, i => runs[i] = Forms.All[i].Simulate(plan));
        var csv = new StringBuilder("form,parameter,quantity,closed_form,simulated,relative_error,samples,seed\r\n");
        var errors = new List<string>();
        foreach (var (form, means) in Forms.All.Zip(runs))
        {
            foreach (var (quantity, mean) in form.Quantities.Zip(means))
            {
                var error = (mean.Mean / quantity.ClosedForm) - 1;
                var row = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{form.Name},{form.Parameter},{quantity.Name},{quantity.ClosedForm:G10},{mean.Mean:G10},{error:G3},{plan.Samples},{Seed}");
                csv.Append(row).Append("\r\n");
                if (Math.Abs(error) > 0.01) errors.Add(row);
            }
        }

        if (Environment.GetEnvironmentVariable("MOUNTSIM_RESULTS") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, "theory.csv"), csv.ToString());
        Assert.Empty(errors);
    }
}
