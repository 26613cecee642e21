/** Where everything of ours lives in a database that may hold other things too. */
export const schema = 'know_the_signs';

/** pg-boss's own tables, beside ours and apart from any other pg-boss in the same database. */
export const jobSchema = 'know_the_signs_jobs';

/** The one queue in it. */
export const queue = 'deliver';

/** Group roles: an operator grants each to the login of that process. They hold rights and cannot log in. */
export const groupRoles = { intake: 'know_the_signs_intake', courier: 'know_the_signs_courier' } as const;

/** What an operator does about a store that is not there or not up to date. */
export const makeIt = 'run `npm run database` with its owner in DATABASE_URL';
