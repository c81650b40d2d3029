import { ValidationError } from '@touchstone/domain';
import { MaxLength, validate } from 'class-validator';
import { pino } from 'pino';
import { z } from 'zod';
import { constraintProblem, formProblems } from './field-messages.js';
import { presentError } from './present-error.js';

const told = (error: Error, locale: string) =>
  presentError(error, locale, pino({ level: 'silent' })).details['fields'] as { message: string }[];

class Line1 {
  @MaxLength(200) name2 = 'x'.repeat(201);
  @MaxLength(30, { each: true }) stages = ['y'.repeat(31)];
}

describe('a text of the wrong length', () => {
  it('is refused with the limit and what to do, in the language of the reader', () => {
    const error = ValidationError.of('name', 'too_long', 'Too much.', { maximum: 200 });
    expect(told(error, 'en')).toEqual([
      expect.objectContaining({ message: 'At most 200 characters are kept here. Shorten the text.' }),
    ]);
    expect(told(error, 'zh-CN')[0]!.message).toBe('最多可填 200 个字符，请缩短内容。');
    expect(told(ValidationError.of('password', 'too_short', '', { minimum: 12 }), 'en')[0]!.message).toBe(
      'At least 12 characters are needed. Add to the text.',
    );
  });

  it('is understood from the validator of inputs as it words its limits', async () => {
    const errors = await validate(new Line1());
    const problems = errors.flatMap(({ property, constraints }) =>
      Object.entries(constraints!).map(([constraint, message]) => constraintProblem(property, constraint, message)),
    );
    expect(problems).toMatchObject([
      { path: 'name2', code: 'too_long', params: { maximum: 200 } },
      { path: 'stages', code: 'too_long', params: { maximum: 30 } },
    ]);
  });

  it('is understood from the schema of a free form, and other slips are left as they are', () => {
    const { error } = z
      .object({ columns: z.array(z.object({ dimension: z.string().max(100) })), mode: z.enum(['a']) })
      .safeParse({ columns: [{ dimension: 'z'.repeat(101) }, { dimension: '' }], mode: 'b' });
    expect(formProblems(error!, 'mapping', 'invalid')).toMatchObject([
      { path: 'mapping.columns.0.dimension', code: 'too_long', params: { maximum: 100 } },
      { path: 'mapping.mode', code: 'invalid' },
    ]);
  });

  it('keeps its own sentence where no limit is known', () => {
    expect(told(ValidationError.of('name', 'too_long', 'Shorten it.'), 'en')[0]!.message).toBe('Shorten it.');
    expect(told(ValidationError.of('name', 'other', 'As it is.'), 'zh-CN')[0]!.message).toBe('As it is.');
  });
});
