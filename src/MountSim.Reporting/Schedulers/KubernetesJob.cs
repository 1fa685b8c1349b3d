using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MountSim.Reporting.Schedulers;

/// <summary>The manifest of an Indexed Job, which <c>kubectl apply</c> takes (batch/v1; <c>backoffLimitPerIndex</c> and FailIndex are stable since Kubernetes 1.33, on by default since 1.29).</summary>
/// <param name="Job">What runs.</param>
/// <param name="Image">A container image with the tool.</param>
/// <param name="Claim">A volume claim that all pods write to (ReadWriteMany).</param>
/// <param name="Folder">Where it is mounted.</param>
/// <param name="FinalCodes">Exit codes after which a shard is not tried again: it would fail alike.</param>
public sealed record KubernetesJob(ArrayJob Job, string Image, string Claim, string Folder, IReadOnlyList<int> FinalCodes)
{
    private const int Retries = 3;

    /// <summary>Writes it.</summary>
    public void Write(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"""
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: {Job.Name}
            spec:
              completionMode: Indexed
              completions: {Job.Shards}
              parallelism: {Job.Shards}
              backoffLimitPerIndex: {Retries}
              podFailurePolicy:
                rules:
                  - action: FailIndex
                    onExitCodes:
                      operator: In
                      values: [{string.Join(", ", FinalCodes)}]
              template:
                spec:
                  restartPolicy: Never
                  activeDeadlineSeconds: {Job.Seconds}
                  containers:
                    - name: mountsim
                      image: {Text(Image)}
                      command: [{string.Join(", ", Job.Command.Select(Text))}]
                      resources:
                        requests: {"{"} cpu: "{Job.Cpus}", memory: {Job.MemoryMiB}Mi {"}"}
                        limits: {"{"} memory: {Job.MemoryMiB}Mi {"}"}
                      volumeMounts:
                        - name: sweep
                          mountPath: {Text(Folder)}
                  volumes:
                    - name: sweep
                      persistentVolumeClaim:
                        claimName: {Text(Claim)}

            """).ReplaceLineEndings("\n"));
    }

    // A JSON string is a YAML string, whatever is in it.
    private static string Text(string value) => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
