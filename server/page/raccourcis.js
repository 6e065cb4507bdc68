// A letter typed anywhere runs nothing: Streamlit runs the page again at « r » and empties its caches at « c ». Whoever
// dictates, or reads the page with single keys, would do so unawares.
window.addEventListener("keydown", (event) => {
  const isTyped = event.target.closest?.("input, textarea, select, [contenteditable='true']");
  const isCombined = event.ctrlKey || event.metaKey || event.altKey;
  if (["r", "c"].includes(event.key.toLowerCase()) && !isTyped && !isCombined) event.stopImmediatePropagation();
}, true);
