/** Small drawings beside words of the site's own frame; those of signs, places and concerns stand in content/pictograms. */
export const icons = {
  tell: '<path d="M3 3h18v13H11l-5 5v-5H3zM8 8h8M8 12h5"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4 22c0-10 16-10 16 0"/>',
  young: '<path d="M5 21V11a7 7 0 0 1 14 0v10zM9 4a3 3 0 0 1 6 0M9 21v-6h6v6M9 10h6"/>',
  danger: '<path d="M5 3h4l2 5-3 2a12 12 0 0 0 6 6l2-3 5 2v4c0 3-18-1-16-16z"/>',
  signs: '<path d="M3 5h4v4H3zM3 15h4v4H3zM11 7h10M11 17h10"/>',
  phone: '<path d="M7 2h10v20H7zM11 18.5h2"/>',
  people:
    '<circle cx="8" cy="8" r="3"/><circle cx="16.5" cy="8" r="3"/><path d="M2 20c0-8 12-8 12 0M15 14c4 0 7 1.5 7 6"/>',
  work: '<path d="M2 8h20v12H2zM8 8V4h8v4M2 13h20"/>',
  talk: '<path d="M2 3h13v9H8l-4 4v-4H2zM18 9h4v9h-2v4l-4-4H9"/>',
  arrow: '<path d="M4 12h15M13 6l6 6-6 6"/>',
  away: '<path d="M10 3H4v18h6M9 12h12M17 8l4 4-4 4"/>',
} as const;

export type IconName = keyof typeof icons;
