// The page's one script: settings to an address, the address to a question, the lines of the answer to the page.
const $ = id => document.getElementById(id);
const settings = $("settings");
const answer = $("answer");
const Patience = 400; // ms that a first answer may take before a newer question ends it
const Retry = 1000; // ms to wait when the server has too many questions
const [Narrowest, Widest, Beside, Gap] = [280, 1200, 740, 16]; // px

// ---- Controls: a number with its slider, or a choice. What is at its default is not said.

const controls = new Map([...settings.querySelectorAll(".control")].map(element => {
  const name = element.dataset.name;
  const slider = $(`${name}-slider`);
  return [name, { name, element, slider, input: $(name), initial: element.dataset.default, optional: Boolean($(name).placeholder) }];
}));
const { machine, cores, sockets } = Object.fromEntries(controls);
let sized = false; // cores and sockets were said: then both are, as the one's default depends on the other

function show(control, value) {
  control.input.value = control.slider && !Number.isFinite(Number(value)) ? "" : value;
  // A slider of something that may go unsaid stands at its end for that: all at once.
  if (control.slider) control.slider.value = value === "" ? control.slider.max : value;
}

function said() {
  const query = new URLSearchParams();
  for (const control of controls.values()) {
    const value = control.input.value;
    const size = control === cores || control === sockets;
    if (size ? sized && !machine.input.value : value !== control.initial) query.set(control.name, value);
  }
  for (const [name, value] of [...query]) if (value === "") query.delete(name);
  return query;
}

function readAddress() {
  const query = new URLSearchParams(location.search);
  for (const control of controls.values()) show(control, query.get(control.name) ?? control.initial);
  sized = query.has("cores") || query.has("sockets");
  entry = location.search;
  fit();
}

function fit() {
  for (const control of [cores, sockets]) {
    control.input.disabled = control.slider.disabled = machine.input.value !== "";
    control.element.classList.toggle("off", control.input.disabled);
  }
  const each = Number(sockets.input.value) || 1;
  cores.slider.min = cores.slider.step = each; // cores are split evenly over sockets
}

// What the server made of it: the size of a machine that was named, or of the default one.
function adopt(summary) {
  if (sized && !machine.input.value) return;
  for (const [control, value] of [[sockets, summary.sockets], [cores, summary.cores]]) {
    fit();
    show(control, value);
  }
}

settings.addEventListener("input", event => {
  const control = controls.get(event.target.id.replace("-slider", ""));
  if (!control) return;
  if (event.target === control.slider) control.input.value = control.optional && control.slider.value === control.slider.max ? "" : control.slider.value;
  else show(control, control.input.value);
  if (control === cores || control === sockets) sized = true;
  fit();
  if (control === sockets && event.target === control.slider) {
    const each = Number(sockets.input.value);
    show(cores, Math.max(1, Math.round(cores.input.value / each)) * each);
  }
  remember(false);
  changed();
});
settings.addEventListener("change", () => remember(true));
settings.addEventListener("submit", event => event.preventDefault());
$("reset").addEventListener("click", () => go(""));
addEventListener("popstate", () => { readAddress(); changed(); });

// While a slider moves the address follows; where it is let go is a step that "back" returns to.
let entry = location.search;
function remember(step) {
  const query = said().toString();
  const search = query ? `?${query}` : "";
  if (step && search !== entry) {
    history.replaceState(null, "", entry || location.pathname);
    history.pushState(null, "", search || location.pathname);
    entry = search;
  } else if (!step) {
    history.replaceState(null, "", search || location.pathname);
  }
}
function go(search) {
  if (location.search !== search) history.pushState(null, "", search || location.pathname);
  readAddress();
  changed();
}

// ---- Questions: the newest counts. A first answer that comes in time is shown even while the slider moves on.

let asked = null; // the question being answered: { abort, at, answered }
let dirty = false;
let timer = 0;
let help = null;

