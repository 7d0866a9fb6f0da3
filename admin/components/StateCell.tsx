/** @jsxRuntime classic */
import React from 'react';
import { StateChip } from './StateChip.js';
import type { CellProps } from './props.js';

export default function StateCell({ record }: CellProps): React.ReactElement {
  return <StateChip state={String(record.params['state'] ?? '')} />;
}
