// On a phone the menu covers the page: it closes once a page is chosen in it, or with Escape; closed, none of its links
// takes the focus; open, the page behind takes none.
(() => {
  const OPENER = "[data-testid='stExpandSidebarButton']";
  const CLOSER = "[data-testid='stSidebarCollapseButton'] button";
  const sidebar = () => document.querySelector("[data-testid='stSidebar']");
  const main = () => document.querySelector("[data-testid='stMain']");
  const isOpen = (menu) => menu.dataset.collapsed !== "true" && menu.getAttribute("aria-expanded") !== "false";
  let wasOpen = false;

  const set = (element, name, value) => {
    if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
  };

  const tell = () => {
    const menu = sidebar(); // none on a wide screen, such as a tablet that was turned while its menu was open
    const open = menu !== null && isOpen(menu);
    const opener = document.querySelector(OPENER);
    if (opener && menu) {
      set(opener, "aria-expanded", "false");
      set(opener, "aria-controls", menu.id);
    }
    const closer = document.querySelector(CLOSER);
    if (closer) set(closer, "aria-expanded", "true");
    if (menu && menu.inert !== !open) menu.inert = !open;
    const hidden = open && innerWidth <= 768;
    if (main() && main().inert !== hidden) main().inert = hidden;
    if (open && !wasOpen && innerWidth <= 768) menu.querySelector("a")?.focus();
    if (!open && wasOpen) opener?.focus();
    wasOpen = open;
  };

  document.addEventListener("click", (event) => {
    const chosen = event.target.closest?.("[data-testid='stSidebar'] a");
    if (chosen) document.querySelector(CLOSER)?.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && sidebar() && isOpen(sidebar())) document.querySelector(CLOSER)?.click();
  });
  new MutationObserver(tell).observe(document.documentElement, {
    subtree: true, childList: true, attributeFilter: ["data-collapsed", "aria-expanded"],
  });
})();