function changed() {
  dirty = true;
  forgetHelp();
  answer.classList.add("stale");
  busy(true);
  clearTimeout(timer);
  const waited = asked && !asked.answered ? performance.now() - asked.at : Infinity;
  if (waited >= Patience) ask();
  else timer = setTimeout(ask, Patience - waited);
}

function busy(on) {
  document.body.dataset.busy = on;
  $("result").setAttribute("aria-busy", on);
}

// Two charts beside each other where there is room; each is drawn for its width, so that its text is never scaled.
function chartWidth() {
  const room = answer.clientWidth;
  const beside = room >= Beside;
  $("charts").classList.toggle("beside", beside);
  return Math.floor(beside ? (room - Gap) / 2 : room);
}

function question() {
  const query = new URLSearchParams(location.search);
  query.set("chart-width", Math.max(Narrowest, Math.min(Widest, chartWidth())));
  return query;
}

async function ask() {
  clearTimeout(timer);
  asked?.abort.abort();
  const mine = asked = { abort: new AbortController(), at: performance.now(), answered: false };
  dirty = false;
  busy(true);
  $("status").textContent = "Simulating";
  $("progress").removeAttribute("value");
  try {
    for await (const line of lines(`/api/predict?${question()}`, mine.abort.signal)) {
      if (mine !== asked) return;
      if (line.error) return refused(line.error);
      const first = !mine.answered;
      mine.answered = true;
      shown(line, performance.now() - mine.at, first);
      if (dirty) return ask();
    }
  } catch (failure) {
    if (mine !== asked || failure.name === "AbortError") return;
    if (failure.status === 429) { timer = setTimeout(ask, Retry); $("status").textContent = "Waiting: the server is busy"; return; }
    refused(failure.status ? failure.message : "The server does not answer. Is 'mountsim serve' still running?");
  } finally {
    if (mine === asked) asked.answered = true;
  }
}

async function* lines(address, signal) {
  const response = await fetch(address, { signal });
  if (!response.ok) {
    const said = await response.json().catch(() => ({ error: response.statusText }));
    throw Object.assign(new Error(said.error), { status: response.status });
  }
  let rest = "";
  for (const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();;) {
    const { done, value } = await reader.read();
    if (done) break;
    const parts = (rest + value).split("\n");
    rest = parts.pop();
    for (const part of parts) yield JSON.parse(part);
  }
  if (rest) yield JSON.parse(rest);
}

function refused(why) {
  $("error").textContent = why;
  $("error").hidden = false;
  $("result").hidden = true;
  $("status").textContent = "No answer";
  busy(false);
}

// ---- Answers. Text is set as text: nothing that the server says is markup.

function shown(line, took, first) {
  $("error").hidden = true;
  $("result").hidden = false;
  answer.classList.toggle("stale", dirty);
  if (!dirty) adopt(line.report.summary);
  $("sentence").textContent = line.sentence;
  $("figures").replaceChildren(...line.figures.map(figure => make("div", {}, make("dt", {}, figure.label), make("dd", { className: "value" }, figure.value), ...(figure.remark ? [make("dd", { className: "remark" }, figure.remark)] : []))));
  $("command").textContent = line.command;
  $("brief").textContent = brief(line.report.summary, line.figures);
  charts(line.charts);
  $("tables").replaceChildren(...line.tables.map(table));
  $("notes").replaceChildren(...line.notes.map(note => make("li", {}, note)));
  $("progress").max = line.wanted;
  $("progress").value = line.replications;
  if (first) Object.assign(answer.dataset, { firstMs: took, serverMs: line.answered_ms, simulatedMs: line.simulated_ms }); // for who measures
  answer.dataset.replications = line.replications;
  const count = `${line.replications} of ${line.wanted} replications`;
  $("status").textContent = line.done ? `Done: ${count}` : `${count}, refining`;
  if (line.done && !dirty) busy(false);
}

