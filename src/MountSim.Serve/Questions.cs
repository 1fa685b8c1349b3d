using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using MountSim.Experiments;
using MountSim.Experiments.Planning;
using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Serve;

/// <summary>Answers what the page asks, better and better, until all is said, the reader asks something else, or the time is up.</summary>
internal sealed class Questions(ServeOptions options, TimeProvider clock, CancellationToken stopping)
{
    private const string ChartWidth = "chart-width";
    private const int DefaultWidth = 640;
    private static readonly WholeNumber Widths = new(280, 1200);

    /// <summary>How long, and which lock?</summary>
    public Task PredictAsync(HttpContext context) => AnswerAsync(context, async (request, width, stream, cancellation) =>
    {
        var started = clock.GetTimestamp();
        var simulated = TimeSpan.Zero;
        using var reports = Predictor.Refine(request, options.FirstReplications, cancellation).GetEnumerator();
        while (true)
        {
            var before = clock.GetTimestamp();
            if (!reports.MoveNext()) return;
            simulated += clock.GetElapsedTime(before);
            var answer = AnswerText.Of(request, reports.Current, width, simulated, TimeSpan.Zero);
            await stream.WriteAsync(answer with { AnsweredMs = clock.GetElapsedTime(started).TotalMilliseconds }, PageJson.Default.PageAnswer, cancellation);
        }
    });

    /// <summary>What would help?</summary>
    public Task MitigateAsync(HttpContext context) => AnswerAsync(context, async (request, _, stream, cancellation) =>
    {
        // Only the newest progress is worth sending.
        var progress = Channel.CreateBounded<PredictProgress>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var work = Task.Run(
            () =>
            {
                try
                {
                    return Comparer.Mitigate(request, null, new Progress(progress.Writer), cancellation);
                }
                finally
                {
                    progress.Writer.Complete();
                }
            },
            cancellation);
        var last = new PredictProgress(0, 0, "");
        await foreach (var now in progress.Reader.ReadAllAsync(cancellation))
        {
            last = now;
            await stream.WriteAsync(new PageHelp(now.Done, now.Total), PageJson.Default.PageHelp, cancellation);
        }
        await stream.WriteAsync(AnswerText.Of(request, await work, last), PageJson.Default.PageHelp, cancellation);
    });

    private async Task AnswerAsync(HttpContext context, Func<PredictRequest, int, AnswerStream, CancellationToken, Task> answer)
    {
        var stream = new AnswerStream(context.Response);
        using var limit = new CancellationTokenSource(options.TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping, limit.Token);
        try
        {
            var width = context.Request.Query[ChartWidth] is [{ } text] ? Width(text) : DefaultWidth;
            var request = PageFields.Read(options.Base, context.Request.Query.Where(parameter => parameter.Key != ChartWidth));
            await answer(request, width, stream, either.Token);
        }
        catch (ModelException e)
        {
            await stream.RefuseAsync(StatusCodes.Status400BadRequest, e.Message.TrimStart('-'), context.RequestAborted);
        }
        catch (Exception e) when (IsCancellation(e) && limit.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            await stream.RefuseAsync(
                StatusCodes.Status503ServiceUnavailable,
                $"stopped after {options.TimeLimit.TotalSeconds:0} s, the most that the page takes for a question; ask for less, or use the command line, which has no limit",
                context.RequestAborted);
        }
        catch (Exception e) when (IsCancellation(e) || context.RequestAborted.IsCancellationRequested)
        {
            context.Abort(); // the reader asked something else, or the server ends
        }
        catch (Exception e)
        {
            options.Report($"a bug of ours: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}. Please report it with the address {context.Request.Path}{context.Request.QueryString}");
            await stream.RefuseAsync(StatusCodes.Status500InternalServerError, "a bug of ours; the terminal that serves this page says more", context.RequestAborted);
        }
    }

    private static bool IsCancellation(Exception e) => e is OperationCanceledException or AggregateException { InnerException: OperationCanceledException };

    private static int Width(string text) => Widths.TryRead(text, out var width) ? (int)width : throw new ModelException(ChartWidth, Widths.Refusal(PageField.Shown(text)));

    private sealed class Progress(ChannelWriter<PredictProgress> writer) : IProgress<PredictProgress>
    {
        public void Report(PredictProgress value) => writer.TryWrite(value);
    }
}
