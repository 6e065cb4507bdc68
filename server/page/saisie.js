// Whole numbers: a decimal typed or pasted in one leaves the number that was there before. An English browser drops
// the comma, and « 2,5 » would be counted as 25; what was typed before it, 2, is nobody's number either.
(() => {
  const FIELD = "[data-testid='stNumberInputField']";
  let refused = null; // the field where a decimal was begun: what follows it is refused too
  let before = ""; // what the field that is being typed in held when it was entered

  // React only believes a value that it is told of.
  const restore = (field) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, before);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  document.addEventListener("beforeinput", (event) => {
    const field = event.target;
    if (!field.matches?.(FIELD) || !event.inputType.startsWith("insert")) return;
    const written = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    if (/\d\s*[.,]|[.,]\s*\d|^[.,]$/.test(written)) refused = field;
    if (refused !== field) return;
    event.preventDefault();
    if (field.value !== before) restore(field);
    field.setCustomValidity(`Écrivez un nombre entier, sans virgule. Le nombre d'avant reste\u00a0: ${before}.`);
    field.reportValidity();
  }, true);

  const forget = (event) => {
    if (event.type === "keydown" && !["Backspace", "Delete", "Enter", "Tab"].includes(event.key)) return;
    refused?.setCustomValidity("");
    refused = null;
  };
  const enter = ({ target }) => {
    if (!target.matches?.(FIELD)) return;
    const { rangeUnderflow, rangeOverflow } = target.validity; // refused already: not the number that was there
    if (!rangeUnderflow && !rangeOverflow) before = target.value;
  };
  document.addEventListener("focusin", enter, true);
  document.addEventListener("change", enter, true);
  for (const event of ["focusin", "focusout", "keydown", "pointerdown"]) document.addEventListener(event, forget, true);
})();
