/** @jsxRuntime classic */
import React from 'react';
import { Late } from './Late.js';
import { type CellProps, textIn } from './props.js';

export default function WaitingCell({ record }: CellProps): React.ReactElement | null {
  const { isLate } = record.params;
  return (
    <Late
      waiting={textIn(record.params, 'waiting')}
      isLate={isLate === true || isLate === 'true'}
    />
  );
}
