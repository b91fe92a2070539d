/** J and K move to the next and the previous row's link; Enter is the link's own. */
export function moveByKey(event: React.KeyboardEvent<HTMLElement>): void {
  const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-open]")];
  const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement) ?? false);
  const next = links[Math.min(links.length - 1, Math.max(0, at + step))];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
