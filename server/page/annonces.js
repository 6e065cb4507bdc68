// Whoever does not see the page hears what a change did to it, once the server has answered: the figures, what the page
// marks as worth saying (a container whose key begins with "dit-"), or the page's name.
// Once a change, never a stream; nothing is said of a page that opens.
(() => {
  const SETTLED = 400; // milliseconds without a change of the page
  let told = null; // what was last known, part by part
  let isOpening = true; // until something is asked of it, or it has settled: what is drawn is what it opens with
  let page = null;
  let waiting;

  const text = (element, selector) => element.querySelector(selector)?.innerText.trim() ?? "";

  // The first two figures are one sentence, with what is written under the first: a total may be partial, or an example's.
  const figures = () => {
    const shown = [...document.querySelectorAll("[data-testid='stMetric']")].filter((each) => !each.closest("[class*='st-key-dit-']"));
    const all = shown.map((each) => ({
      label: text(each, "[data-testid='stMetricLabel']"),
      value: text(each, "[data-testid='stMetricValue']"),
      beside: text(each, "[data-testid='stMetricDelta']"),
    }));
    const [first, then, ...others] = all;
    if (!first) return [];
    const beside = first.beside && `, ${first.beside}`;
    const following = then?.label === "Chaque année suivante" ? `ensuite ${then.value} par an` : `${then?.label} ${then?.value}`;
    const pair = `${first.label} ${first.value}${then ? `, ${following}` : ""}${beside}`;
    return [pair, ...others.map(({ label, value }) => `${label} ${value}`)];
  };

  // Of a list, only the items that are new are told.
  const marked = () => [...document.querySelectorAll("[class*='st-key-dit-']")].flatMap((each) => {
    const items = [...each.querySelectorAll("li")];
    return (items.length ? items : [each]).map((part) => part.innerText.trim()).filter(Boolean);
  });

  const present = () => ({ figures: figures(), marked: marked() });

  // The figures that follow from the first two are told when they alone have changed.
  const changed = (now) => {
    const [pair, ...others] = now.figures;
    const moved = (parts, before) => parts.filter((part) => !before.includes(part));
    const first = pair ? moved([pair], told.figures) : [];
    const figured = first.length ? first : moved(others, told.figures);
    return [...figured, ...moved(now.marked, told.marked)].join(". ").replaceAll(".. ", ". ");
  };

  const isAnswered = () => document.querySelector("[data-testid='stApp']")?.dataset.testScriptState === "notRunning";

  // On a slow machine, what draws the figures may come long after the server's answer; what else is late holds nothing up.
  const isWhole = () => !document.querySelector("[data-testid='stSkeleton']");
  const isDrawn = () => {
    const areFiguresKnown = page === location.pathname && told?.figures.length > 0;
    return isAnswered() && (areFiguresKnown || isWhole());
  };

  const tell = () => {
    const region = document.getElementById("annonces");
    if (!region || !isDrawn()) return;
    const now = present();
    if (page !== location.pathname) region.textContent = document.title.split(" · ")[0];
    else if (told && changed(now)) region.textContent = changed(now);
    page = location.pathname;
    told = now;
    isOpening = false;
    region.dataset.known = page; // from now on, what changes on that page is told
  };

  // A busy page may draw that it runs and that it has run at once: what is done on it tells as well that something is asked.
  const noteAsked = () => {
    if (told && isWhole()) isOpening = false;
  };
  document.addEventListener("input", noteAsked, true);
  document.addEventListener("click", noteAsked, true);
  document.addEventListener("keydown", ({ key }) => key === "Enter" && noteAsked(), true);

  new MutationObserver(() => {
    // An opened page's figures are known as they are drawn, one after the other: a click may come before it has settled.
    if (!isAnswered() && told) isOpening = false;
    if (isAnswered() && (isOpening || !told) && figures().length) told = present();
    if (isAnswered() && page === null) page = location.pathname;
    clearTimeout(waiting);
    waiting = setTimeout(tell, SETTLED);
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributeFilter: ["data-test-script-state"],
  });
})();
