import { jest } from '@jest/globals';
import type { Answering } from './answering.js';
import { DeviceMemory, type Storage } from './device-memory.js';
import type { Place } from './navigation.js';
import { PlayedServer } from './played-server.fixture.js';
import type { Ports } from './ports.js';
import { Respondent } from './respondent.js';

/** One browser: its storage is shared by its tabs, each tab has its own address and history. */
class Browser {
  readonly stored = new Map<string, string>();
  readonly tabs: Respondent[] = [];
  online = true;
  address = '';

  constructor(readonly server: PlayedServer) {}

  async tab(token: string | null): Promise<Respondent> {
    const tab = this.unopenedTab(token);
    await tab.open();
    return tab;
  }

  unopenedTab(token: string | null): Respondent {
    let place: Place | undefined;
    const storage: Storage = {
      getItem: (key) => this.stored.get(key) ?? null,
      setItem: (key, value) => {
        this.stored.set(key, value);
        this.tell(tab, key);
      },
      removeItem: (key) => {
        this.stored.delete(key);
        this.tell(tab, key);
      },
    };
    const ports: Ports = {
      fetch: this.server.fetch,
      memory: new DeviceMemory(storage),
      later: (action, ms) => {
        const timer = setTimeout(action, ms);
        return () => clearTimeout(timer);
      },
      random: () => 0.5,
      today: () => '2026-11-21',
      languages: () => ['en-GB'],
      online: () => this.online,
      showLink: (own) => (this.address = own),
      pushPlace: (next) => (place = next),
      placeInHistory: () => place,
    };
    const tab = new Respondent(ports, token);
    this.tabs.push(tab);
    return tab;
  }

  close(tab: Respondent): void {
    this.tabs.splice(this.tabs.indexOf(tab), 1);
  }

  private tell(from: Respondent, key: string): void {
    for (const tab of this.tabs) if (tab !== from) queueMicrotask(() => tab.heard(key));
  }
}

function answeringOf(tab: Respondent): Answering {
  if (tab.phase.name !== 'answering') throw new Error(`The page shows ${tab.phase.name}`);
  return tab.phase.answering;
}

const LINK = 'personal-link-token';
const GROUP = 'group-link-token';
let server: PlayedServer;
let browser: Browser;

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') });
  server = new PlayedServer();
  server.issue(LINK);
  server.issue(GROUP, true);
  browser = new Browser(server);
});
afterEach(() => {
  jest.useRealTimers();
});
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('saving', () => {
  it('sends a moment after the last of several answers, once', async () => {
    const answering = answeringOf(await browser.tab(LINK));
    answering.answer('i1', { value: 1 });
    await pass(500);
    answering.answer('i2', { value: 2, comment: 'why' });
    await pass(1000);
    expect(server.count('SaveDraft')).toBe(1);
    expect(server.response(LINK).draft?.answers).toEqual({ i1: { value: 1 }, i2: { value: 2, comment: 'why' } });
    expect(answering.saved).toBe(true);
  });

  it('keeps answers while the line is down and sends them when it returns', async () => {
    const tab = await browser.tab(LINK);
    const answering = answeringOf(tab);
    server.line = 'down';
    answering.answer('i1', { value: 1 });
    await pass(1000);
    answering.answer('i2', { value: 2 });
    expect(answering.unsentCount).toBe(2);
    expect(answering.offline).toBe(true);
    server.line = 'up';
    tab.tryNow();
    await pass(0);
    expect(answering.unsentCount).toBe(0);
    expect(answering.offline).toBe(false);
    expect(server.response(LINK).draft?.answers).toEqual({ i1: { value: 1 }, i2: { value: 2 } });
  });

  it('tries again by itself, less and less often', async () => {
    const answering = answeringOf(await browser.tab(LINK));
    server.line = 'unavailable';
    answering.answer('i1', { value: 1 });
    await pass(60_000);
    expect(server.count('SaveDraft')).toBe(5);
    server.line = 'up';
    await pass(3000);
    expect(answering.saved).toBe(true);
  });

  it('has everything back after the page was closed while offline', async () => {
    const tab = await browser.tab(LINK);
    server.line = 'down';
    answeringOf(tab).answer('i1', { value: 3 });
    answeringOf(tab).go({ screen: 'practice', practiceId: 'p2' });
    browser.close(tab);
    server.line = 'up';
    const again = answeringOf(await browser.tab(LINK));
    expect(again.book.answers.i1?.value).toBe(3);
    expect(again.leftAt).toEqual({ screen: 'practice', practiceId: 'p2' });
    await pass(1000);
    expect(server.response(LINK).draft?.answers).toEqual({ i1: { value: 3 } });
  });

  it('brings the answers of another device together with its own', async () => {
    const answering = answeringOf(await browser.tab(LINK));
    answering.answer('i1', { value: 1 });
    await pass(1000);
    server.saveElsewhere(LINK, { i1: { value: 1 }, i2: { value: 3 } });
    answering.answer('i4', { value: 50 });
    await pass(1000);
    const expected = { i1: { value: 1 }, i2: { value: 3 }, i4: { value: 50 } };
    expect(server.response(LINK).draft?.answers).toEqual(expected);
    expect(answering.book.answers.i2?.value).toBe(3);
  });

  it('resumes on another device from the server', async () => {
    server.saveElsewhere(LINK, { i1: { value: 2 } });
    const elsewhere = answeringOf(await new Browser(server).tab(LINK));
    expect(elsewhere.book.answers.i1?.value).toBe(2);
    expect(elsewhere.saved).toBe(true);
  });

  it('shows in one tab what was answered in another, and loses nothing between them', async () => {
    const first = answeringOf(await browser.tab(LINK));
    const second = answeringOf(await browser.tab(LINK));
    first.answer('i1', { value: 1 });
    second.answer('i2', { value: 2 });
    await pass(0);
    expect(first.book.answers.i2?.value).toBe(2);
    expect(second.book.answers.i1?.value).toBe(1);
    await pass(5000);
    expect(server.response(LINK).draft?.answers).toEqual({ i1: { value: 1 }, i2: { value: 2 } });
  });

  it('says how many answers remain when the wave closes in between', async () => {
    const tab = await browser.tab(LINK);
    answeringOf(tab).answer('i1', { value: 1 });
    server.response(LINK).state = 'CLOSED';
    await pass(1000);
    expect(tab.phase).toEqual({ name: 'problem', problem: 'closed', kept: 1 });
    tab.forgetKept();
    expect(browser.stored.size).toBe(0);
  });
});

