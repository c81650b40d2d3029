// Sets theme and language on the document before anything is painted, so neither flashes.
(function () {
  var root = document.documentElement;
  var scheme = 'auto';
  var locale = '';
  try {
    scheme = window.localStorage.getItem('touchstone.theme') || 'auto';
    locale = window.localStorage.getItem('touchstone.locale') || '';
  } catch {
    // Private browsing may refuse storage: the system's theme and the browser's language serve.
  }
  if (scheme !== 'light' && scheme !== 'dark') {
    scheme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  root.setAttribute('data-mantine-color-scheme', scheme);
  if (!locale) locale = /^zh/i.test(window.navigator.language) ? 'zh-CN' : 'en';
  root.lang = locale;
})();
