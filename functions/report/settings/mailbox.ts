/** Plain ASCII addresses only: nothing in one can open a second header or a second recipient. */
const mailboxPattern =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;
const longestMailbox = 254;

/** One mailbox such as `reports@example.org`; no name, no list. */
export function isMailbox(text: string): boolean {
  return text.length <= longestMailbox && mailboxPattern.test(text);
}

/** What stands after the `@`. */
export function domainOf(mailbox: string): string {
  return mailbox.slice(mailbox.lastIndexOf('@') + 1).toLowerCase();
}
