// What a person does is one step of the browser's history: Back returns to what was last seen. Two things done before the
// server answered the first are one step.
// Streamlit writes a step each time the address changes, three for a change of page: without the old words, under the
// new name, with the new words.
(() => {
  const { pushState, replaceState } = History.prototype;
  let hasActed = false; // since the address last changed

  History.prototype.pushState = function (...step) {
    (hasActed ? pushState : replaceState).apply(this, step);
    hasActed = false;
  };
  for (const action of ["pointerdown", "keydown", "click", "input"]) {
    window.addEventListener(action, () => (hasActed = true), true);
  }
  window.addEventListener("popstate", () => (hasActed = false), true);
})();
