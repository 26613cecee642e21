import topics from '#content/model/topics.yaml';
import { expect, test } from 'vitest';
import { model } from '../../functions/report/model.ts';
import { model as site } from '../../src/model.ts';
test('x', () => { expect(model).toEqual(site); expect(topics.length).toBeGreaterThan(3); expect(model.signs.length).toBe(0); const n: number = topics[0]!; const m: number = model.routes; });