// The answer in a line that stays in sight while a phone scrolls over the sliders.
function brief(summary, figures) {
  const value = label => figures.find(figure => figure.label === label).value;
  return `p50 ${value("start p50")}, p99 ${value("start p99")}, ${summary.bottleneck}`;
}

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

// The pictures stay where they are and change what they show, so that nothing jumps.
function charts(list) {
  const box = $("charts");
  while (box.children.length > list.length) box.lastChild.remove();
  list.forEach((chart, at) => {
    if (!box.children[at]) box.append(make("section", {}, make("h2"), make("p", { className: "caption" }), make("img", { className: "chart" })));
    const [heading, caption, image] = box.children[at].children;
    heading.textContent = chart.heading;
    caption.textContent = chart.caption;
    picture(image, chart);
  });
}

function picture(image, chart) {
  const old = image.src;
  image.src = URL.createObjectURL(new Blob([chart.svg], { type: "image/svg+xml" }));
  image.alt = chart.alt;
  if (old) URL.revokeObjectURL(old);
}

function table(text) {
  const cell = (tag, words, at, scope) => make(tag, { className: at >= text.words ? "number" : "", ...(scope ? { scope } : {}) }, words);
  const head = make("tr", {}, ...text.columns.map((column, at) => column ? cell("th", column, at, "col") : cell("td", "", at)));
  const rows = text.rows.map(row => make("tr", {}, ...row.map((words, at) => at === 0 ? cell("th", words, at, "row") : cell("td", words, at))));
  const whole = make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
  // What is wider than a phone is scrolled by its reader, with keys too.
  const framed = make("div", { className: "scroll", tabIndex: 0, role: "group", ariaLabel: text.heading || "Comparison" }, whole);
  return make("section", {}, ...(text.heading ? [make("h2", {}, text.heading)] : []), framed);
}

// ---- What would help: asked for, since it simulates the burst once for each mitigation.

function forgetHelp() {
  help?.abort();
  help = null;
  $("help").hidden = true;
  $("help-status").textContent = "";
  $("ask-help").disabled = false;
}

$("ask-help").addEventListener("click", async () => {
  forgetHelp();
  const mine = help = new AbortController();
  $("ask-help").disabled = true;
  $("help-status").textContent = "Working";
  try {
    for await (const line of lines(`/api/mitigations?${question()}`, mine.signal)) {
      if (mine !== help) return;
      if (line.error) { $("help-status").textContent = line.error; break; }
      $("help-status").textContent = `${line.finished} of ${line.total} simulations`;
      if (!line.sentence) continue;
      $("help-sentence").textContent = line.sentence;
      $("help-command").textContent = line.command;
      $("help-tables").replaceChildren(
        ...line.tables.map(table), make("h3", {}, "Does not apply"), list(line.left_out), make("h3", {}, "Notes"), list(line.notes));
      $("help").hidden = false;
    }
  } catch (failure) {
    if (mine !== help || failure.name === "AbortError") return;
    $("help-status").textContent = failure.message;
  }
  $("ask-help").disabled = false;
});

const list = items => make("ul", {}, ...items.map(item => make("li", {}, item)));

// ---- Copying.

function copies(button, text, shown) {
  const words = button.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = "Copied";
    } catch { // the browser does not let a page copy: let the reader
      if (shown) getSelection().selectAllChildren(shown);
      button.textContent = "Ctrl-C copies";
    }
    setTimeout(() => { button.textContent = words; }, 1500);
  });
}
copies($("copy"), () => $("command").textContent, $("command"));
copies($("copy-help"), () => $("help-command").textContent, $("help-command"));
copies($("link"), () => location.href);

// A chart is drawn for a width: when the width changes much, ask again.
let width = 0;
new ResizeObserver(() => {
  const now = answer.clientWidth;
  if (width && Math.abs(now - width) > 40) changed();
  width = now;
}).observe(answer);

readAddress();
ask();
