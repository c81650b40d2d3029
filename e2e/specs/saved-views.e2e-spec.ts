import { eventually, gone, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';

scenario('filters are kept under a name, shared, found by a colleague, changed and removed', async (stage) => {
  const { page } = await stage.member('lead@harbour-bank.example');
  const views = page.getByRole('button', { name: /^View/ });
  const act = async (name: string | RegExp) => {
    await views.click();
    await page.getByRole('menuitem', { name }).click();
  };
  await page.goto('/touchpoints?channel=PHONE');
  await act('Save these filters as a new view');
  const dialog = page.getByRole('dialog', { name: 'Save these filters as a new view' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await seen(dialog.getByText('Enter a name.'));
  await dialog.getByLabel('Name').fill('By phone');
  await dialog.getByLabel('Share with everyone in the organisation').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await gone(dialog);
  await seen(page.getByRole('button', { name: 'View: By phone', exact: true }));

  // A colleague finds it beside their filters, and has no way to change it.
  const colleague = (await stage.member('contributor@harbour-bank.example')).page;
  await colleague.goto('/touchpoints?archived=true');
  await colleague.getByRole('button', { name: 'Views' }).click();
  await colleague.getByRole('menuitemradio', { name: /^By phone/ }).click();
  await eventually(async () => expect(new URL(colleague.url()).searchParams.get('channel')).toBe('PHONE'));
  expect(new URL(colleague.url()).searchParams.has('archived')).toBe(false);
  await colleague.getByRole('button', { name: 'View: By phone', exact: true }).click();
  await seen(colleague.getByRole('menuitem', { name: 'Save these filters as a new view' }));
  expect(await colleague.getByRole('menuitem', { name: /^Rename/ }).count()).toBe(0);

  await page.getByLabel('Show archived').check();
  await seen(page.getByRole('button', { name: 'View: By phone (changed)' }));
  await act('Keep these filters in this view');
  await seen(page.getByRole('button', { name: 'View: By phone', exact: true }));

  await act('Rename, share or remove this view');
  const edit = page.getByRole('dialog', { name: 'Rename, share or remove this view' });
  await edit.getByLabel('Name').fill('Phone, with archived');
  await edit.getByRole('button', { name: 'Save' }).click();
  await seen(page.getByRole('button', { name: 'View: Phone, with archived' }));
  await act('Rename, share or remove this view');
  await edit.getByRole('button', { name: 'Remove the view' }).click();
  await page
    .getByRole('dialog', { name: 'Remove “Phone, with archived”?' })
    .getByRole('button', { name: 'Remove the view' })
    .click();
  await seen(page.getByRole('button', { name: 'Views', exact: true }));
});
