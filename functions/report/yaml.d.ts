/** What the model plugin (src/build/model-plugin.ts) hands over for each file of content/model, checked by its schema. */

declare module '#content/model/agencies.yaml' {
  import type { Agency } from '#contract/model.ts';

  const value: readonly Agency[];
  export default value;
}

declare module '#content/model/areas.yaml' {
  import type { Area } from '#contract/model.ts';

  const value: readonly Area[];
  export default value;
}

declare module '#content/model/concerns.yaml' {
  import type { Concern } from '#contract/model.ts';

  const value: readonly Concern[];
  export default value;
}

declare module '#content/model/languages.yaml' {
  import type { Language } from '#contract/model.ts';

  const value: readonly Language[];
  export default value;
}

declare module '#content/model/partnership.yaml' {
  import type { Partnership } from '#contract/model.ts';

  const value: Partnership;
  export default value;
}

declare module '#content/model/places.yaml' {
  import type { Place } from '#contract/model.ts';

  const value: readonly Place[];
  export default value;
}

declare module '#content/model/routes.yaml' {
  import type { RoutingTable } from '#contract/routing-table.ts';

  const value: RoutingTable;
  export default value;
}

declare module '#content/model/signs.yaml' {
  import type { Sign } from '#contract/model.ts';

  const value: readonly Sign[];
  export default value;
}

declare module '#content/model/statistics.yaml' {
  import type { Statistic } from '#contract/model.ts';

  const value: readonly Statistic[];
  export default value;
}

declare module '#content/model/topics.yaml' {
  import type { Topic } from '#contract/model.ts';

  const value: readonly Topic[];
  export default value;
}
