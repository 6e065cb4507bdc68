// On a phone the menu covers the page: it closes once a page is chosen in it.
document.addEventListener("click", (event) => {
  const chosen = event.target.closest?.("[data-testid='stSidebar'] a");
  if (chosen) document.querySelector("[data-testid='stSidebarCollapseButton'] button")?.click();
});
