// Says Streamlit's own words in French. WORDS, a list of {where, words}, is put before this text by document.py.
// "{}" stands for anything, "@" before a text limits it to attributes.
// Only an exact match, inside the part of the interface that it is listed for, is replaced: never what a person wrote.
// A mutation is answered before the browser paints, so the English is never seen.
"use strict";
(() => {
  for (const [name, value] of [["language", "fr-FR"], ["languages", Object.freeze(["fr-FR", "fr"])]]) {
    Object.defineProperty(Navigator.prototype, name, { get: () => value, configurable: true });
  }

  const ATTRIBUTES = ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt"];
  const exact = new Map();
  const patterns = [];
  for (const { where, words } of WORDS) {
    for (const [listed, french] of Object.entries(words)) {
      const inText = !listed.startsWith("@");
      const english = inText ? listed : listed.slice(1);
      if (english.includes("{}")) {
        const parts = english.split("{}").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
        patterns.push({ form: new RegExp(`^${parts.join("(.+?)")}$`, "s"), where, french, inText });
      } else {
        exact.set(english, [...(exact.get(english) ?? []), { where, french, inText }]);
      }
    }
  }

  const withComma = (part) => (/^\d+\.\d+$/.test(part) ? part.replace(".", ",") : part);
  const withSpaces = (part) => (/^\d{4,}$/.test(part) ? part.replace(/\B(?=(\d{3})+$)/g, "\u202f") : part);
  const withoutMarkdown = (part) => part.replace(/\*\*|\\(?=[^\w\s])/g, ""); // names of widgets come as they are written
  const inFrench = (text, element, isText) => {
    const said = text.trim();
    if (!said) return text;
    const applies = ({ where, inText }) => (inText || !isText) && element.closest(where);
    const found = exact.get(said)?.find(applies);
    if (found) return text.replace(said, () => found.french);
    for (const pattern of patterns) {
      const parts = pattern.form.exec(said);
      if (parts && applies(pattern)) {
        let next = 1;
        const shown = isText ? (part) => withSpaces(withComma(part)) : withoutMarkdown;
        return text.replace(said, () => pattern.french.replace(/\{\}/g, () => shown(parts[next++])));
      }
    }
    return text;
  };

  const translateText = (node) => {
    const french = node.parentElement ? inFrench(node.data, node.parentElement, true) : node.data;
    if (french !== node.data) node.data = french;
  };
  const translateAttribute = (element, name) => {
    const english = element.getAttribute(name);
    const french = english ? inFrench(english, element, false) : english;
    if (french !== english) element.setAttribute(name, french);
  };
  const translate = (node) => {
    if (node.nodeType === Node.TEXT_NODE) translateText(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of ATTRIBUTES) if (node.hasAttribute(name)) translateAttribute(node, name);
    node.childNodes.forEach(translate);
  };

  new MutationObserver((mutations) => {
    for (const { type, target, addedNodes, attributeName } of mutations) {
      if (type === "characterData") translateText(target);
      else if (type === "attributes") translateAttribute(target, attributeName);
      else addedNodes.forEach(translate);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES });
})();
