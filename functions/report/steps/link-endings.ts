const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Ends of addresses that mail programs make into links; the words among them are those that bad addresses like most. */
export const linkEndings = list(`
  com org net info biz edu gov mil int mobi asia coop aero museum arpa onion
  uk ie fr es pt nl dk se fi pl ro bg hu cz sk lt lv ee ch gr hr rs si md ua ru su tr cy mt lu mc sm va eu
  pk bd lk np cn hk tw jp kr vn sg ph mm kh au nz ca mx br ar cl pe ve ec uy py bo cr cu gt hn ni sv
  za ng ke gh eg ma dz tn ly sd et ug tz zm zw mw mz ao cd cm sn sl lr rw er
  ae sa iq ir jo kw lb om qa ye sy ps il af uz kz kg tj tm ge az
  tk ml ga cf gq cc tv ws fm gg sx io ai im vc pw nu cx gd gs bz
  app dev page xyz online site website store shop club top live link click blog tech cloud icu vip win bid
  loan loans email chat dating sexy sex xxx porn adult webcam cam photos pics host buzz monster wiki mov zip
`);

/** Ends that are also everyday words: alone after a full stop without a space (`the shop.it was`) they are no link. */
export const wordEndings = list(`
  it in is at to so no me my us be as am do by la al an de id co tel cat name one pro post work today space social
  house homes rent taxi jobs world group agency news media finance careers photo video fun games press zone google
`);
