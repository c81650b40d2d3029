const KEPT_AS = 'touchstone.reloaded-at';
/** A second failure so soon after a reload is no new build: reloading again would never end. */
const ONCE_IN_MS = 60_000;

/** What is asked of the router: whether a page is on its way, and when the next one sets out. */
interface Router {
  readonly state: { readonly status: string };
  subscribe(event: 'onBeforeLoad', listener: () => void): () => void;
}

/**
 * A page that was open before a new version was built asks for pieces of the old one, which are gone. The address that
 * somebody goes to is then loaded anew, which brings the new version; pages that are only fetched ahead wait until then,
 * so that nobody loses what is being typed. A piece that is still missing after that is an error, and shown as one.
 */
export function recoverFromNewBuild(router: Router): void {
  let outdated = false;
  const loadAnew = (): boolean => {
    outdated = false;
    const now = Date.now();
    if (now - Number(sessionStorage.getItem(KEPT_AS) ?? 0) < ONCE_IN_MS) return false;
    sessionStorage.setItem(KEPT_AS, String(now));
    window.location.reload();
    return true;
  };
  window.addEventListener('vite:preloadError', (event) => {
    outdated = true;
    if (router.state.status === 'pending' && loadAnew()) event.preventDefault();
  });
  router.subscribe('onBeforeLoad', () => void (outdated && loadAnew()));
}
