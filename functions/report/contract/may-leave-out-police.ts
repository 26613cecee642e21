import type { Partnership } from './model.ts';

/** Leaving out the police is a promise only while no police body runs the site (service.md M4). */
export function mayLeaveOutPolice({ controller }: Pick<Partnership, 'controller'>): boolean {
  return controller === null || !['police', 'pcc'].includes(controller.kind);
}
