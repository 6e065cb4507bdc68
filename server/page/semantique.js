// What Streamlit's markup does not say to whoever hears or types the page: whose button this is, what a chart is, where
// the footer is, what a help text describes. Said again whenever the page changes it.
(() => {
  const say = (element, name, value) => {
    if (value && element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  const fieldOf = (button, widget) =>
    button.closest(`[data-testid='${widget}']`)?.querySelector("input")?.getAttribute("aria-label");
  const ofField = (widget, verb) => (button) => {
    const name = fieldOf(button, widget);
    if (name) say(button, "aria-label", `${verb}\u00a0: ${name}`);
  };

  const RULES = [
    ["[data-testid='stNumberInputStepDown']", ofField("stNumberInput", "Diminuer")],
    ["[data-testid='stNumberInputStepUp']", ofField("stNumberInput", "Augmenter")],
    ["[data-testid='stFileUploaderDropzoneInput']", (input) => say(input, "aria-label", input.parentElement.getAttribute("aria-label"))],
    // Streamlit draws it within its main part, where a contentinfo may not be: a region of that name is found as well.
    [".st-key-pied", (footer) => {
      say(footer, "role", "region");
      say(footer, "aria-label", "Pied de page");
    }],
    [".stVegaLiteChart", (chart) => {
      say(chart, "role", "img");
      for (const drawn of chart.querySelectorAll(":scope > svg, :scope > canvas, .chart-wrapper")) say(drawn, "aria-hidden", "true");
    }],
    // What is wrong with a field is said beside it, and described on it.
    ["[class*='st-key-erreur-']", (error) => {
      const key = [...error.classList].find((each) => each.startsWith("st-key-erreur-"));
      const field = document.querySelector(`.${key.replace("erreur-", "")} input`);
      if (!field) return;
      say(error, "id", key);
      say(field, "aria-invalid", "true");
      say(field, "aria-errormessage", key);
      say(field, "aria-describedby", key);
    }],
    ["[aria-errormessage^='st-key-erreur-']", (field) => {
      if (document.getElementById(field.getAttribute("aria-errormessage"))) return;
      for (const name of ["aria-invalid", "aria-errormessage", "aria-describedby"]) field.removeAttribute(name);
    }],
    ["[role='tooltip'][id]", (tooltip) => {
      const described = document.activeElement;
      if (described?.closest?.(".stTooltipHoverTarget")) say(described, "aria-describedby", tooltip.id);
    }],
  ];

  const apply = () => {
    for (const [selector, rule] of RULES) document.querySelectorAll(selector).forEach(rule);
  };
  let due = false;
  new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      apply();
    });
  }).observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ["role", "aria-label"] });

  // A chart's own tooltip goes with Escape, as any other.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.getElementById("vg-tooltip-element")?.classList.remove("visible");
  });
})();
