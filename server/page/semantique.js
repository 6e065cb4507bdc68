// What Streamlit's markup does not say to whoever hears or types the page: whose button this is, what a chart is, where
// the footer is, what a help text describes. Said again whenever the page changes it.
(() => {
  const say = (element, name, value) => {
    if (value && element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  const keyOf = (element, prefix) => [...element.classList].find((each) => each.startsWith(`st-key-${prefix}`))?.slice(7 + prefix.length);
  const group = (element, name) => {
    if (name) say(element, "role", "group");
    say(element, "aria-label", name);
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
    [":is(.stSelectbox, .stMultiSelect) button[aria-label^='Ouvrir la liste']", (button) => {
      const name = button.closest(".stSelectbox, .stMultiSelect").querySelector("input")?.getAttribute("aria-label");
      if (name) say(button, "aria-label", `Ouvrir la liste\u00a0: ${name}`);
    }],
    // What can be done with a scenario says with which.
    ["[class*='st-key-scenario-'] :is(a[data-testid='stPageLink-NavLink'], .stMenuButton button)", (action) => {
      const name = action.closest("[class*='st-key-scenario-']").querySelector("input")?.value;
      const said = (action.querySelector("p") ?? action).textContent;
      if (name) say(action, "aria-label", `${said}\u00a0: ${name}`);
    }],
    // Of two answers, each says whose its links are.
    ["[class*='st-key-pour-'] a[data-testid='stPageLink-NavLink']", (link) => {
      const whose = link.closest("[class*='st-key-pour-']").querySelector("p").textContent;
      say(link, "aria-label", `${(link.querySelector("p") ?? link).textContent}\u00a0: ${whose}`);
    }],
    ["[data-testid='stFileUploaderDropzoneInput']", (input) => say(input, "aria-label", input.parentElement.getAttribute("aria-label"))],
    ["[data-testid='stFileUploaderDropzone']", (zone) => say(zone, "role", "group")],
    // Streamlit hands a label's Markdown on as it is: what was made literal would be read with its backslashes.
    ["[aria-label*='\\\\']", (named) => say(named, "aria-label", named.getAttribute("aria-label").replace(/\\([!-\/:-@[-`{-~])/g, "$1"))],
    // The simulator's page has no name in an address: "?…" alone would be the page on which the link is.
    ["[data-testid='stPageLink-NavLink'][href^='?']", (link) => say(link, "href", `./${link.getAttribute("href")}`)],
    // A visitor's mail program opens no page.
    ["a[href^='mailto:'][target]", (link) => link.removeAttribute("target")],
    // What Streamlit lets through to the page, and HTML does not know.
    ...Object.entries({ div: ["height", "overflow", "width", "direction", "visibility", "target"], span: ["label", "color"],
      button: ["kind"], label: ["visibility"], a: ["kind"] }).flatMap(([tag, names]) =>
      names.map((name) => [`${tag}[${name}]`, (element) => element.removeAttribute(name)])),
    // Nothing leads to a heading; two that say the same would have one name.
    ["[data-testid='stHeading'] :is(h2, h3)[id]", (heading) => heading.removeAttribute("id")],
    [".st-key-pied", (footer) => say(footer, "role", "contentinfo")],
    [".stVegaLiteChart", (chart) => {
      say(chart, "role", "img");
      for (const drawn of chart.querySelectorAll(":scope > svg, :scope > canvas, .chart-wrapper")) say(drawn, "aria-hidden", "true");
    }],
    // An option's price is under its box: whoever comes to the box hears it.
    ["[class*='st-key-prestations'] > [class*='st-key-option-']", (option) => {
      const box = option.querySelector("input");
      const price = option.nextElementSibling?.querySelector("[data-testid='stCaptionContainer']");
      if (!box || !price) return;
      say(price, "id", `prix-de-${keyOf(option, "option-")}`);
      say(box, "aria-describedby", price.id);
    }],
    // Two options ask for as many days, at as many rhythms: each one's fields are a group of its name.
    ["[class*='st-key-details-']", (details) => {
      const option = keyOf(details, "details-");
      group(details, option && document.querySelector(`.st-key-option-${option} input`)?.getAttribute("aria-label"));
    }],
    [".st-key-prestations", (options) => group(options, "Options")],
    // What takes the focus, and Streamlit gives no role: a text that scrolls, what was chosen in a list.
    ["[data-testid='stCode'][tabindex]", (text) => group(text, "À copier")],
    ["[data-tag][tabindex][aria-label]", (chosen) => group(chosen, chosen.getAttribute("aria-label"))],
    [".st-key-plan", (list) => {
      say(list, "role", "list");
      for (const item of list.children) say(item, "role", "listitem");
    }],
    // What is wrong with a field is said beside it, and described on it.
    ["[class*='st-key-erreur-']", (error) => {
      const key = [...error.classList].find((each) => each.startsWith("st-key-erreur-"));
      if (!key) return;
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
  }).observe(document.documentElement, {
    subtree: true, childList: true,
    attributeFilter: ["role", "aria-label", "value", "href"], // a field is drawn empty, and filled a moment later
  });
})();
