// A link of a table changes the address without loading the page again. Without this script it is an ordinary link.
// Served with the page: the page may run no script that is written in it.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".nes-table a[href^='?']");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate"));
});
