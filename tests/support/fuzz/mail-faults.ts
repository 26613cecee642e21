/** One built mail, taken apart by hand: apart from the code that built it, and from any library. */
export interface ReadMail {
  /** Header lines, folded ones put together. */
  readonly headers: readonly string[];
  /** The text part, decoded. */
  readonly text: string;
}

const allowed = [
  ...['Auto-Submitted', 'Content-Transfer-Encoding', 'Content-Type', 'Date', 'From', 'Message-ID', 'MIME-Version'],
  ...['Subject', 'To', 'X-Possible-Duplicate'],
];

export function readMail(raw: string): ReadMail {
  const { headers, body } = cut(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.find((line) => /^Content-Type:/i.test(line)) ?? '')?.[1];
  const part = boundary === undefined ? body : cut(body.split(`--${boundary}\r\n`)[1] ?? '').body;
  return { headers, text: Buffer.from(part.split('\r\n--')[0] ?? '', 'base64').toString() };
}

function cut(whole: string): { headers: readonly string[]; body: string } {
  const end = whole.indexOf('\r\n\r\n');
  return {
    headers: whole
      .slice(0, end)
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n'),
    body: whole.slice(end + 4),
  };
}

/** What is wrong with a built mail, in words; nothing when it is right. */
export function mailFaults(raw: string): readonly string[] {
  const { headers, text } = readMail(raw);
  const names = headers.map((line) => line.slice(0, line.indexOf(':')));
  const faults: readonly (readonly [boolean, string])[] = [
    [names.filter((name) => name === 'To').length !== 1, 'not one To'],
    [new Set(names).size !== names.length, 'a header twice'],
    [names.some((name) => !allowed.includes(name)), 'a header that is not on the list'],
    [/[\r\n]/.test(raw.replaceAll('\r\n', '')), 'a bare CR or LF'],
    [/[^\t\r\n -~]/.test(raw), 'a byte that is no printable ASCII'],
    [raw.split('\r\n').some((line) => line.length > 998), 'a line over 998'],
    [/[\r\n]/.test(text.replaceAll('\r\n', '')), 'a bare CR or LF inside the text'],
    [
      /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u.test(text.replace(/\r\n|\t/g, '')),
      'a harmful character',
    ],
    [text.split('\r\n').some((line) => Buffer.byteLength(line) > 998), 'a line of the text over 998'],
  ];
  return faults.filter(([wrong]) => wrong).map(([, word]) => word);
}
