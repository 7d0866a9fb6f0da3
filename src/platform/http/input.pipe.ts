import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldProblem, InvalidInputError } from '../../shared/domain-error.js';

/** Checks bodies and queries against their class; what the class does not list is refused by name. */
export function inputPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) =>
      new InvalidInputError(errors.flatMap((error) => problemsOf(error, ''))),
  });
}

function problemsOf(error: ValidationError, path: string): FieldProblem[] {
  const field = path === '' ? error.property : `${path}.${error.property}`;
  const rules = Object.keys(error.constraints ?? {}).map(ruleKey);
  // One problem a field is enough to act on; that it is missing explains the others.
  const rule = rules.includes('required') ? 'required' : rules[0];
  const own = rule === undefined ? [] : [{ field, rule }];
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, field))];
}

/** class-validator's names (`isEmail`, `whitelistValidation`) as stable keys of ours (`email`, `unknown`). */
function ruleKey(constraint: string): string {
  if (constraint === 'whitelistValidation') return 'unknown';
  if (constraint === 'isNotEmpty' || constraint === 'isDefined') return 'required';
  return constraint
    .replace(/^is(?=[A-Z])/, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
