// Whoever does not see the page hears what a change did to it: the figures, once the server has answered, or the page's name.
// Once a change, never a stream; nothing is said of a page that opens.
(() => {
  const SETTLED = 400; // milliseconds without a change of the page
  let told = null; // the figures last known
  let page = null;
  let waiting;

  const texts = (testId) => [...document.querySelectorAll(`[data-testid='${testId}']`)].map((each) => each.innerText.trim());

  const figures = () => {
    const [first, then] = texts("stMetricValue");
    const [label, following] = texts("stMetricLabel");
    if (!first) return "";
    if (!then) return `${label} ${first}`;
    return following === "Chaque année suivante" ? `${label} ${first}, ensuite ${then} par an` : `${label} ${first}, ${following} ${then}`;
  };

  const isAnswered = () => document.querySelector("[data-testid='stApp']")?.dataset.testScriptState === "notRunning";

  const tell = () => {
    const region = document.getElementById("annonces");
    if (!region || !isAnswered()) return;
    const present = figures();
    if (page !== location.pathname) region.textContent = document.title.split(" · ")[0];
    else if (told && present && present !== told) region.textContent = present;
    page = location.pathname;
    told = present;
  };

  new MutationObserver(() => {
    // An opened page's figures are known as soon as they are drawn: a click may come before the page has settled.
    if (isAnswered() && !told) told = figures();
    if (isAnswered() && page === null) page = location.pathname;
    clearTimeout(waiting);
    waiting = setTimeout(tell, SETTLED);
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributeFilter: ["data-test-script-state"],
  });
})();