describe('submitting', () => {
  const answered = async (): Promise<[Respondent, Answering]> => {
    const tab = await browser.tab(LINK);
    const answering = answeringOf(tab);
    answering.answer('i1', { value: 1, comment: 'c' });
    await pass(1000);
    return [tab, answering];
  };
  const expectSentAndWiped = (tab: Respondent): void => {
    expect(tab.phase.name).toBe('sent');
    expect(server.response(LINK).submitted).toEqual([{ itemId: 'i1', value: 1, comment: 'c' }]);
    expect([...browser.stored.values()].join()).not.toMatch(/"answers":|comment|"token"/);
  };

  it('sends once on a double click and leaves no answer on the device', async () => {
    const [tab, answering] = await answered();
    await Promise.all([answering.submit(), answering.submit()]);
    expect(server.count('SubmitAnswers')).toBe(1);
    expectSentAndWiped(tab);
  });

  it('takes "already submitted" for success when its own first confirmation got lost', async () => {
    const [tab, answering] = await answered();
    server.line = 'answers-get-lost';
    await answering.submit();
    expect(answering.sending.state).toBe('waiting');
    server.line = 'up';
    await pass(3000);
    expect(server.count('SubmitAnswers')).toBe(2);
    expectSentAndWiped(tab);
  });

  it('knows after a restart that the lost confirmation was its own', async () => {
    const [tab, answering] = await answered();
    server.line = 'answers-get-lost';
    await answering.submit();
    browser.close(tab);
    server.line = 'up';
    expectSentAndWiped(await browser.tab(LINK));
  });

  it('does not let answers change while an attempt may have arrived', async () => {
    const [, answering] = await answered();
    server.line = 'down';
    await answering.submit();
    answering.go({ screen: 'practice', practiceId: 'p1' });
    expect(answering.place.screen).not.toBe('practice');
  });

  it('sends once from two tabs; both say thank you', async () => {
    const [first] = await answered();
    const second = await browser.tab(LINK);
    await Promise.all([answeringOf(first).submit(), answeringOf(second).submit()]);
    await pass(0);
    expectSentAndWiped(first);
    expectSentAndWiped(second);
  });

  it('says so when the link was used elsewhere, and forgets its copy', async () => {
    const [tab, answering] = await answered();
    server.response(LINK).state = 'SUBMITTED';
    await answering.submit();
    expect(tab.phase).toEqual({ name: 'problem', problem: 'submitted-elsewhere', kept: 0 });
    expect(browser.stored.size).toBe(0);
  });

  it('names the answers that the server finds fault with, and can be sent after the repair', async () => {
    const [tab, answering] = await answered();
    const fields = [{ path: 'answers.0.value', code: 'out_of_scale', message: 'Not a level.' }];
    server.refusal = { errors: [{ message: 'x', extensions: { code: 'VALIDATION', fields } }] };
    await answering.submit();
    expect(answering.sending).toEqual({ state: 'invalid', itemIds: ['i1'] });
    server.refusal = null;
    answering.answer('i1', { value: 1, comment: 'c' });
    await answering.submit();
    expectSentAndWiped(tab);
  });

  it('shows the thanks again when the link is opened later', async () => {
    const [, answering] = await answered();
    await answering.submit();
    const later = await browser.tab(LINK);
    expect(later.phase).toMatchObject({ name: 'sent', receipt: { submittedOn: '2026-11-21', answered: 1 } });
  });
});

