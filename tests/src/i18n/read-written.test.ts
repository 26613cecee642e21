import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReview } from '../../../src/i18n/read-written.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function reviewOf(text: string) {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'review.yaml'), text);
  return () => readReview(folder);
}

describe('the record of a language’s reviews', () => {
  test('is empty where nobody recorded anything', () => {
    expect(readReview(temporaryFolder())).toEqual({});
    expect(reviewOf('# Nothing yet.\n')()).toEqual({});
  });

  test.each([
    [
      'a review without a name',
      '"signs:debt": { source: "0123456789ab", status: "reviewed", text: "0123456789ab", reviewedOn: "2027-01-02" }',
    ],
    [
      'a review without a day',
      '"signs:debt": { source: "0123456789ab", status: "reviewed", text: "0123456789ab", reviewedBy: "A. Reader" }',
    ],
    [
      'a draft that has a reviewer',
      '"signs:debt": { source: "0123456789ab", status: "machine", reviewedBy: "A. Reader" }',
    ],
    ['a status that there is not', '"signs:debt": { source: "0123456789ab", status: "checked" }'],
    ['no hash of the English', '"signs:debt": { source: "they must work", status: "machine" }'],
  ])('with %s stops the build, and the file and the unit are named', (_about, line) => {
    expect(reviewOf(`${line}\n`)).toThrow(/review\.yaml: signs:debt/);
  });
});
