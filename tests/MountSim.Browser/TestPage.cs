using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using PuppeteerSharp;

namespace MountSim.Browser;

/// <summary>A page that is tested where it is shown: by what its DOM measures, by what its reader hears, and by what its console says.</summary>
public sealed class TestPage : IAsyncDisposable
{
    private const int PatienceMs = 30_000;

    private static readonly string LayoutScript = ReadScript();

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    internal TestPage(IPage page, IBrowserContext context)
    {
        (Dom, this.context) = (page, context);
        page.DefaultTimeout = PatienceMs;
        page.Console += (_, said) =>
        {
            if (said.Message.Type is ConsoleType.Error or ConsoleType.Warning) complaints.Enqueue($"console: {said.Message.Text}");
        };
        page.PageError += (_, error) => complaints.Enqueue($"script: {error.Message}");
    }

    /// <summary>The page itself: clicks, keys, evaluation.</summary>
    public IPage Dom { get; }

    /// <summary>What went wrong in the page so far: script errors, failed loads, breaches of its content security policy.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    /// <summary>
    /// What is wrong with the layout, one sentence each: text or pictures that reach out of the screen, that are cut by what they lie in, or that lie on each
    /// other. What a reader can scroll to is not cut.
    /// </summary>
    public async Task<IReadOnlyList<string>> LayoutProblemsAsync() => await Dom.EvaluateExpressionAsync<string[]>(LayoutScript);

    /// <summary>What axe-core finds against the web's accessibility rules (WCAG 2.2 A and AA), one sentence each.</summary>
    public async Task<IReadOnlyList<string>> AccessibilityProblemsAsync()
    {
        await Dom.EvaluateExpressionAsync(new BundledAxeScriptProvider().GetScript() + ";0");
        return await Dom.EvaluateFunctionAsync<string[]>(
            """
            async () => {
              const found = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
              return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target}: ${node.failureSummary}`));
            }
            """);
    }

    /// <summary>Waits until an expression is true in the page.</summary>
    /// <exception cref="WaitTaskTimeoutException">It is not within half a minute.</exception>
    public Task WaitForAsync(string expression) => Dom.WaitForExpressionAsync(expression, new WaitForFunctionOptions { Timeout = PatienceMs });

    /// <summary>The text that a reader sees of the first element that a selector names.</summary>
    public Task<string> TextAsync(string selector) => Dom.EvaluateFunctionAsync<string>("selector => document.querySelector(selector).innerText", selector);

    /// <summary>A picture as PNG: of the whole page, or of what the screen shows of it.</summary>
    public Task ScreenshotAsync(string path, bool wholePage = true) => Dom.ScreenshotAsync(path, new ScreenshotOptions { FullPage = wholePage });

    /// <summary>Closes the page and forgets its storage.</summary>
    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private static string ReadScript()
    {
        using var reader = new StreamReader(typeof(TestPage).Assembly.GetManifestResourceStream("layout.js")!);
        return reader.ReadToEnd();
    }
}
