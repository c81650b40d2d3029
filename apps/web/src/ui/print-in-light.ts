const SCHEME = 'data-mantine-color-scheme';

/**
 * Paper is white whatever the screen: the light theme holds while the page is being printed. Call it before anything is
 * drawn, so that drawings read its colours when they are told of the same event.
 */
export function printInLight(root: HTMLElement = document.documentElement): void {
  let scheme: string | null = null;
  window.addEventListener('beforeprint', () => {
    scheme = root.getAttribute(SCHEME);
    root.setAttribute(SCHEME, 'light');
  });
  window.addEventListener('afterprint', () => {
    if (scheme) root.setAttribute(SCHEME, scheme);
  });
}
