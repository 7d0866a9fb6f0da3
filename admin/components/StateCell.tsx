/** @jsxRuntime classic */
import React from 'react';
import { StateChip } from './StateChip.js';
import { type CellProps, textIn } from './props.js';

export default function StateCell({ record }: CellProps): React.ReactElement {
  return <StateChip state={textIn(record.params, 'state')} />;
}
