import type { ResourceOptions } from 'adminjs';
import type { ReadResource } from '../read-resource.js';

/** One entry of the console's menu: what can be read, and how it is shown. */
export interface ConsoleResource {
  readonly resource: ReadResource;
  readonly options: ResourceOptions;
}
