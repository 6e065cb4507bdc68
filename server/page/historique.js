// What a person does is one step of the browser's history: Back returns to what was last seen. Two things done before the
// server answered the first are one step.
// Streamlit writes a step each time the address changes, three for a change of page: without the old words, under the
// new name, with the new words.
// A step has the browser lay the page out at once, before the figures that it comes with: it is written with the first of what
// changes on the page, or before whatever else is done.
(() => {
  const { pushState, replaceState } = History.prototype;
  const LONGEST = 250; // milliseconds without the address that goes with what is shown
  let hasActed = false; // since the address last changed
  let write = null; // the step that is not written yet
  let timer;

  const writeNow = () => {
    clearTimeout(timer);
    write?.();
  };
  const isOfThisPage = (url) => new URL(url ?? "", location.href).pathname === location.pathname;

  History.prototype.pushState = function (...step) {
    writeNow();
    const how = hasActed ? pushState : replaceState;
    hasActed = false;
    write = () => {
      write = null;
      how.apply(this, step);
    };
    if (isOfThisPage(step[2])) timer = setTimeout(writeNow, LONGEST);
    else writeNow();
  };
  History.prototype.replaceState = function (...step) {
    writeNow();
    replaceState.apply(this, step);
  };
  for (const action of ["pointerdown", "keydown", "click", "input"]) {
    window.addEventListener(
      action,
      () => {
        writeNow();
        hasActed = true;
      },
      true,
    );
  }
  window.addEventListener(
    "popstate",
    ({ isTrusted }) => {
      if (isTrusted) write = null; // whoever went back is not thrown forward; a link (liens.js) says where it goes
      writeNow();
      hasActed = false;
    },
    true,
  );
  window.addEventListener("pagehide", writeNow, true);
  new MutationObserver((changes) => {
    const isAnswer = ({ type, target }) => type !== "attributes" || target.dataset.testScriptState === "notRunning";
    if (write && changes.some(isAnswer)) writeNow();
  }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ["data-test-script-state"] });
})();
