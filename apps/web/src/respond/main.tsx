/** @jsxImportSource preact */
import { render } from 'preact';
import '../ui/tokens.css';
import { App } from './app.js';
import { browserPorts, followSystemTheme, placeIn } from './browser.js';
import { tokenFromFragment } from './link.js';
import { Respondent } from './respondent.js';
import './styles/base.css';
import './styles/frame.css';
import './styles/questions.css';
import './styles/lists.css';
import './styles/adapt.css';

const respondent = new Respondent(browserPorts(), tokenFromFragment(window.location.hash));

window.addEventListener('online', () => respondent.tryNow());
window.addEventListener('offline', () => respondent.changed());
window.addEventListener('storage', (event) => respondent.heard(event.key));
window.addEventListener('popstate', (event) => respondent.shown(placeIn(event.state) ?? { screen: 'intro' }));
// Another link pasted over this one is another respondent: start from nothing.
window.addEventListener('hashchange', () => window.location.reload());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') respondent.leaving();
  // A phone cuts the line of a page it puts away; what failed then is tried again when it is taken out.
  else respondent.tryNow();
});

followSystemTheme();

const root = document.getElementById('root');
if (root) render(<App respondent={respondent} />, root);
void respondent.open();
