// What is wrong with the layout of this page, one sentence each. An expression: its value is an array of strings.
(() => {
  scrollTo(0, 0); // what stays in sight while the page scrolls lies on the rest then, as it should
  const Tolerance = 1; // px: boxes are rounded to device pixels
  const name = element => {
    const id = element.id ? `#${element.id}` : "";
    const text = (element.innerText || element.alt || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.localName}${id}>${text ? ` "${text}"` : ""}`;
  };
  const visible = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(".visually-hidden");
  const scrolls = element => {
    for (let up = element.parentElement; up && up !== document.documentElement; up = up.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(up).overflowX) && up.scrollWidth > up.clientWidth) return up;
    return null;
  };

  // What a reader looks at: lines of text as they are drawn, pictures, and controls.
  const pieces = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || !visible(element) || ["SCRIPT", "STYLE", "OPTION"].includes(element.tagName.toUpperCase())) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 0 && box.height > 0) pieces.push({ element, box, text: true });
  }
  for (const element of document.querySelectorAll("img, canvas, svg, input, select, textarea, button"))
    if (visible(element) && !element.parentElement.closest("svg")) pieces.push({ element, box: element.getBoundingClientRect(), text: false });

  const problems = new Set();
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width + Tolerance)
    problems.add(`the page is ${document.documentElement.scrollWidth} px wide on a screen of ${width} px`);
  for (const { element, box } of pieces) {
    const scroller = scrolls(element);
    if (!scroller && (box.left < -Tolerance || box.right > width + Tolerance)) problems.add(`${name(element)} reaches from ${box.left} to ${box.right} px on a screen of ${width} px`);
    for (let up = element; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      if (up === scroller || up.parentElement.closest("svg")) continue;
      const frame = up.getBoundingClientRect();
      const cutX = ["hidden", "clip"].includes(style.overflowX) && (box.left < frame.left - Tolerance || box.right > frame.right + Tolerance);
      const cutY = ["hidden", "clip"].includes(style.overflowY) && (box.top < frame.top - Tolerance || box.bottom > frame.bottom + Tolerance);
      if (cutX || cutY) problems.add(`${name(element)} is cut by ${name(up)}`);
    }
  }
  // A control that is too small for what it says.
  for (const element of document.querySelectorAll("input:not([type=range]), select, button"))
    if (visible(element) && element.scrollWidth > element.clientWidth + Tolerance) problems.add(`${name(element)} needs ${element.scrollWidth} px and has ${element.clientWidth}`);

  const overlap = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > Tolerance && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Tolerance;
  const related = (a, b) => a === b || a.contains(b) || b.contains(a);
  pieces.sort((a, b) => a.box.top - b.box.top);
  for (let i = 0; i < pieces.length; i++) {
    for (let j = i + 1; j < pieces.length && pieces[j].box.top < pieces[i].box.bottom; j++) {
      const [a, b] = [pieces[i], pieces[j]];
      if (!related(a.element, b.element) && !(a.element.closest("svg") && b.element.closest("svg")) && overlap(a.box, b.box)) problems.add(`${name(a.element)} and ${name(b.element)} lie on each other`);
    }
  }
  return [...problems];
})()