describe("a group's link", () => {
  const begun = async (): Promise<Respondent> => {
    const tab = await browser.tab(GROUP);
    await tab.begin();
    return tab;
  };

  it('is exchanged for a personal one on beginning, once', async () => {
    const tab = await browser.tab(GROUP);
    expect(tab.phase.name).toBe('begin');
    await Promise.all([tab.begin(), tab.begin()]);
    expect(server.count('BeginResponse')).toBe(1);
    expect(browser.address).toBe('own-token-1');
    expect(answeringOf(tab).place).toEqual({ screen: 'practice', practiceId: 'p1' });
  });

  it('leads back to the response begun on this device', async () => {
    answeringOf(await begun()).answer('i1', { value: 2 });
    const again = await browser.tab(GROUP);
    expect(again.phase.name).toBe('returning');
    await again.continueHere();
    expect(answeringOf(again).book.answers.i1?.value).toBe(2);
  });

  it('starts empty for someone else, after the first person’s answers have reached the server', async () => {
    const first = await begun();
    answeringOf(first).answer('i1', { value: 2 });
    browser.close(first);
    const second = await browser.tab(GROUP);
    await second.startFresh();
    expect(server.response('own-token-1').draft?.answers).toEqual({ i1: { value: 2 } });
    await second.begin();
    expect(browser.address).toBe('own-token-2');
    expect(answeringOf(second).book.answers).toEqual({});
    expect([...browser.stored.values()].join()).not.toContain('own-token-1');
  });

  it('remembers that this device has answered, but not what', async () => {
    const tab = await begun();
    answeringOf(tab).answer('i1', { value: 2 });
    await answeringOf(tab).submit();
    const again = await browser.tab(GROUP);
    expect(again.phase).toMatchObject({ name: 'returning', group: { submittedOn: '2026-11-21' } });
    await again.startFresh();
    await again.begin();
    expect(answeringOf(again).book.answers).toEqual({});
  });

  it('can be tried again when beginning did not reach the server', async () => {
    const tab = await browser.tab(GROUP);
    server.line = 'down';
    await tab.begin();
    expect(tab.phase).toMatchObject({ name: 'begin', busy: false, trouble: 'NO_ANSWER' });
    server.line = 'up';
    await tab.begin();
    expect(tab.phase.name).toBe('answering');
  });
});

describe('links that do not lead to a questionnaire', () => {
  it.each([
    ['CLOSED', 'closed'],
    ['EXPIRED', 'expired'],
    ['REVOKED', 'revoked'],
    ['SUBMITTED', 'submitted-elsewhere'],
  ] as const)('%s', async (state, problem) => {
    server.response(LINK).state = state;
    expect((await browser.tab(LINK)).phase).toEqual({ name: 'problem', problem, kept: 0 });
  });

  it('an unknown or a missing token', async () => {
    expect((await browser.tab('never-issued')).phase).toMatchObject({ problem: 'unknown' });
    expect((await browser.tab(null)).phase).toMatchObject({ problem: 'no-link' });
    expect(server.requests).toHaveLength(1);
  });

  it('waits for a server that does not answer', async () => {
    server.line = 'unavailable';
    const tab = await browser.tab(LINK);
    expect(tab.phase).toEqual({ name: 'loading', trouble: 'UNAVAILABLE' });
    server.line = 'up';
    await pass(3000);
    expect(tab.phase.name).toBe('answering');
  });
});

it('works where the browser refuses to store, and says that it cannot keep anything', async () => {
  const refused = (): never => {
    throw new DOMException('denied', 'SecurityError');
  };
  const memory = new DeviceMemory({ getItem: refused, setItem: refused, removeItem: refused });
  memory.keepGroup(GROUP, { token: 'own-token-9', begunAt: 1 });
  expect(memory.durable).toBe(false);
  expect(memory.group(GROUP)).toMatchObject({ token: 'own-token-9' });
});
