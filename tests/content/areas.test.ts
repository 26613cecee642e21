import { describe, expect, test } from 'vitest';
import names from '#content/en/areas.json';
import agencies from '#content/model/agencies.yaml';
import areas from '#content/model/areas.yaml';

const councils = areas.filter(({ kind }) => kind === 'council');
const agencyIds = new Set(agencies.map(({ id }) => id));

/** Domain F1. */
const codes = {
  leicester: 'E06000016',
  rutland: 'E06000017',
  blaby: 'E07000129',
  charnwood: 'E07000130',
  harborough: 'E07000131',
  'hinckley-bosworth': 'E07000132',
  melton: 'E07000133',
  'north-west-leicestershire': 'E07000134',
  'oadby-wigston': 'E07000135',
};

/** M15. */
const towns = {
  leicester: [],
  blaby: ['Braunstone Town', 'Enderby', 'Narborough', 'Whetstone'],
  charnwood: ['Loughborough', 'Shepshed', 'Syston', 'Birstall'],
  harborough: ['Market Harborough', 'Lutterworth', 'Kibworth'],
  'hinckley-bosworth': ['Hinckley', 'Earl Shilton', 'Groby'],
  melton: ['Melton Mowbray', 'Asfordby'],
  'north-west-leicestershire': ['Coalville', 'Ashby', 'Castle Donington'],
  'oadby-wigston': [],
  rutland: ['Oakham', 'Uppingham'],
};

/**
 * Domain F2: the share of each district's land in each of our councils, in percent. Of the districts across the border it
 * names the councils only. Shares of 1 and 2% are noise.
 */
const shares: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  LE1: { leicester: 100 },
  LE2: { leicester: 41, harborough: 27, 'oadby-wigston': 25, blaby: 7 },
  LE3: { leicester: 54, blaby: 45 },
  LE4: { leicester: 69, charnwood: 31 },
  LE5: { leicester: 92, harborough: 5, charnwood: 4 },
  LE6: { 'hinckley-bosworth': 61, charnwood: 38 },
  LE7: { harborough: 56, charnwood: 37, melton: 6, leicester: 1 },
  LE8: { harborough: 77, blaby: 22 },
  LE9: { 'hinckley-bosworth': 47, blaby: 42, harborough: 10 },
  LE10: { 'hinckley-bosworth': 48, blaby: 19 },
  LE11: { charnwood: 99 },
  LE12: { charnwood: 60, 'north-west-leicestershire': 15 },
  LE13: { melton: 100 },
  LE14: { melton: 91, rutland: 1 },
  LE15: { rutland: 85, harborough: 8, melton: 4 },
  LE16: { harborough: 50, rutland: 2 },
  LE17: { harborough: 92 },
  LE18: { 'oadby-wigston': 75, blaby: 19, harborough: 4, leicester: 2 },
  LE19: { blaby: 100 },
  LE65: { 'north-west-leicestershire': 86 },
  LE67: { 'north-west-leicestershire': 69, 'hinckley-bosworth': 25, charnwood: 6 },
};

const acrossTheBorder: Readonly<Record<string, readonly string[]>> = {
  CV13: ['hinckley-bosworth'],
  DE74: ['north-west-leicestershire'],
  DE12: ['hinckley-bosworth', 'north-west-leicestershire'],
  CV9: ['hinckley-bosworth'],
  PE9: ['rutland'],
  NG13: ['melton'],
  DE73: ['north-west-leicestershire'],
  DE11: ['north-west-leicestershire'],
  NG32: ['melton'],
  NG10: ['north-west-leicestershire'],
  NG33: ['melton', 'rutland'],
};

describe('the areas', () => {
  test('are the nine councils and the four other answers, in the order of the form', () => {
    expect(areas.map(({ id }) => id)).toEqual([
      'leicester',
      'blaby',
      'charnwood',
      'harborough',
      'hinckley-bosworth',
      'melton',
      'north-west-leicestershire',
      'oadby-wigston',
      'rutland',
      'railway',
      'llr',
      'outside',
      'unknown',
    ]);
    expect(areas.slice(9).map(({ kind }) => kind)).toEqual(['railway', 'here', 'outside', 'unknown']);
  });

  test('are each said in words a neighbour would use', () => {
    expect(Object.keys(names)).toEqual(areas.map(({ id }) => id));
    expect(names.leicester.name).toBe('Leicester city');
    expect(names.unknown.name).toBe('I do not know where it is');
  });

  test('carry the towns that people name, except where the name already says them', () => {
    expect(Object.fromEntries(councils.map((area) => [area.id, area.towns]))).toEqual(towns);
  });

  test('are the councils of the national statistics, by code', () => {
    expect(Object.fromEntries(councils.map(({ id, code }) => [id, code]))).toEqual(codes);
  });

  test('hold each postcode district that has 3% of its land or more in a council, and no other', () => {
    const expected = [
      ...Object.entries(shares).map(([district, of]) => {
        return [
          district,
          Object.keys(of)
            .filter((id) => (of[id] ?? 0) >= 3)
            .sort(),
        ] as const;
      }),
      ...Object.entries(acrossTheBorder),
    ];
    const districts = [...new Set(councils.flatMap(({ postcodes }) => postcodes))];
    const found = districts.map((district) => {
      return [
        district,
        councils
          .filter(({ postcodes }) => postcodes.includes(district))
          .map(({ id }) => id)
          .sort(),
      ];
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  test('put the two border districts of unknown council under "somewhere here" only, and the noise nowhere', () => {
    expect(areas.find(({ id }) => id === 'llr')?.postcodes).toEqual(['CV11', 'DE72']);
    const all = areas.flatMap(({ postcodes }) => postcodes);
    expect(all.filter((district) => ['CV10', 'B79', 'NG11', 'NN17'].includes(district))).toEqual([]);
  });
});

describe.each(councils)('in $id', ({ id, socialCare, district }) => {
  test('the agencies that look after children, adults, homes and workplaces all exist', () => {
    const needed = [
      `children-${socialCare}`,
      `adults-${socialCare}`,
      `housing-${district}`,
      `environmental-health-${district}`,
    ];
    expect(needed.filter((agency) => !agencyIds.has(agency))).toEqual([]);
  });

  test('social care is the county except in the city and in Rutland, and the rest is the district', () => {
    expect(socialCare).toBe(id === 'leicester' || id === 'rutland' ? id : 'leicestershire');
    expect(district).toBe(id);
  });
});
