import { UndoStack, type Undone } from './undo-stack.js';

/** A cell as the server keeps it: refuses whoever names another version than it is in. */
function cell() {
  let [text, version] = ['', 0];
  const set = (next: string, seen: number): Undone => {
    if (seen !== version) return { error: { code: 'CONFLICT' } };
    [text, version] = [next, version + 1];
    return { version };
  };
  return { set, now: () => ({ text, version }) };
}

function write(stack: UndoStack, target: ReturnType<typeof cell>, text: string, on = 'cell') {
  const before = target.now();
  target.set(text, before.version);
  stack.push({
    on,
    version: target.now().version,
    undo: (version) => Promise.resolve(target.set(before.text, version)),
  });
}

describe('taking back one’s own acts', () => {
  it('goes back act by act, also on the same cell', async () => {
    const [stack, target] = [new UndoStack(), cell()];
    for (const text of ['one', 'two', 'three']) write(stack, target, text);
    for (const text of ['two', 'one', '']) {
      await stack.undo();
      expect(target.now().text).toBe(text);
    }
    expect(await stack.undo()).toBeNull();
  });

  it('leaves alone what a colleague has changed since, and goes on with what lies deeper elsewhere', async () => {
    const [stack, mine, shared] = [new UndoStack(), cell(), cell()];
    write(stack, mine, 'mine', 'mine');
    write(stack, shared, 'first', 'shared');
    shared.set('theirs', shared.now().version);
    expect(await stack.undo()).toEqual({ error: { code: 'CONFLICT' } });
    expect(shared.now().text).toBe('theirs');
    await stack.undo();
    expect(mine.now().text).toBe('');
  });

  it('can be tried again after the connection was lost', async () => {
    const stack = new UndoStack();
    let online = false;
    const undo = () => Promise.resolve<Undone>(online ? { version: 2 } : { error: { code: 'OFFLINE' } });
    stack.push({ on: 'cell', version: 1, undo });
    await stack.undo();
    online = true;
    expect(await stack.undo()).toEqual({ version: 2 });
    expect(stack.size).toBe(0);
  });
});
