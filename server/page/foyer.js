// The focus is never lost: when what had it goes away (a window that closes, a button drawn anew, another page), it is
// given back to the same control, else to the title of what is shown. A button that shows a part leads to its title.
(() => {
  const SETTLED = 200; // milliseconds without a change of the page
  let last = null; // what had the focus, and how to find it again
  let destination = null; // the title that a button leads to, until it has the focus
  let waiting;

  const keyOf = (element) => [...(element.closest("[class*='st-key-']")?.classList ?? [])].find((each) => each.startsWith("st-key-"));
  const nameOf = (element) => (element.getAttribute("aria-label") || element.innerText || "").trim();

  // A button that waits for its file is disabled, which takes the focus from it; its window then holds it itself, a moment
  // later: the file may have come by then, and the button be usable again.
  const isHeldByWindow = (element) => element === last?.within && (last.waited || last.element.disabled || !last.element.isConnected);
  const isLost = () => {
    const active = document.activeElement;
    return active === document.body || active === null || active === last?.holder;
  };
  const isShown = (element) => element.getClientRects().length > 0 && !element.disabled && !element.closest("[inert]");

  const findAgain = ({ tag, key, name }) => {
    const alike = [...document.querySelectorAll(tag)].filter((each) => isShown(each) && nameOf(each) === name);
    return alike.find((each) => keyOf(each) === key) ?? (alike.length === 1 ? alike[0] : undefined);
  };

  const isAnswered = () => document.querySelector("[data-testid='stApp']")?.dataset.testScriptState === "notRunning";
  const take = (title) => {
    title.setAttribute("tabindex", "-1");
    title.focus();
  };
  // Such a button's key is "voir-" and that of the part.
  const lead = () => {
    const title = destination && isAnswered() && document.querySelector(`.${destination} :is(h1, h2, h3)`);
    if (!title) return;
    destination = null;
    take(title);
  };

  const giveBack = () => {
    if (!last || !isLost() || (last.element.isConnected && !last.waited)) return;
    if (!isAnswered()) return;
    if (last.element.isConnected && last.element.disabled) return;
    const again = last.element.isConnected ? last.element : findAgain(last);
    const title = document.querySelector("[role='dialog'] h2, h1");
    const target = again ?? title;
    // The title takes it once: who has left it since is not called back, nor the page scrolled.
    if (!target || (target === title && last.holder === title)) return;
    if (target !== title) return target.focus({ preventScroll: true });
    Object.assign(last, { holder: title, waited: true }); // until the control comes back, maybe a moment later
    take(title);
  };

  document.addEventListener("focusin", ({ target }) => {
    if (target === document.body || target === last?.holder) return;
    destination = null; // whoever has gone elsewhere is not called back
    if (last && target.closest("[role='menu']")) {
      last.waited = true; // a menu takes the focus from its button, which has it again once something is chosen
      return;
    }
    if (isHeldByWindow(target)) last.holder = target;
    else last = { element: target, tag: target.tagName, key: keyOf(target), name: nameOf(target), within: target.closest("[role='dialog']") };
  });
  document.addEventListener("click", ({ target }) => {
    const key = target.closest?.("button") && keyOf(target);
    if (key?.startsWith("st-key-voir-")) destination = key.replace("voir-", "");
  });
  new MutationObserver(() => {
    // While a part of it loads, React hides a button that is on the screen: the focus goes then too.
    if (last?.element.disabled || last?.element.closest("[style*='display: none']")) last.waited = true;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      lead();
      giveBack();
    }, SETTLED);
  }).observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ["data-test-script-state", "disabled"] });
})();
