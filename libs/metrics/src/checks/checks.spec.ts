import {
  checkConfidence,
  checkFinite,
  checkFlag,
  checkNumber,
  checkNumbersOrNull,
  checkObject,
  checkOneOf,
  checkSameLength,
  checkTableOrNull,
  checkUniqueNames,
} from './index.js';

describe('argument checks', () => {
  it('name the argument, the index, the allowed range and what came', () => {
    expect(() => checkNumbersOrNull('scores', [9, null, 11], { integer: true, min: 0, max: 10 })).toThrow(
      new RangeError('scores[2] must be an integer from 0 to 10 or null, got 11'),
    );
    expect(() => checkConfidence(1)).toThrow(
      new RangeError('confidence must be a finite number greater than 0 and less than 1, got 1'),
    );
    expect(() => checkNumber('lambda', 0, { min: 0, aboveMin: true, max: 1 })).toThrow(
      new RangeError('lambda must be a finite number greater than 0 and at most 1, got 0'),
    );
    expect(() => checkNumber('x', 2, { max: 1 })).toThrow(
      new RangeError('x must be a finite number of at most 1, got 2'),
    );
  });

  it('refuse the wrong type without repeating the text that was sent', () => {
    expect(() => checkNumbersOrNull('scores', ['secret'])).toThrow(
      new TypeError('scores[0] must be a finite number or null, got a string'),
    );
    expect(() => checkOneOf('level', 'secret', ['nominal', 'ordinal'])).toThrow(
      new RangeError('level must be one of "nominal", "ordinal", got another name'),
    );
  });

  it.each([[NaN], [Infinity], [-Infinity]])('refuse %p', (value) => {
    expect(() => checkNumbersOrNull('values', [value])).toThrow(RangeError);
  });

  it('refuse a finite number whose square would leave the range of doubles', () => {
    expect(checkNumbersOrNull('values', [1e100, -1e100])).toHaveLength(2);
    expect(() => checkNumbersOrNull('values', [0, -1e101])).toThrow(
      new RangeError('values[1] must be a finite number of size 1e+100 at most or null, got -1e+101'),
    );
    expect(() => checkTableOrNull('data', [[1e150]], { min: 0 })).toThrow(/data\[0\]\[0\].*1e\+100 at most/);
    expect(() => checkFinite('target', 1e101)).toThrow(RangeError);
  });

  it('see the holes of a sparse array and an undefined entry', () => {
    // eslint-disable-next-line no-sparse-arrays -- the hole is what is tested
    expect(() => checkNumbersOrNull('values', [1, , 3])).toThrow(/values\[1\].*got undefined/);
    // eslint-disable-next-line no-sparse-arrays -- the hole is what is tested
    expect(() => checkTableOrNull('data', [[1], , [3]])).toThrow(/data\[1\] must be an array/);
  });

  it('name row and column of a table, and refuse ragged rows', () => {
    expect(() =>
      checkTableOrNull('data', [
        [1, 2],
        [3, NaN],
      ]),
    ).toThrow(/data\[1\]\[1\]/);
    expect(() => checkTableOrNull('data', [[1, 2], [3]])).toThrow(
      new RangeError('data[1] must have 2 entries like data[0], got 1'),
    );
  });

  it('refuse a bare list, an unequal length, a repeated name and a flag that is not one', () => {
    expect(() => checkObject('input', [1] as object)).toThrow(new TypeError('input must be an object, got an array'));
    expect(() => checkSameLength('x', [1], 'y', [])).toThrow(RangeError);
    expect(() => checkUniqueNames('names', ['a', 'a'])).toThrow(/names\[1\]/);
    expect(() => checkFlag('reversed', 'yes', false)).toThrow(TypeError);
  });
});
