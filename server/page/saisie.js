// Whole numbers: a decimal comma typed in one is neither dropped nor read as the start of more digits. An English
// browser drops it, and « 2,5 » would be counted as 25.
(() => {
  const FIELD = "[data-testid='stNumberInputField']";
  let refused = null; // the field where a decimal was begun: what follows it is refused too

  document.addEventListener("beforeinput", (event) => {
    const field = event.target;
    if (!field.matches?.(FIELD) || !event.inputType.startsWith("insert")) return;
    if (/[.,]/.test(event.data ?? "")) refused = field;
    if (refused !== field) return;
    event.preventDefault();
    field.setCustomValidity("Écrivez un nombre entier, sans virgule.");
    field.reportValidity();
  }, true);

  const forget = (event) => {
    if (event.type === "keydown" && !["Backspace", "Delete", "Enter", "Tab"].includes(event.key)) return;
    refused?.setCustomValidity("");
    refused = null;
  };
  for (const event of ["focusin", "focusout", "keydown", "pointerdown"]) document.addEventListener(event, forget, true);
})();
